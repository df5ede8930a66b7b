"""German ones, of all these kinds."""

from __future__ import annotations

GERMAN_HARD_NEGATIVES: tuple[str, ...] = (
    # Todesopfer und Krieg
    "Inzwischen sind es 17 Tote, die Feuerwehr hat heute früh noch zwei im Keller gefunden.",
    "Mein Onkel ist in dem Tunnel verbrannt. Ich will wissen, wer die Lüftung abgenommen hat.",
    "Er hat erst seine Frau erschossen und dann sich selbst, so steht es im Polizeibericht.",
    "Die Granaten schlugen 200 Meter neben dem Kindergarten ein, wir saßen im Flur und haben gesungen.",
    "Acht Kinder tot und ein Minister, der von „bedauerlichen Umständen“ spricht. Mir fehlen die Worte.",
    "Fliegerbombe, 250 kg, Langzeitzünder. Da diskutiert man nicht über die Uhrzeit der Evakuierung.",
    "Der Mörder war seit Mai auf freiem Fuß, und keine Behörde hat die Nachbarn gewarnt.",
    "Wieso steht im Titel „Amok“, wenn es laut Staatsanwaltschaft eine geplante Tat war?",
    # Zitierte Beleidigungen
    "Der Bürgermeister nannte die Anwohner „Idioten mit Gummistiefeln“. Das Protokoll liegt vor.",
    "> Ihr seid doch alle bescheuert\n\nBitte nicht in diesem Ton, wir haben hier gerade andere Sorgen.",
    "Er soll zu der Schiedsrichterin gesagt haben, sie sei eine dumme Kuh. Drei Spiele Sperre sind da eher milde.",
    "Wegen »Du Arschloch« im Straßenverkehr hat mein Schwager 1.200 Euro gezahlt, das nur als Hinweis.",
    "‚Abschaum‘ stand auf dem Plakat. Gemeint waren wir, die Pflegekräfte.",
    "Das Gericht fand, „Lügner“ sei in diesem Zusammenhang noch von der Meinungsfreiheit gedeckt. Kann man so sehen.",
    (
        "Mir hat gestern einer geschrieben, ich solle mich aufhängen, weil ich für das Tempolimit bin. Ich bin "
        "es immer noch."
    ),
    '"Halt die Fresse, Oma", hat der Bub gesagt, und die Oma hat ihn eine Stunde Laub rechen lassen.',
    # Ortsnamen und Namen
    (
        "Zwischen Petting und Wank ist die Straße gesperrt, beide Orte liegen übrigens nicht nebeneinander, "
        "liebe Redaktion."
    ),
    "Fucking heißt jetzt Fugging, die Schilder werden trotzdem noch geklaut.",
    "Am Titisee ist kein Parkplatz mehr frei, und in Hinterzarten auch nicht.",
    "Frau Dr. Fick vom Gesundheitsamt hat uns am Telefon sehr geholfen.",
    "In Pissen bei Leuna steht das Wasser einen halben Meter hoch.",
    "Herr Kotz, Herr Schwanz und Frau Fickel im selben Ausschuss, und keiner hat gelacht. Respekt.",
    "Linsengericht, Kotzen, Poppendorf, Sexau: Meine Heimatkunde war immer lustig.",
    "Katzenhirn, Ochsenwang und Affing sind auch betroffen, die fehlen auf Ihrer Karte.",
    "Torwart Sau hält, Stürmer Hund trifft, so stand es in der Kreiszeitung.",
    # Hitzige, saubere Argumente
    "Das ist falsch, und zwar von vorne bis hinten. Lesen Sie bitte Seite 14 des Gutachtens.",
    "Ich halte diesen Beschluss für eine Schande und werde das bei der Wahl nicht vergessen.",
    "Unsinn! Die Mauer hätte das Wasser nur zu den Nachbarn geleitet.",
    "Dieser Minister muss zurücktreten, heute noch, nicht nach dem Parteitag.",
    "Sie verdrehen die Zahlen. Von 4.000 Anträgen wurden 3.100 bewilligt, das steht in Ihrer eigenen Quelle.",
    "Ein schwacher Kommentar, der kein einziges Gegenargument ernst nimmt. Von dieser Zeitung erwarte ich mehr.",
    "Die Verwaltung hat versagt, der Rat hat geschlafen, und bezahlen tun es die Leute in der Unterstadt.",
    "Nein, ich werde nicht „sachlich bleiben“, wenn zum dritten Mal mein Keller vollläuft. Aber höflich bleibe ich.",
    "Wer so argumentiert, hat nie eine Nachtschicht auf einer Station mit 38 Betten gemacht.",
    "Als schwuler Muslim aus Neukölln muss ich Ihnen widersprechen, und zwar in beiden Punkten.",
    # Ironie
    "Na bravo, wieder ein Arbeitskreis. Das Hochwasser zittert schon.",
    "Schön, dass der Zug pünktlich war. Nur halt ohne Türen, die aufgehen.",
    "Der Flughafen wird bestimmt fertig. Welches Jahrhundert, das sind Detailfragen.",
    "Ich beglückwünsche die Stadt zu der Erkenntnis, dass Wasser bergab fließt.",
    "Klar, ein Parkhaus im Moor. Was soll da schiefgehen?",
    "Immerhin schwimmt jetzt auch die neue Sporthalle. Man wollte ja ein Bad.",
    # Dialekt
    "Mei, des Wasser steht bis zur Stubn, owa d'Leit hoitn zamm.",
    "Dat Water kümmt un geiht, un de Börgermeester snackt.",
    "Icke sach ma so: hätt'n se die Brücke jleich richtich jemacht, wär se jetz ooch noch da.",
    "Mir schwätzet scho seit zwanzig Johr vo dem Damm, ond bassiert isch nix.",
    "Dat jeht doch nit, dat mer de Schull zomaht un en Parkhuus baut, leev Lück.",
    "Oida, wos is des fia a Regen, da Donaukanal is gleich bei uns im Vorzimmer.",
    "Das isch doch kei Art, d'Lüt am Samschtig Znacht usem Bett z'hole und denn nüt z'säge.",
    # Tiere
    "Meine Hündin hat in der Sturmnacht sieben Welpen geworfen, alle gesund, Zucht wird trotzdem eingestellt.",
    "Die Schweine sind selber geschwommen, der Bauer im Boot hinterher.",
    "Am Hafen laufen Ratten herum, so groß wie Dackel. Wann kommt der Kammerjäger?",
    "Der alte Esel hat sich nicht vom Fleck gerührt, und am Ende hatte er recht, die Brücke war weg.",
    "Kakerlaken in der Schulküche, und das Gesundheitsamt kommt „in der 34. Kalenderwoche“.",
    "Zwei Kühe standen auf dem Dach der Garage. Fragt mich nicht, wie.",
    # Geld
    "Das Brötchen kostet jetzt 62 Cent und die Verkäuferin verdient 12,41 Euro die Stunde. Beides stimmt nicht.",
    "Im Homeoffice spare ich 140 Euro Sprit im Monat, meine Frau im Altenheim spart nichts.",
    "Der Schaden liegt bei 3,4 Millionen, die Versicherung bietet 60.000 pro Haus.",
    "Das Casino am Bahnhof bringt der Stadt 900.000 Euro Vergnügungssteuer und der Suchtberatung volle Wartezimmer.",
    "Mein Bruder hat alles in Kryptowährung gesteckt und nun wohnt er wieder bei Mutti.",
    "Wer Spendenquittungen braucht: Rathaus, Zimmer 12, Mo bis Do, Telefon 030 23125 117.",
    "Vorsicht, da ruft jemand im Namen der Sparkasse an und will eine TAN. Auflegen!",
    # Fluchen, Trauer, Freude
    "Verdammter Regen.",
    "So ein Mist, jetzt ist auch noch der Strom weg.",
    "Scheiße, das ist unsere Straße auf dem Foto.",
    "Himmelherrgott, wann wird diese Ampel repariert?",
    "Ruhe in Frieden, Herr Lehrer Vogt. Sie haben uns das Lesen beigebracht.",
    "Ich zünde heute Abend acht Kerzen an.",
    "Sie leben!!! Alle!!! 😭🙏❤️ Danke an die Höhlenretter!!!",
    "Aufstieg!!! 🎉⚽🍻 Und das ohne Dach über der Tribüne 😂",
    "Mein Krebs war schon zweimal weg. Gehen Sie zur Vorsorge, auch zum Abtasten der Hoden und der Brust.",
    "Bei uns im Heim wurden Jungen missbraucht, jahrzehntelang. Danke, dass Sie das Wort nicht umschreiben.",
    # Längeres
    (
        "Ich war 31 Jahre lang Schleusenwärter und möchte drei Dinge richtigstellen. Erstens: Das Tor war "
        "nicht defekt, es war gesperrt. Zweitens: Gesperrt hat es nicht „irgendein Idiot“, wie hier "
        "geschrieben wurde, sondern ein Kollege mit einer schriftlichen Anweisung. Drittens: Die Anweisung "
        "kenne ich, ich habe sie damals auch bekommen, und ich habe sie nicht befolgt. Deshalb bin ich heute "
        "Schleusenwärter a. D. und nicht tot."
    ),
    (
        "Sehr geehrte Redaktion, Sie fragen, warum die Leute so wütend sind. Weil der Bus dreimal gestrichen "
        "wurde, weil die Praxis zu ist, weil der Bankautomat gesprengt und nicht ersetzt wurde, und weil dann "
        "einer aus der Hauptstadt kommt und uns erklärt, wir müssten „mitgenommen werden“. Ja, gern. Aber "
        "womit denn?"
    ),
    (
        "Mein Opa wurde 1943 als „Volksschädling“ abgeholt, das Wort steht so in der Akte. Ich bitte darum, es "
        "in Überschriften nicht einmal im Scherz zu verwenden."
    ),
    (
        "An den Herrn, der meint, Pflegerinnen hätten sich ihren Beruf ja ausgesucht: Stimmt. Ich habe mir "
        "Nachtdienste ausgesucht, Blut, Kot, Erbrochenes und das Halten von Händen. Nicht ausgesucht habe ich "
        "mir, mit 38 Patienten allein zu sein. Ihre Rechnung geht nicht auf, und wenn Sie einmal bei uns "
        "liegen, zeige ich Ihnen gern, warum."
    ),
)
