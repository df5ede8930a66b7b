"""In Latin letters, from Turkish to Tagalog."""

from __future__ import annotations

TEXTS = {
    "tr": """
Katılmıyorum, belediye iki yıl önce yeni bir okul sözü vermişti.
Hep aynı insanlar ödüyor
Bu güzel haber için teşekkürler, sonunda birisi düzgün anlatmış.
Bunun ne kadar tuttuğunu bilen var mı?
ne saçmalıyorsun sen ya
Otuz yıldır burada oturuyorum, böyle bir şey hiç görmedim.
Annem hastanede yedi saat bekledi ve kimse bir şey söylemedi.
İkinci tabloda hata var, doğrusu 340 olacak.
Neden kimse mahalleliyi dinlemiyor?
hic bir sey bilmiyorsun sus artik
Çok güzel fotoğraflar
Sonbaharda yeni kurallar gelince her şey daha iyi olacak diyorlar.
""",
    "id": """
Saya tidak setuju, walikota sudah janji bangun sekolah baru dua tahun lalu.
Selalu orang yang sama yang bayar
Terima kasih atas beritanya, akhirnya ada yang menjelaskan dengan baik.
Ada yang tahu berapa biaya semua ini?
ngomong apa sih lu ga jelas banget
Sudah tiga puluh tahun saya tinggal di sini dan belum pernah lihat yang seperti ini.
Ibu saya menunggu tujuh jam di rumah sakit dan tidak ada yang peduli.
Angka di tabel kedua salah, seharusnya 340.
Kenapa warga tidak pernah didengar?
bodoh banget yg percaya beginian
Fotonya bagus sekali
Kalau aturan barunya jalan, mungkin bulan depan akan lebih baik.
""",
    "vi": """
Tôi không đồng ý, thành phố đã hứa xây trường mới từ hai năm trước.
Lúc nào cũng là dân phải trả tiền
Cảm ơn bài viết rất hay, cuối cùng cũng có người giải thích rõ.
Có ai biết hết bao nhiêu tiền không?
nói vớ vẩn quá
Tôi sống ở đây ba mươi năm rồi mà chưa bao giờ thấy chuyện như thế này.
Mẹ tôi chờ bảy tiếng ở bệnh viện mà không ai nói gì cả.
Con số trong bảng thứ hai sai rồi, phải là 340.
Tại sao không ai lắng nghe người dân?
khong biet gi thi dung noi
Ảnh đẹp quá
Khi quy định mới có hiệu lực thì mọi thứ sẽ tốt hơn.
""",
    "hr": """
Ne slažem se, gradonačelnik je još prije dvije godine obećao novu školu.
Uvijek isti ljudi plaćaju
Hvala na članku, napokon je netko to lijepo objasnio.
Zna li netko koliko je sve to koštalo?
kakva glupost ljudi moji
Živim ovdje trideset godina i nikada nisam vidio ništa slično.
Mama mi je čekala sedam sati u bolnici i nitko joj ništa nije rekao.
U drugoj tablici je greška, treba pisati 340.
Zašto nitko ne sluša ljude koji ovdje stanuju?
nemas ti pojma o cemu pricas
Jako lijepe slike
Bit će bolje kad nova pravila počnu vrijediti na jesen.
""",
    "sl": """
Se ne strinjam, župan je novo šolo obljubil že pred dvema letoma.
Vedno plačajo isti ljudje
Hvala za članek, končno je nekdo to lepo razložil.
Ali kdo ve, koliko je vse skupaj stalo?
kakšna neumnost
Tukaj živim trideset let in nikoli nisem videl česa podobnega.
Mama je v bolnišnici čakala sedem ur in nihče ji ni nič povedal.
V drugi tabeli je napaka, pravilno je 340.
Zakaj nihče ne posluša ljudi, ki tukaj živijo?
pojma nimas o cem govoris
Zelo lepe slike
Jeseni bo bolje, ko bodo začela veljati nova pravila.
""",
    "lt": """
Nesutinku, meras naują mokyklą žadėjo jau prieš dvejus metus.
Visada moka tie patys žmonės
Ačiū už straipsnį, pagaliau kažkas gerai paaiškino.
Ar kas nors žino, kiek visa tai kainavo?
kokia nesąmonė
Gyvenu čia trisdešimt metų ir niekada nemačiau nieko panašaus.
Mama ligoninėje laukė septynias valandas ir niekas jai nieko nepasakė.
Antroje lentelėje yra klaida, turi būti 340.
Kodėl niekas neklauso žmonių, kurie čia gyvena?
nieko tu nesupranti zmogau
Labai gražios nuotraukos
Rudenį bus geriau, kai įsigalios naujos taisyklės.
""",
    "lv": """
Es nepiekrītu, mērs jaunu skolu solīja jau pirms diviem gadiem.
Vienmēr maksā tie paši cilvēki
Paldies par rakstu, beidzot kāds to labi izskaidroja.
Vai kāds zina, cik tas viss maksāja?
kādas muļķības
Dzīvoju šeit trīsdesmit gadus un nekad neesmu redzējis neko tādu.
Mamma slimnīcā gaidīja septiņas stundas, un neviens viņai neko neteica.
Otrajā tabulā ir kļūda, jābūt 340.
Kāpēc neviens neklausās cilvēkos, kas šeit dzīvo?
tu neko nesaproti
Ļoti skaistas bildes
Rudenī būs labāk, kad stāsies spēkā jaunie noteikumi.
""",
    "et": """
Ma ei ole nõus, linn lubas uut kooli juba kaks aastat tagasi.
Alati maksavad samad inimesed
Aitäh hea artikli eest, lõpuks keegi seletas asja korralikult.
Kas keegi teab, kui palju see maksma läks?
mis jama see veel on
Olen siin elanud kolmkümmend aastat ja pole kunagi midagi sellist näinud.
Ema ootas haiglas seitse tundi ja keegi ei öelnud midagi.
Teises tabelis on viga, õige number on 340.
Miks keegi ei kuula inimesi, kes siin elavad?
sa ei saa mitte millestki aru
Väga ilusad pildid
Küll sügisel läheb paremaks, kui uued reeglid kehtima hakkavad.
""",
    "sq": """
Nuk jam dakord, kryetari premtoi një shkollë të re para dy vjetësh.
Gjithmonë paguajnë të njëjtët njerëz
Faleminderit për artikullin, më në fund dikush e shpjegoi mirë.
A e di dikush sa kushtoi e gjithë kjo?
çfarë marrëzie
Jetoj këtu prej tridhjetë vjetësh dhe nuk kam parë kurrë diçka të tillë.
Nëna ime priti shtatë orë në spital dhe askush nuk i tha asgjë.
Në tabelën e dytë ka një gabim, duhet të jetë 340.
Pse askush nuk i dëgjon njerëzit që jetojnë këtu?
ti nuk di asgje per kete pune
Foto shumë të bukura
Do të jetë më mirë në vjeshtë kur të hyjnë në fuqi rregullat e reja.
""",
    "ca": """
No hi estic d'acord, l'alcalde va prometre una escola nova fa dos anys.
Sempre paguem els mateixos
Moltes gràcies per l'article, per fi algú ho explica bé.
Algú sap quant ha costat tot això?
quina bestiesa, de debò
Fa trenta anys que visc aquí i no havia vist mai una cosa així.
La meva mare va esperar set hores a l'hospital i ningú no li va dir res.
A la segona taula hi ha un error, ha de ser 340.
Per què ningú no escolta els veïns?
no tens ni idea del que parles
Unes fotos molt boniques
A la tardor anirà millor, quan comencin a valdre les normes noves.
""",
    "eu": """
Ez nago ados, alkateak eskola berria agindu zuen duela bi urte.
Beti berdinek ordaintzen dugu
Eskerrik asko artikuluagatik, azkenean norbaitek ondo azaldu du.
Badaki inork zenbat kostatu den hau guztia?
hori txorakeria da
Hogeita hamar urte daramatzat hemen bizitzen eta ez dut inoiz horrelakorik ikusi.
Nire amak zazpi ordu egin zituen ospitalean zain eta inork ez zion ezer esan.
Bigarren taulan akats bat dago, 340 izan behar du.
Zergatik ez ditu inork auzokideak entzuten?
ez dakizu ezer horretaz
Oso argazki politak
Udazkenean hobeto joango da, arau berriak indarrean jartzen direnean.
""",
    "af": """
Ek stem nie saam nie, die burgemeester het twee jaar gelede al 'n nuwe skool belowe.
Dit is altyd dieselfde mense wat betaal
Baie dankie vir die artikel, uiteindelik het iemand dit mooi verduidelik.
Weet iemand hoeveel dit alles gekos het?
wat 'n klomp twak
Ek woon al dertig jaar hier en het nog nooit so iets gesien nie.
My ma het sewe ure in die hospitaal gewag en niemand het iets gesê nie.
Daar is 'n fout in die tweede tabel, dit moet 340 wees.
Hoekom luister niemand na die mense wat hier bly nie?
jy weet niks daarvan af nie
Pragtige foto's
Dit sal beter gaan wanneer die nuwe reëls in die herfs begin.
""",
    "sw": """
Sikubaliani nawe, meya aliahidi shule mpya miaka miwili iliyopita.
Kila mara ni watu wale wale wanaolipa
Asante sana kwa makala hii, hatimaye mtu ameeleza vizuri.
Kuna mtu anajua hii yote iligharimu kiasi gani?
huu ni upuuzi mtupu
Nimeishi hapa kwa miaka thelathini na sijawahi kuona jambo kama hili.
Mama yangu alisubiri saa saba hospitalini na hakuna mtu aliyemwambia chochote.
Kuna kosa katika jedwali la pili, inapaswa kuwa 340.
Kwa nini hakuna anayewasikiliza wakazi wa hapa?
wewe hujui chochote kuhusu hilo
Picha nzuri sana
Mambo yatakuwa bora zaidi sheria mpya zitakapoanza kutumika.
""",
    "tl": """
Hindi ako sang-ayon, nangako ang mayor ng bagong paaralan dalawang taon na ang nakalipas.
Laging tayo ang nagbabayad
Maraming salamat sa balita, sa wakas may nagpaliwanag nang maayos.
May nakakaalam ba kung magkano ang nagastos dito?
ang bobo mo naman pre
Tatlumpung taon na akong nakatira rito at ngayon lang ako nakakita ng ganito.
Naghintay ang nanay ko ng pitong oras sa ospital at walang nagsabi ng kahit ano.
May mali sa ikalawang talaan, dapat ay 340 iyon.
Bakit walang nakikinig sa mga taga rito?
wala ka namang alam kaya tumahimik ka na lang
Ang ganda ng mga litrato
Gaganda rin iyan kapag nagsimula na ang mga bagong patakaran.
""",
}
