"""Words by which a language is told: what stands in almost every comment of it, as it is typed, accents gone.

Accents are gone because many leave them out, and because a view has none (``lib.skeleton``); those that were typed
are counted beside the words. Letters that are no accented ones stay: ø, æ, ł, đ, ð, þ. Written from knowledge of the
languages, not taken from a corpus.
"""

from __future__ import annotations

OTHERS = {
    "fr": """je tu il elle on nous vous ils elles ne pas plus jamais rien personne que qui quoi quand comment pourquoi
        ou est sont etait etaient suis es sommes etes ont avait avez avons ai as sera serait etre avoir fait
        faire dit dire va vont aller peut peux pouvez faut veut veux voir vu sait le la les un une des du de au
        aux ce cet cette ces ca cela ici mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs et mais
        donc car si comme dans sur sous avec sans pour par chez entre depuis apres avant encore toujours deja
        bien tres trop peu beaucoup tout tous toute toutes meme aussi autre autres merci bonjour oui non bon
        bonne gens monde temps chose annees ans jour jai cest nest quil quelle quon dun dune lui eux moi toi
        honte vraiment mdr jsuis jsais quelquun article""",
    "es": """yo tu el ella nosotros ustedes ellos ellas usted que quien cuando como donde porque por para con sin
        sobre entre hasta desde en de del al a la los las lo un una unos unas y o pero si no ni es son era eran
        soy eres somos fue fueron ser esta estan estaba estar estoy este esto estos estas ese eso esa hay ha han
        he habia tiene tienen tengo tener hace hacen hacer dice decir va van voy ir puede pueden poder quiere
        quiero sabe se sabes me te le les nos mi mis su sus muy mas menos mucho mucha muchos nada nadie todo
        todos toda todas siempre nunca tambien ya ahora aqui asi otro otra otros algo alguien bien mal mejor
        gracias hola buen buena dias gente pais ano anos vida verdad jajaja jaja hijo mismo mismos cada dos
        callate verguenza ojala pues bueno""",
    "it": """io tu lui lei noi voi loro che chi cosa quando come dove perche per con senza su tra fra in di da del
        della dei delle dello degli al alla ai alle allo nel nella nei dal dalla sul sulla il lo la i gli le un
        uno una e ed o ma se non ne anche sono sei siamo siete era erano essere stato stata ho hai ha abbiamo
        avete hanno aveva avere fa fare fatto fanno dice dire va vai vanno andare puo posso possono vuole voglio
        sa so mi ti si ci vi questo questa questi queste quello quella quelli quelle mio mia tuo tua suo sua
        nostro vostro molto piu meno poco tanto tutto tutti tutta tutte niente nulla nessuno sempre mai ancora
        gia ora adesso qui cosi solo proprio bene male grazie ciao buongiorno gente anni anno vergogna schifo
        finalmente qualcuno altro altri stessi dopo prima bella""",
    "pt": """eu tu ele ela nos voces voce eles elas que quem quando como onde porque por para pra com sem sobre entre
        ate desde em de do da dos das no na nas ao aos um uma uns umas o os a as e ou mas se nao nem sao era eram
        sou somos foi foram ser esta estao estava estar estou este isto esse essa isso aquele ha tem tinha tenho
        ter faz fazem fazer diz dizer vai vao vou ir pode podem poder quer quero sabe sei me te lhe meu minha seu
        sua seus nosso muito muita muitos mais menos pouco nada ninguem tudo todo todos toda todas sempre nunca
        tambem ja agora aqui assim outro outra mesmo bem mal melhor obrigado obrigada bom boa dia gente pais ano
        anos povo cara coisa so vc vcs tb kkk kkkk kkkkk verdade vergonha depois cada dois alguem governo""",
    "nl": """ik jij je u hij zij ze wij we jullie mij hem haar ons hun het de een dit dat deze die wie wat waar
        wanneer waarom hoe en of maar want omdat als dan dus ook niet geen nooit niets niemand wel toch nog al
        altijd weer heel erg zeer te veel meer minder goed slecht is zijn was waren ben bent heb hebt heeft
        hebben had hadden word wordt worden werd kan kunnen kon moet moeten mag wil willen zal zou zullen gaat
        gaan doet doen zegt zeggen komt komen weet in op aan met van voor door over naar bij uit om tegen tot
        onder tussen zonder sinds mijn jouw onze hier daar nu eens even alleen zelf alle alles iedereen iemand
        mensen jaar jaren dag land echt gewoon bedankt dank hallo onzin lekker haha zo er eindelijk beetje zeg
        hele anders""",
    "pl": """ja ty on ona my wy oni one mnie ciebie go jej nam nas was im ich ten ta to te tego tej tym tych ktory
        ktora ktore kto co kiedy gdzie dlaczego jak i a ale lub albo bo wiec ze zeby jesli czy nie tak tez juz
        jeszcze tylko zawsze nigdy nic nikt bardzo wiecej mniej duzo malo dobrze zle jest sa byl byla bylo byli
        jestem jestes bedzie byc mam masz ma maja miec moze mozna moge musi trzeba chce wie wiem robi robic mowi
        w we z na do od dla po przed przez przy pod nad o u za bez moj moja twoj swoj nasz wasz sie sobie tu tam
        teraz kazdy wszystko wszyscy ludzie ludzi lat rok roku dzien kraj dziekuje dzieki czesc pan pani szkoda
        gadac wstyd zycie sam sami takie taki ktos znowu czlowieku""",
    "cs": """ja ty on ona my vy oni me mne te tebe ho mu ji nam nas vam vas jim je jich ten ta to ti tento tato toto
        ktery ktera ktere kteri kdo co kdy kde proc jak a ale nebo protoze ze aby jestli pokud ne ano tak take uz
        jeste jen jenom vzdy nikdy nic nikdo velmi vic vice mene hodne malo dobre spatne jsem jsi jsme jste jsou
        byl byla bylo byli bude budou byt mam mas ma mame maji mit muze muzu musi chce chci vi vim dela delat
        rika v ve s se z na do od pro po pred pri pod nad o u za bez muj moje tvuj svuj si tady tam ted kazdy
        vsechno vsichni lidi lide let rok roku den dekuji diky ahoj dobry pan pani vubec tohle zase taky jako
        bych by kdyz jeho konecne nekdo neco ostuda blbost""",
    "sk": """ja ty on ona my vy oni ma mna ta teba ho mu jej nam nas vam vas im je ich ten to ti tie tento tato toto
        ktory ktora ktore ktori kto co kedy kde preco ako a ale alebo pretoze lebo ze aby ci ak nie ano tak tiez
        uz este len iba vzdy nikdy nic nikto velmi viac menej vela malo dobre zle som si sme ste su bol bola bolo
        boli bude budu byt mam mas mame maju mat moze mozem musi chce chcem vie viem robi robit hovori v vo s so
        z zo na do od pre po pred pri pod nad o u za bez moj moja tvoj svoj sa tu tam teraz kazdy vsetko vsetci
        ludia ludi rokov rok roku den dakujem ahoj dobry pan pani vobec zase by ked jeho konecne niekto nieco
        hanba hlupost takze""",
    "hu": """en te o mi ti ok engem teged ot minket az a ez azt ezt ezek azok aki ami amely ki mit mikor hol hova
        miert hogy hogyan es de vagy mert ha nem ne sem is csak mar meg mindig soha semmi senki nagyon tobb
        kevesebb sok keves jo rossz van vannak volt voltak lesz lenne lenni vagyok vagyunk nincs nincsenek kell
        lehet tud tudja tudom akar csinal mond mondja jon megy itt ott most majd aztan akkor igy ugy ilyen olyan
        minden mindenki valaki valami egy ket ketto masik ugyanazok emberek ember evek ev nap orszag koszonom
        kosz szia igen penz szerintem persze tenyleg hanem hiszen pedig azert ezert utan elott alatt miatt nelkul
        szerint sajat ennek annak ekkora szegyen mennyi nekem neked neki fog fognak""",
    "ro": """eu tu el ea noi voi ei ele mine tine lui lor il ii le imi iti isi ma te se ne va ce cine cand unde cum de
        dece pentru ca sa si sau dar daca nu nici da e este sunt era erau esti suntem fost fi fie am ai are avem
        aveti au avea face faca facut zice spune spus merge poate pot vrea vreau stie stiu un o unui unei unor al
        a ale la in din pe cu fara despre intre pana dupa inainte asta ast aceasta acest acesta aceste acei asa
        acum aici acolo tot toti toata toate nimic nimeni niciodata mereu foarte mai mult multe putin bine rau
        doar numai inca deja meu mea tau ta nostru oameni oamenii ani an zi tara multumesc mersi salut buna bani
        prost prostie viata lumea cineva ceva fiecare""",
    "sv": """jag du han hon vi ni de dem mig dig honom henne oss er sig det den detta denna dessa som vem vad nar var
        varfor hur och eller men for att om inte ingen inget inga aldrig alltid ocksa bara redan an mycket mer
        mindre manga lite bra daligt ar varit vara blir blev bli har hade haft ha kan kunde ska skulle vill maste
        far fick gor gora gjort sager saga gar ga kommer vet ser i pa av till fran med utan mellan efter innan
        under over hos mot min mitt mina din ditt sin sitt sina vart dar nu da sa nog ju val kanske en ett nagon
        nagot alla allt andra samma folk manniskor dag land tack hej ja nej just fattar sjalv riktigt hela varje
        verkligen aven sen varlden""",
    "da": """jeg du han hun vi i de dem mig dig ham hende os jer sig det den dette denne disse som der hvem hvad
        hvornar hvor hvorfor hvordan og eller men for at om fordi ikke ingen intet aldrig altid ogsa kun bare
        allerede end meget mere mindre mange lidt godt darligt er var vaeret vaere være været bliver blev blive
        har havde haft have kan kunne skal skulle vil ville ma matte far fik gor gør gøre gjort siger sige gar
        kommer ved ser pa af til fra med uden mellem efter før under over hos mod min mit mine din dit sin sit
        sine vores jeres her nu da sa nok jo vel maske måske en et nogen noget nogle alle alt andre samme folk
        mennesker ar dag tak hej ja nej selv helt hver virkelig endelig sikke altså""",
    "no": """jeg du han hun vi dere de dem meg deg ham henne oss seg det den dette denne disse som hvem hva nar hvor
        hvorfor hvordan og eller men for a at om fordi ikke ingen ingenting aldri alltid ogsa bare allerede enn
        mye mer mindre mange litt bra godt darlig er var vaert vært være blir ble bli har hadde hatt ha kan kunne
        skal skulle vil ville ma matte far fikk gjor gjør gjøre gjort sier si gar kommer vet ser i pa av til fra
        med uten mellom etter før under over hos mot min mitt mine din ditt sin sitt sine vart vare her der na da
        sa nok jo vel kanskje en et ei noen noe alle alt andre samme folk mennesker ar dag takk hei ja nei selv
        helt hver virkelig endelig veldig faen skjønner""",
    "fi": """mina sina han me te he ma sa mun sun mulle sulle minun sinun hanen meidan teidan heidan se ne tama nama
        tuo joka jotka mika mita kuka milloin missa miksi miten kuinka ja tai mutta koska etta jos kun niin kuin
        kanssa ei en et emme ette eivat ole eika oli on ovat olen olet olemme ollut olla olisi voi voit voivat
        pitaa taytyy saa haluaa tietaa tiedan tekee tehda sanoo menee tulee nyt sitten taalla siella tassa siina
        aina koskaan myos vain jo viela hyvin paljon enemman vahan kaikki kaikkea kukaan mitaan joku jotain yksi
        kaksi muut sama ihmiset ihmisten vuotta vuosi paiva maa kiitos moi kylla joo ihan todella oikeasti aivan
        jonka jossa ennen jalkeen vaan taas siis noin hyva huono minkaan tosi""",
    "tr": """ben sen o biz siz onlar bana sana ona bize size onu beni seni bunu su bu ne kim nerede neden nasil niye
        ve veya ama fakat cunku ki ile icin gibi kadar gore sonra once hic her hep bir iki cok az daha en degil
        yok var vardi evet hayir da de mi mu musun misin olan oldu olur olacak olsun oluyor olmus ediyor etti
        yapti yapiyor yapmak diyor dedi der geldi gitti gelir istiyor biliyor bilmiyorsun sey seyler boyle soyle
        oyle simdi burada orada artik sadece bile zaten yine herkes kimse hepsi butun baska ayni insan insanlar
        yil gun ulke tesekkurler tesekkur selam guzel kotu iyi para adam ya lan olarak uzere tarafindan tum yeni
        abi""",
    "id": """saya aku kamu anda dia kami kita mereka kau gue gua gw lu lo elu ini itu yang yg apa siapa kapan dimana
        mana kenapa mengapa bagaimana gimana dan atau tapi tetapi karena krn kalau kalo klo jika agar supaya
        untuk utk buat dengan dgn dari di ke pada oleh tentang antara sampai tidak tdk tak gak ga nggak ngga
        enggak bukan belum sudah udah sdh telah sedang akan bisa boleh harus mau ingin ada adalah jadi juga jg
        lagi saja aja cuma hanya masih sangat banget sekali lebih kurang banyak semua setiap selalu pernah sama
        seperti kayak kyk begitu begini gitu gini disini disana sini situ orang org anak bang bro kak om pak bu
        ibu bapak mas mbak tahun hari terima kasih makasih dong sih deh lah kok kan nih tuh ya iya yaa wkwk
        wkwkwk haha bener benar bagus baik jangan punya main dapat dapet bikin bilang makan uang duit rakyat
        negara baru dulu nanti sekarang lihat liat tau tahu nya pake pakai emang memang malah terus trs makanya
        mungkin semoga mantap keren lucu ngakak kocak anjir anjing goblok bodoh tolol percuma habis abis sampe
        kali pas jam rb ribu hadir pagi malam siang bgt jd tp sm dr sy km""",
    "vi": """toi ban anh chi em ong ba no ho minh chung ta la va hoac nhung vi neu thi ma de cho cua voi trong ngoai
        tren duoi tu den ra vao len xuong khong chua da dang se co duoc bi phai nen muon biet noi lam di ve thay
        nghi hieu nay kia do day ai gi sao nao bao nhieu the nhu rat qua it hon nhat cung con lai moi nguoi dan
        nuoc nam ngay tien viec gio cam on chao dung sai hay tot xau dep luc tai boi khi roi het cai cac mot hai
        may tui tao deo vay ko dc bon thang""",
    "hr": """ja ti on ona mi vi oni one mene tebe ga mu joj nam nas vam vas im ih me te se taj ta to ovaj ova ovo onaj
        koji koja koje kojih tko ko sto sta kad kada gdje gde zasto kako i a ali ili jer da ako nego ne nije nisu
        nisam nismo niste tako takoder takodje vec jos samo uvijek uvek nikad nikada nista nitko niko vrlo vise
        manje puno malo dobro lose sam si je smo ste su bio bila bilo bili bit biti budu bude cu ces ce cemo imam
        imas ima imaju nema moze mogu mozes moras treba mora zeli znam zna rade radi radio kaze u na s sa z za od
        do iz po pred pri pod nad o kod bez moj moja tvoj svoj ovdje ovde tamo sada sad svi sve svaki ljudi
        godina godine dan zemlja hvala pozdrav bok gospodin jako bas opet nemas pojma kao necu nesto netko neko
        onda zivot""",
    "sl": """jaz ti on ona mi vi oni mene tebe ga mu ji nam nas vam vas jim jih me te se ta to tisti ki kdo kaj kdaj
        kje zakaj kako in a pa ampak vendar ali ker da ce ne ni niso nisem nismo tako tudi ze samo le vedno
        nikoli nic nihce zelo vec manj veliko malo dobro slabo sem si je smo ste so bil bila bilo bili bo bodo
        bom biti imam imas ima imajo nima more moram lahko mora hoce vem ve dela pravi v na s z za od do iz po
        pred pri pod nad o brez moj moja tvoj svoj tukaj tam zdaj vsi vse vsak ljudje ljudi let leto leta dan
        drzava hvala lep pozdrav koncno nekdo nekaj kot potem spet pojma nimas tega tem kakor""",
    "lt": """as tu jis ji mes jus jie jos mane tave juos man tau jam jai mums jums tai tas ta sis si sie kas kuris
        kuri kurie kada kur kodel kaip ir ar arba bet nes kad jei jeigu ne nera taip irgi pat jau dar tik visada
        niekada nieko niekas labai daugiau maziau daug mazai gerai blogai yra buvo bus esu esi esame buti turi
        turiu turime gali galiu reikia nori noriu zino zinau daro daryti sako eina i is su be prie po pries per
        apie nuo iki uz del mano tavo savo musu jusu cia ten dabar visi viskas visa kiekvienas zmones zmoniu metu
        metai metus diena salis aciu labas kazkas pagaliau vel kiek kokia koks juk o tie patys""",
    "lv": """es tu vins vina mes jus vini vinas mani tevi mums jums vinam vinai tas ta tie sis si sie kas kurs kura
        kuri kad kur kapec ka un vai bet jo ja ne nav ari jau vel tikai vienmer nekad neko neviens loti vairak
        mazak daudz maz labi slikti ir bija bus esmu esi esam but man tev var varu vajag grib gribu zina zinu
        dara darit saka iet uz no ar bez pie pec pirms par lidz starp mans tavs savs musu jusu seit tur tagad
        visi viss visu katrs cilveki cilvekiem gadu gadi gadiem diena valsts paldies sveiki kads beidzot atkal
        cik kada tads pasi tad lai gan tomer varbut""",
    "et": """mina sina tema meie teie nemad ma sa ta me te nad mind sind teda mulle sulle talle meile minu sinu oma
        see need seda selle kes mis mida kus millal miks kuidas ja voi aga sest et kui siis nii nagu ei ole pole
        oli on olen oled oleme olla oleks olnud saab saa saan peab tahab tean teab teevad teha utleb ütleb laheb
        tuleb nuud nüüd siin seal alati kunagi ka ainult juba veel vaga palju rohkem vahe koik kõik keegi midagi
        mitte uks kaks teised sama inimesed inimesi inimeste aastat aasta paev paeva riik aitah tere jah kull
        just jalle lopuks hea halb kas kellele koos ilma eest peale juures vastu mul sul tal meil teil kuid vaid""",
    "sq": """une ti ai ajo ne ju ata ato mua ty te me e i u jam je eshte jemi jeni jane ishte ishin kam ke ka kemi
        keni kane kishte nuk s mos do duhet mund dua di dhe apo ose por sepse se nese kur ku pse si cfare kush
        cili qe per nga mbi nen pa deri para pas midis kjo ky keto keta ketu atje tani gjithmone kurre asgje
        askush dikush shume pak teper mire keq vetem edhe akoma tash im ime yt jote tij saj tone njerez njerezit
        vit vite vjet dite vend faleminderit pershendetje po jo gjithe nje dy tjeter njejtet ben bere thote tha""",
    "ca": """jo tu ell ella nosaltres vosaltres ells elles em et es ens us li els que qui quan com on perque per amb
        sense sobre entre fins des en de del dels al als a el la les un una uns unes i o pero si no ni son era
        eren soc ets som sou fou ser esta estan estava estar aquest aquesta aquests aquestes aixo aquell hi ha
        han he havia te tenen tinc tens tenir fa fan fer diu dir va van vaig anar pot poden vol vull sap meu meva
        teu seu seva nostre molt molta molts mes menys gaire res ningu tot tots tota totes sempre mai tambe ja
        ara aqui aixi altre altra algu be malament millor gracies hola bon bona dies gent pais any anys vida
        veritat doncs quina quin mateixos alcalde veins cada""",
    "eu": """ni zu hura gu zuek haiek nik zuk hark guk nire zure bere gure hau hori hauek horiek nor zer noiz non
        zergatik nola eta edo baina baino ez da dira zen ziren naiz zara gara dut duzu du dugu dute zuen zuten
        dago daude nago zegoen badago izan izango izaten egin egiten esan joan behar nahi daki badaki ahal bat bi
        asko gutxi oso gehiago gutxiago beti inoiz ezer inor inork norbait dena denak guztiak guztia ere baita
        bakarrik orain hemen hor han gero lehen jendea urte urteak egun herri eskerrik kaixo bai ongi ondo gaizki
        egia zaio zion zait dio diot duela dela direla zertarako""",
    "af": """ek jy hy sy ons julle hulle my jou hom haar dit die n hierdie daardie wat wie waar wanneer hoekom hoe en
        of maar want omdat as dan dus ook nie geen nooit niks niemand wel tog nog al altyd weer baie te meer
        minder goed sleg is was het had word kan kon moet mag wil sal sou gaan doen se kom weet in op aan met van
        vir deur oor na by uit om teen tot onder tussen sonder sedert myne hier daar nou net self alle alles
        almal iemand mense jaar dag land regtig dankie hallo twak lekker so sulke iets gese wees gewees moes
        uiteindelik""",
    "sw": """mimi wewe yeye sisi ninyi wao hii hiyo hizi huu hiki hili hayo haya huyu hao ni si na au lakini kwa kwani
        kama ili kwamba ya wa la za cha vya katika kutoka hadi juu bila baada kabla sana zaidi pia tu bado tayari
        sasa leo kesho jana hapa huko hapo nani nini lini wapi kwanini vipi gani kila wote yote zote watu mtu
        hakuna kuna ndiyo hapana kuwa alikuwa walikuwa ana wana nina una tuna hana sina kufanya kusema anasema
        wangu yangu yako yake wake wetu yetu wenu miaka mwaka siku nchi asante habari karibu nzuri mbaya vizuri
        serikali rais pesa hivyo ambao ambayo wale mambo kitu vitu upuuzi""",
    "tl": """ako ikaw siya kami tayo kayo sila ko mo niya namin natin ninyi nila akin iyo kanya amin atin inyo kanila
        ang ng sa na mga si ni kay ito iyan iyon yan yun yung nito niyan dito diyan doon rito ano sino kailan
        saan bakit paano at o pero kasi dahil kung kapag pag para upang hindi di wala walang may mayroon meron ba
        po opo oo naman lang lamang din rin pa nga daw raw kaya kahit lahat bawat palagi laging minsan marami
        maraming konti mas pinaka talaga sobra tao taong taon araw bansa salamat maganda masama mabuti pera gago
        bobo tanga alam gusto kayong ganito ganyan ngayon noon nang isang dalawa ka nanay tatay pre""",
    "is": """eg thu þu þú hann hun það þad við vid þið þeir þær mer mig þer þig ser sig er eru var voru vera verið hef
        hefur hafa hafði ekki og eða en að ad ef því þegar hvað hver hvar hvernig af hverju til fra með um fyrir
        eftir undir yfir mjog bara lika alltaf aldrei nuna her þar sem þetta þessi takk ja nei allir allt ekkert
        enginn folk ar dag segja gera geta getur verður mun vill""",
    "ga": """agus ta nil bhi se si sinn sibh siad mise tusa me tu an na ar ag le do i go nach ach mar seo sin cad ce
        conas cathain ca leis faoi chun gan idir roimh mo bhur anseo ansin anois riamh gconai gach duine daoine
        bliain la maith raibh mhaith bheith dul deir deanamh agam agat aige aici againn acu""",
    "cy": """mae yn yr y i o a ac ond neu fel bod wedi oedd roedd dw dwi ydw wyt ydy yw ydyn fi ti fo hi ni chi nhw
        ddim dim nid am ar at gan gyda heb hyn hwn hon hynny beth pwy pryd ble pam sut iawn hefyd byd pawb neb
        bob pobl blwyddyn dydd diolch bore da gwneud dweud eisiau gallu rhaid""",
    "so": """waa waxa waxaa waxay wuxuu iyo oo ku ka u ma maya haa aan ayaa ayay inuu inay hadii laakiin sida kale mid
        badan dadka dad wax waxba maxaa yaa goorma halkee sababta kuwa tahay yahay ahay jira leh leeyahay""",
    "eo": """mi vi li si gi ni ili estas estis estos la de al en kaj au sed car ke se kiu kio kiam kie kial kiel ne
        jes tre nur ankau pli plej multe tio ciuj cio nenio neniu iam ciam nun tie havas povas devas volas diras
        homoj jaro tago dankon saluton pri por kun sen sub sur inter post antau""",
}
