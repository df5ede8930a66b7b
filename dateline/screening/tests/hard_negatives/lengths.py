"""Long ones, and other languages."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, ...]] = {
    "long comments": (
        (
            "I have lived on the east bank since 1964 and I would like to put a few things on record before "
            "the inquiry turns them into a summary. The gauge at the mill was read by hand until 1988, by a "
            "man called Arthur Penn, who wrote the level into a school exercise book three times a day. The "
            "books are in the parish cellar, or were until Sunday. They show that the river reached the third "
            "step of the quay in eleven winters out of twenty-four, and that nobody drowned in any of them, "
            "because people knew. When the step went under, the shopkeepers carried their stock upstairs, the "
            "ferry was tied to the chestnut and the school sent the children home along the upper "
            "road.\n\nThen the gauge was automated and the step was removed for a parking space. I do not say "
            "that a machine is worse than a man with a book. I say that the man told us, and the machine tells "
            "an office two hundred miles away. On Saturday evening, the figure that would have emptied our "
            "street stood on a screen for four hours. I know this because the agency printed it in its own "
            "bulletin, which you link to.\n\nSo here is what I would ask of the inquiry, in the plainest words "
            "I have: paint the step back. Put a number on it. Ring the bell when the water gets there. It "
            "costs a tin of paint."
        ),
        (
            "Long-time reader, first long comment. I was the returning officer's clerk at three elections, so "
            "let me explain why a count takes until four in the morning, because I have read a lot of dark "
            "theories under this article. The boxes arrive between ten and half past eleven. Each is opened in "
            "front of agents of every party, and the papers are first counted face down, simply to check that "
            "there are as many as the book says. If one is missing, everything stops until it is found, and it "
            "is always stuck in the corner of the box. Then they are sorted, bundled in fifties, and recounted "
            "by a different pair of people. The doubtful ones go on a separate table: two crosses, a name "
            "written in, a drawing (there are always drawings, and some are good), a long letter to the mayor. "
            "Every doubtful paper is held up and shown to the agents, and they argue, politely and at length. "
            "Only after all that are the bundles added up, twice, on paper. The reason the big city comes in "
            'last and "flips" the result is that it has forty times the paper and four times the tables. It '
            "isn't sinister. It's arithmetic and tired people drinking bad coffee. If you don't trust it, come "
            "and stand there; anyone on the register may apply to watch, and we were always short of people."
        ),
        (
            "I am writing as one of the eleven teachers who signed the letter, and I want to answer the "
            'criticism here point by point, because much of it was fair.\n\n1. "Why did you wait two years?" '
            "We did not. We wrote to the head in September, to the board in January and to the county in May. "
            "We have the receipts. What we waited with was going public, because a school is made of children "
            'who read newspapers.\n\n2. "You are exaggerating the mould." Perhaps. None of us is a building '
            "inspector. What we know is that four classrooms smell, that nine pupils in one class of "
            "twenty-six use an inhaler, and that the inspector's report, when it finally came, used the word "
            '"uninhabitable" about the room in which I teach French.\n\n3. "It\'s all about money." Yes, it '
            "is. It is about 1.9 million for a roof, against 2.4 million for the roundabout. I like "
            'roundabouts. I would like the roof first.\n\n4. "Teachers are always complaining." We are! It '
            "comes with the marking.\n\nThank you to the parent who brought dehumidifiers from his own shop. "
            "You know who you are and so do twenty-six children."
        ),
        (
            "My brother was in the second lorry. I have read every report about that night and there is one "
            "thing that all of them get wrong, and I have never had the nerve to write it down. They were not "
            "sent to guard the depot. They were sent to fetch bread. There were fourteen of them, nineteen and "
            "twenty years old, with two rifles between them and a list of bakeries. The shooting began on the "
            "bridge, from the north side, and it went on for eleven minutes. Five were killed at once. My "
            "brother was hit in the neck and lived until the morning, in the kitchen of a woman who did not "
            "speak our language and who held a towel to his throat for six hours. She wrote to my mother in "
            "1996, through the Red Cross. In the letter she said that he asked for water and for somebody "
            "called Mila. That's me.\n\nI don't want revenge and I don't want a monument. I do not care, any "
            "more, who gave which order on which radio. I would like the museum to change one word on one "
            "sign. They were not a unit. They were a bread round."
        ),
        (
            "Let me try to lay out the argument about the bypass as fairly as I can, because after nine years "
            "I can recite both sides in my sleep. FOR: eleven thousand vehicles a day go through a street that "
            "is six metres wide. Two people have died at the pharmacy corner since 2015, one of them a girl of "
            "nine on her way to choir. The air is bad, the houses shake, and the bakery has moved. AGAINST: "
            "the route goes through the wet meadows, which hold the flood back for everybody downstream, and "
            "the traffic model that promises relief dates from before the ring road was finished. It will cost "
            "38 million, of which the town pays nine, which it does not have. Also, and this is what people "
            "say in the pub and never at the hearing, it will make some fields next to the junction very "
            "valuable, and everyone knows whose fields they are.\n\nWhat nobody has tried is the cheap thing. "
            "Close the street to lorries for six months, put the crossing lights where the parents asked for "
            "them, run the bus every quarter of an hour and count again. If it fails, build the road and I "
            "will bring a cake to the opening. If it works, we have saved 38 million and a meadow. I have "
            'proposed this at four hearings and the answer was, each time, that a trial would "anticipate the '
            "outcome of the procedure\". Well, yes. That is what trials are for. I'm not angry with the "
            "engineers, who have been patient with us. I am angry with the habit of deciding first and "
            "measuring afterwards, and I suspect it is older than the bypass and will outlive it. See you at "
            "hearing number five, bring a cushion, the chairs are dreadful."
        ),
        (
            "I was the fourth ambulance to arrive, and I'd like to correct two details without saying anything "
            "about patients. The road was blocked by parked cars on both sides; we lost about six minutes at "
            "the corner shop, and it was the teenagers from the bus stop who lifted a small Fiat out of the "
            "way, eight of them, on three. They should be in your article. Second, the hospital was not "
            '"overwhelmed". It was full, and they had a plan for full, and the plan worked. Overwhelmed is '
            "when there's no plan. I have seen that too, elsewhere, and I hope never to see it again."
        ),
        (
            "People ask why anybody stays in a place like this. I have thought about it through three "
            "evacuations. Partly it's money, because you can't sell a house that has been on the news. But "
            "mostly it is that my wife is buried on the hill, and the baker knows how I take my coffee, and "
            "when the siren goes somebody knocks on my door before I've found my glasses. I have cousins in "
            "the city who live on a safe seventh floor, and who couldn't tell you the name of the person "
            "across the landing. Everybody chooses their own flood."
        ),
        (
            "A word from the farm side, since we are only ever asked for the photograph. We lost 61 ewes, most "
            "of them in lamb. The insurance pays market value on the day, which is after everyone in the "
            "valley has lost theirs and nobody is buying, so the market value is a joke. Replacing a hefted "
            "flock isn't like replacing a car. The sheep knew that hill because their mothers did. It takes "
            "about ten years to teach a new lot where the walls are. That's the bit which never gets into a "
            "compensation form, and I'm not sure it could."
        ),
        (
            "I coached both of the boys in this story, from under-eights to county, so you can believe that "
            "I've no favourite. What happened on that pitch took two seconds. What happened afterwards, on "
            "phones, took two weeks and did ten times the harm. One of them was told by hundreds of strangers "
            "to go and die. He is fifteen. The other got so much praise for a thing he was ashamed of that he "
            "stopped coming to training. So whatever you write under this article, please picture a lad "
            "reading it in a bus shelter, because he will."
        ),
        (
            "Half of what's said here about the water works is from before my time, but I can tell you how the "
            "pumps are wired because I wired them. There are three. One runs, one rests, and one waits. When "
            "the mains fail, the diesel comes on within nine seconds, and we tested that on the first Monday "
            'of each month until the tests were "bundled", as they call it, into one per year. The diesel '
            "started on Saturday. It ran for forty minutes. Then it stopped, because the tank had been filled "
            "for an hour's test and nobody is paid any longer to look at a gauge."
        ),
        (
            "I voted for this council and I'd like to say why I won't again, without shouting. It isn't the "
            "parking fees and it's not the fountain. It is that when the youth centre was shut, the reason "
            "given was fire safety, and when the parents offered to pay for the fire doors, the reason became "
            "staffing, and when two retired teachers offered to staff it, the reason became insurance. I can "
            "live with a no. What I can't live with is being handed a new key for every lock until you notice "
            "that there's no door."
        ),
        (
            "You asked readers what the heat was like, so here is a night on the fourth floor. At eleven it "
            "was 34 in the bedroom. We put the children in the bath with two inches of water and they thought "
            "it was a party. At one the power went, so no fan. At two the old man next door knocked and asked "
            "whether he might sit on our balcony, because his faces the car park. He's 88. We gave him ice "
            "until the ice ran out, and he told us about a summer in 1947. At five there was a breath of wind, "
            "and every balcony in the block clapped. Honestly, they clapped."
        ),
        (
            'As a court interpreter I want to defend the witness. Several commenters think she "changed her '
            'story". She did not. In her language there\'s one word for "uncle", "neighbour" and "any '
            "older man to whom you're polite\", and the first interpreter, a colleague whom I respect, chose "
            '"uncle". The second chose "neighbour". The woman said the same word both times, I heard the tape. '
            "A man nearly went free over it. Interpreters are paid by the hour, with no preparation, and given "
            "the file at the door. I'd happily show anyone what that means in practice."
        ),
        (
            "I'm fourteen and we had to read this article for school and write what we think. I think it is "
            "sad that the last cinema closes. My friends say it doesn't matter because everyone has a screen, "
            "but it's not the same, as you cannot hear two hundred people hold their breath on a phone. My "
            "granddad had his first kiss there (row K) and my mum worked at the kiosk. I have only been eleven "
            "times. If every pupil in town paid two pounds a month it would be enough, I did the calculation "
            "with my teacher, she's reading this too, hello Mrs Brandt."
        ),
        (
            "Some history, as the thread is full of guesses. The wall was built by prisoners of war in 1917 "
            "and raised in 1936, after a winter in which the ice tore away the old wooden one. In 1954 the "
            "crest was lowered again by thirty centimetres for the tram, with a set of boards that were to be "
            "slotted in when the water came. The tram stopped in 1971. The boards were sold as firewood, "
            "according to the minutes, for the sum of forty. So the gap through which the river came on Sunday "
            "is neither an act of God nor a mistake in construction. It's a tram."
        ),
        (
            "You ask in your survey what we would do with the old hospital, and there's room for eighty "
            "characters. I need a few more.\n\nI was born there, on the second floor, in the room with the "
            "round window. So were my three children and, as far as I can tell, half of the people in this "
            "thread. I trained there as a nurse in 1976, when matron still measured the fold of the sheet with "
            "a ruler. I have seen people die in every corridor of that building. I have seen a man get up "
            "after four months, in a ward where nobody gets up, and ask for a beer. I danced in the boiler "
            "room on the night when the strike was won, and I met my husband in casualty, where he'd come with "
            "a nail in his foot. When they closed it I was the one who turned the lights off on the children's "
            "ward, and I'm not ashamed to say that I said good night to the beds.\n\nSo I am not neutral. But "
            "I'm not sentimental either. The plans I've read are three. Luxury flats, with the chapel as a "
            '"wellness area". A hotel, with the mortuary as a "wine vault", which made my colleagues laugh '
            "until they had to sit down. And the council's own, which is to let it stand until it falls over, "
            "and then to express regret.\n\nHere is a fourth. The ground floor is sound; the engineer said so "
            "in 2019, and his report is in the library. Put the surgery there, the one that's now in two "
            "containers. Put the midwives next to it, and the food bank, and the office where you get your "
            "forms stamped. Give the round window to whoever wants to learn to read. Leave the upper floors "
            "empty till there's money, with a good roof on top. It would cost, I'm told, a third of the car "
            "park. It would not look smart. But people would go in there again when something hurts, and "
            "somebody would look up and say, come in, sit down, what's the matter? Which is the only thing "
            "that building was ever for.\n\nEighty characters: GIVE IT BACK TO THE PEOPLE WHO WERE BORN THERE. "
            "That's forty-seven, keep the change."
        ),
    ),
    "English with quotations": (
        (
            "The old woman kept saying «вода пришла ночью», the water came at night, and nobody translated it "
            "for the minister."
        ),
        'The banner says «Δεν ξεχνώ», "I don\'t forget", and has nothing to do with football.',
        (
            'He was chanting "الشعب يريد إسقاط النظام" like everyone in that square, it means the people want '
            "the fall of the regime."
        ),
        (
            'My grandmother\'s saying, "גם זה יעבור", this too shall pass, is on her stone in the flooded '
            "part of the cemetery."
        ),
        '"जल ही जीवन है" is painted on the tank. Water is life. The tank was empty, you see the irony.',
        (
            'The sign in your photo reads 水深危险, "danger, deep water", and that is why nobody was swimming. '
            "Please fix the caption."
        ),
        'In the video the man shouts «помогите», help, not "leave". That changes the story quite a bit.',
        'The motto of my regiment was "Ἢ τὰν ἢ ἐπὶ τᾶς". We were a supply regiment. We mostly came back with potatoes.',
        (
            "As the Persian poem goes, «بنی‌آدم اعضای یکدیگرند», and I thought of it when the whole street "
            "formed a chain with buckets."
        ),
        (
            'Mistranslation: 加油 here is "keep going!", not "add oil", although I would pay to see the '
            "minister's face."
        ),
        "The note left on the door said „Wir sind bei Oma“, so the family was safe all the time.",
        ('Her reply was "ça suffit", that\'s enough, and not "it suffices", as your subtitle has it. She was furious.'),
        (
            "«Ваш звонок очень важен для нас», your call is very important to us. Some sentences are the same "
            "everywhere, aren't they?"
        ),
        'They sang "שיר לשלום" in the square that evening, an hour before he was shot. I was there, near the stairs.',
        'On the wall: "यहाँ पेशाब करना मना है". No urinating here. Not, as you wrote, an anti-government slogan.',
        "In Japanese the word is 津波, harbour wave, and it's got nothing to do with the tides.",
        "The president said «Μολὼν λαβέ» at a tax hearing, and the whole room of lawyers had to look at the ceiling.",
        (
            'My neighbour from Aleppo says "إن شاء الله" about the bus timetable, and honestly it\'s the most '
            "accurate information we've got."
        ),
        "«Спасибо», he said. Thanks.",
        (
            "My mother-in-law reads your live blog through a translation program, and I'd like to warn the "
            'readers in the same position: it turned «γιαγιά» into "witch" and «κρίμα» (what a pity) into '
            '"crime". So if a Greek reader seems to accuse the grandmothers of this town of crimes, please be '
            "gentle, she only said that she was sorry for them."
        ),
        (
            'The inscription is older than the article says. It reads "שומר ישראל", and below it, in a '
            'different hand, «المحبة», which is Arabic for love, and under that somebody has scratched "wash '
            'me". Three religions, if you count the last one. The flood line goes straight through the middle, '
            "and all the three of them are still legible."
        ),
        (
            "The recipe calls for 豆腐, which is tofu, and not for 腐乳, fermented bean curd. I made it with "
            "the second. My family has asked me to write to you."
        ),
    ),
    "other languages": (
        "La mairie aurait pu prévenir tout le monde avec une sirène, comme en 1999.",
        "Trois morts, vingt blessés, et pas un mot du préfet. C'est honteux.",
        "Merci pour ce reportage, on sent que la journaliste a passé la nuit avec les pompiers.",
        "El puente lleva cerrado desde marzo y nadie nos dice cuándo lo van a arreglar.",
        "Mi abuela vivió la riada del 57 y siempre decía que el río tiene memoria.",
        "¡Qué golazo! Se me saltaron las lágrimas, y eso que soy del otro equipo.",
        "Hanno speso due milioni per la rotonda e la scuola ha ancora il tetto che perde.",
        "Un abbraccio alle famiglie delle vittime da un vecchio alluvionato di Firenze.",
        "Não concordo com o artigo: a culpa não é da chuva, é de quem autorizou as casas na encosta.",
        "Alguém sabe se o comboio das sete já circula? A linha esteve cortada ontem.",
        "Het water staat bij ons tot aan de derde trede, maar de pomp doet het gelukkig nog.",
        "Wat een onzin om de bibliotheek te sluiten en tegelijk een nieuw parkeerdek te bouwen.",
        "Burmistrz obiecał wał przeciwpowodziowy jeszcze w 2010 roku, a my dalej układamy worki z piaskiem.",
        "Dziękuję strażakom ochotnikom, bez was nie byłoby już naszej szkoły.",
        "V článku máte chybu, most nespadl v úterý, ale ve středu ráno.",
        "Naše babička říkala, že kdo staví u řeky, ten má vodu za souseda.",
        "Сколько можно обещать новую больницу? Её строят уже двенадцать лет.",
        "Спасибо волонтёрам, вчера вывезли на лодке мою маму и двух кошек.",
        "У нас п'ятий день немає світла, але пекарня працює від генератора, і хліб є для всіх.",
        "Виправте, будь ласка: загинуло троє людей, а не тринадцятеро.",
        "Ο δήμαρχος ήξερε για το ρέμα από το 2014 και δεν έκανε τίποτα.",
        "Συγχαρητήρια στα παιδιά της ομάδας, μας κάνατε περήφανους!",
        "Yangın bizim köye iki kilometre kala durdu, itfaiyecilere minnettarız.",
        "Seçim sonuçlarını neden bu kadar geç açıkladılar, bilen var mı?",
        "المستشفى بلا كهرباء منذ يومين، والأطباء يعملون على ضوء الهواتف.",
        "شكراً على التقرير، لكن عدد القتلى سبعة وليس سبعين.",
        "جاده هنوز بسته است و نان به روستا نرسیده، لطفاً اطلاع‌رسانی کنید.",
        "من با نظر نویسنده موافق نیستم، مشکل سد نیست، مدیریت آب است.",
        "הרחוב שלנו הוצף שוב, והעירייה אומרת שזה קורה פעם במאה שנה. זו הפעם השלישית.",
        "כל הכבוד למורה שהוציאה את כל הילדים בזמן.",
        "हमारे गाँव में चार दिन से पानी भरा है और नाव सिर्फ़ एक है।",
        "मंत्री जी हर साल आते हैं, फोटो खिंचवाते हैं और चले जाते हैं।",
        "নদীর পাড় ভেঙে আমাদের স্কুলটা গতকাল পানিতে চলে গেছে।",
        "সংবাদটি ভালো হয়েছে, তবে গ্রামের নামের বানান ঠিক করে দিন।",
        "எங்கள் தெருவில் இரண்டு நாட்களாக மின்சாரம் இல்லை, குடிநீரும் வரவில்லை.",
        "மீட்புப் பணியில் ஈடுபட்ட மீனவர்களுக்கு மிக்க நன்றி.",
        "سڑک ٹوٹ گئی ہے اور مریضوں کو چارپائی پر اٹھا کر لے جانا پڑتا ہے۔",
        "بہت اچھی رپورٹ ہے، مگر اسکول کے استادوں کا ذکر بھی ہونا چاہیے تھا۔",
        "村里的桥被冲走了,孩子们现在要绕两个小时的山路去上学。",
        "报道里的数字有误,受伤的是十二人,不是二十一人。",
        "避難所の毛布が足りないそうです。市役所の窓口で受け付けています。",
        "監督の采配には疑問が残るが、選手たちは最後までよく走った。",
        "우리 동네는 아직도 물이 안 빠졌는데 시장님은 어디 계신가요?",
        "소방관 여러분 정말 고생 많으셨습니다. 푹 쉬세요.",
        "Nhà tôi ngập đến mái, cả xóm phải sang trường học ngủ nhờ.",
        "Cảm ơn các anh bộ đội đã chở mẹ tôi đi bệnh viện trong đêm.",
        "Banjir begini setiap tahun, tapi sungainya tidak pernah dikeruk.",
        "Tolong perbaiki judulnya, yang roboh itu jembatan lama, bukan yang baru.",
        "Barabara ya kwenda hospitali imekatika, tunaomba serikali itusaidie haraka.",
        "Asanteni sana kwa habari hii, watu wa kijijini wamefurahi kusikilizwa.",
        "Vattnet stod en meter högt i källaren och pumpen gick sönder klockan tre på natten.",
        "Jag håller inte alls med ledaren, men det var välskrivet.",
        "Koulun katto vuotaa edelleen, vaikka siitä kirjoitettiin täällä jo kaksi vuotta sitten.",
        "Hienoa työtä vapaaehtoisilta, kahvit tarjotaan torilla lauantaina.",
        "A polgármester azt ígérte, hogy tavasszal kész lesz a gát. Melyik tavasszal?",
        "Köszönöm a cikket, a nagyapám is ott dolgozott a bányában.",
        "Trei ore am așteptat salvarea, pentru că podul era închis și nimeni nu anunțase.",
        "Felicitări fetelor de la handbal, ne-ați făcut seara frumoasă!",
        "Струје нема од петка, а грејемо се на стари шпорет код комшије.",
        "Dali su pola miliona za fontanu, a u domu zdravlja nema grejanja.",
        "May baha pa rin po sa amin, sana makarating ang relief goods bago dumilim.",
        "Ang galing ng mga guro, inuna nila ang mga bata bago ang sarili nilang bahay.",
    ),
}
