"""In Latin letters, from French to Finnish."""

from __future__ import annotations

TEXTS = {
    "fr": """
Je ne suis pas d'accord, la mairie avait promis une école pour septembre.
Encore des mensonges, on en a marre
Merci pour cet article très complet !
Quelqu'un sait combien ça a coûté exactement ?
C'est toujours les mêmes qui paient, et ce n'est pas près de changer avec ce gouvernement.
N'importe quoi
mdr il a rien compris celui la
Le pont était déjà fermé en 2019, votre chiffre est faux.
Les gens qui habitent ici depuis vingt ans n'ont jamais été consultés.
Moi j'y étais, il y avait au moins trois cents personnes devant la gare.
Vous devriez avoir honte d'écrire des choses pareilles.
Bonne chance à toute l'équipe
""",
    "es": """
No estoy de acuerdo, el alcalde prometió arreglar la calle hace dos años.
Siempre pagamos los mismos
Muchas gracias por este reportaje, muy bien explicado.
¿Alguien sabe cuánto costó todo eso?
jajaja que malo eres
Esto no se puede aguantar más, cada invierno se va la luz y nadie dice nada.
Que vergüenza de país
Mi hermano trabajó en esa fábrica y lo que cuentan es verdad.
tu no sabes nada callate ya
Los vecinos llevan meses pidiendo una reunión con el ayuntamiento.
El dato de la tabla está mal, son 340 y no 430.
Ojalá que se recupere pronto
""",
    "it": """
Non sono d'accordo, il sindaco aveva promesso una nuova scuola entro l'anno.
Pagano sempre gli stessi
Grazie per questo articolo, finalmente qualcuno spiega le cose come stanno.
Ma qualcuno sa quanto è costato il ponte?
che schifo, vergogna
Abito qui da trent'anni e non ho mai visto un vigile in questa strada.
Questi politici pensano solo alla poltrona e noi facciamo la fila dal medico.
ahah sei proprio un genio
La cifra nella seconda tabella è sbagliata, controllate per favore.
Mia nonna diceva che dopo la pioggia viene il sole, speriamo.
Che bella notizia!
Perché nessuno dice niente quando succede ai più poveri?
""",
    "pt": """
Não concordo, a prefeitura prometeu consertar a rua há mais de dois anos.
Sempre pagam os mesmos
Muito obrigado pela reportagem, ficou bem clara.
Alguém sabe quanto custou essa obra?
kkkkk esse cara é uma piada
A minha mãe esperou sete horas no hospital e ninguém explicou nada.
que vergonha desse governo
Eu estava lá e não foi assim que aconteceu, a polícia chegou depois.
Vocês deveriam corrigir o número da segunda tabela, está errado.
Bom dia a todos, gostei muito do texto
Isso só vai mudar quando o povo acordar e cobrar de verdade.
voce nao sabe o que fala
""",
    "nl": """
Ik ben het er niet mee eens, de gemeente had een nieuwe school beloofd.
Altijd dezelfde mensen die betalen
Bedankt voor dit duidelijke artikel, eindelijk legt iemand het uit.
Weet iemand hoeveel dat gekost heeft?
wat een onzin zeg
Mijn broer werkt daar al jaren en hij vertelt een heel ander verhaal.
Ga toch lekker ergens anders wonen als je het hier zo slecht vindt.
Het getal in de tweede tabel klopt niet, dat moet 340 zijn.
Heel mooi gedaan
Waarom wordt er nooit naar de bewoners geluisterd?
We wachten al sinds vorig jaar op een antwoord van de wethouder.
haha je hebt er niks van begrepen
""",
    "pl": """
Nie zgadzam się, burmistrz obiecał nową szkołę już dwa lata temu.
Zawsze płacą ci sami
Dziękuję za ten artykuł, wreszcie ktoś to dobrze wyjaśnił.
Czy ktoś wie, ile to kosztowało?
ale bzdury, szkoda gadać
Mieszkam tu od trzydziestu lat i nigdy nie było takiego bałaganu.
co za wstyd
W drugiej tabeli jest błąd, powinno być 340 a nie 430.
Moja mama czekała siedem godzin w szpitalu i nikt nic nie powiedział.
haha nic nie rozumiesz czlowieku
Trzeba było słuchać mieszkańców, a nie deweloperów.
Bardzo ładne zdjęcia
""",
    "cs": """
Nesouhlasím, starosta sliboval novou školu už před dvěma lety.
Platí to zase ti samí lidé
Děkuji za tento článek, konečně to někdo dobře vysvětlil.
Ví někdo, kolik to všechno stálo?
to je ale blbost
Bydlím tady třicet let a takový nepořádek tu ještě nikdy nebyl.
Moje maminka čekala v nemocnici sedm hodin a nikdo jí nic neřekl.
Ve druhé tabulce je chyba, má tam být 340.
Kdy už konečně někdo začne poslouchat obyčejné lidi?
vubec nevis o cem mluvis
Hezké fotky, jen tak dál
Taková ostuda pro celé město.
""",
    "sk": """
Nesúhlasím, primátor sľúbil novú školu už pred dvoma rokmi.
Zase to zaplatia tí istí ľudia
Ďakujem za tento článok, konečne to niekto dobre vysvetlil.
Vie niekto, koľko to všetko stálo?
to je ale hlúposť
Bývam tu tridsať rokov a taký neporiadok tu ešte nikdy nebol.
Moja mama čakala v nemocnici sedem hodín a nikto jej nič nepovedal.
V druhej tabuľke je chyba, má tam byť 340.
Kedy už konečne niekto začne počúvať obyčajných ľudí?
vobec nevies o com hovoris
Pekné fotky, len tak ďalej
Taká hanba pre celé mesto.
""",
    "hu": """
Nem értek egyet, a polgármester már két éve új iskolát ígért.
Mindig ugyanazok fizetnek
Köszönöm a cikket, végre valaki érthetően elmagyarázta.
Tudja valaki, hogy mennyibe került ez az egész?
ekkora hülyeséget még nem olvastam
Harminc éve lakom itt, de ilyen rendetlenség még soha nem volt.
Anyukám hét órát várt a kórházban, és senki nem szólt hozzá.
A második táblázatban hiba van, 340 a helyes szám.
Miért nem hallgatják meg soha a lakókat?
szegyen ami itt megy
Nagyon szép képek, gratulálok
Majd ha egyszer elfogy a pénz, akkor fognak gondolkodni.
""",
    "ro": """
Nu sunt de acord, primarul a promis o școală nouă acum doi ani.
Tot noi plătim de fiecare dată
Mulțumesc pentru articol, în sfârșit cineva explică bine.
Știe cineva cât a costat toată povestea asta?
ce prostie mai e si asta
Locuiesc aici de treizeci de ani și nu am văzut niciodată așa ceva.
Mama a așteptat șapte ore la spital și nimeni nu i-a spus nimic.
În al doilea tabel este o greșeală, trebuie să fie 340.
De ce nu îi ascultă nimeni pe oamenii din cartier?
esti prost si nu stii ce vorbesti
Foarte frumoase pozele
Dacă nu votăm, nu se va schimba nimic în orașul ăsta.
""",
    "sv": """
Jag håller inte med, kommunen lovade en ny skola redan för två år sedan.
Alltid samma som får betala
Tack för en bra artikel, äntligen förklarar någon hur det hänger ihop.
Vet någon vad det här kostade?
vilket skitsnack
Jag har bott här i trettio år och har aldrig sett något liknande.
Min mamma väntade sju timmar på sjukhuset utan att någon sa något.
Siffran i den andra tabellen är fel, det ska vara 340.
Varför lyssnar ingen på dem som bor här?
du fattar ju ingenting
Mycket fina bilder
Det blir nog bättre när de nya reglerna börjar gälla till hösten.
""",
    "da": """
Jeg er ikke enig, kommunen lovede en ny skole allerede for to år siden.
Det er altid de samme der betaler
Tak for en god artikel, endelig er der nogen som forklarer det ordentligt.
Er der nogen der ved hvad det kostede?
sikke noget vrøvl
Jeg har boet her i tredive år og aldrig set noget lignende.
Min mor ventede syv timer på hospitalet uden at nogen sagde noget.
Tallet i den anden tabel er forkert, det skal være 340.
Hvorfor lytter ingen til dem der bor her?
du forstår jo ingenting
Meget flotte billeder
Det bliver nok bedre når de nye regler begynder til efteråret.
""",
    "no": """
Jeg er ikke enig, kommunen lovet en ny skole allerede for to år siden.
Det er alltid de samme som må betale
Takk for en god artikkel, endelig noen som forklarer det skikkelig.
Er det noen som vet hva det kostet?
for noe tull
Jeg har bodd her i tretti år og har aldri sett noe lignende.
Moren min ventet sju timer på sykehuset uten at noen sa noe.
Tallet i den andre tabellen er feil, det skal være 340.
Hvorfor hører ingen på dem som bor her?
du skjønner jo ingenting
Veldig fine bilder
Det blir nok bedre når de nye reglene begynner å gjelde til høsten.
""",
    "fi": """
En ole samaa mieltä, kaupunki lupasi uuden koulun jo kaksi vuotta sitten.
Aina samat ihmiset maksavat
Kiitos hyvästä jutusta, vihdoinkin joku selittää asian kunnolla.
Tietääkö kukaan paljonko tämä maksoi?
ihan hirveää roskaa
Olen asunut täällä kolmekymmentä vuotta enkä ole koskaan nähnyt tällaista.
Äitini odotti sairaalassa seitsemän tuntia eikä kukaan sanonut mitään.
Toisessa taulukossa on virhe, oikea luku on 340.
Miksi asukkaita ei koskaan kuunnella?
et sä tajua yhtään mitään
Todella hienoja kuvia
Kyllä se siitä paranee, kun uudet säännöt tulevat voimaan syksyllä.
""",
}
