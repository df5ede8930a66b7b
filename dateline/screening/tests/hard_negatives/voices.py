"""How people speak: dialects, slang, learners, capitals."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, ...]] = {
    "dialect": (
        "We ain't seen no FEMA truck out here yet, and it's been four days, y'all.",
        "She been sayin that levee was weak. Been. Wadn't nobody tryna hear it.",
        "My auntie nem stayed on the roof till the boat came, praise God they good.",
        "Aye, the Clyde's up tae the railings and ma da's oot in his wellies takin photies, daft auld soul that he is.",
        "Whit a sight the morra will be, there's nae road left by the kirk at aw.",
        "Dinnae go doon the back lane, the wa's awa.",
        "Sure look, the Shannon does this every ten years and every ten years the same fella is shocked on the news.",
        "Jaysus the state of the pitch, you could've kept ducks on it. Grand match all the same.",
        "'Appen they'll fix t'bridge when t'cows come home. I've lived 'ere sixty year and never seen owt like it.",
        "Our kid works at t'pumping station and he's been on since Tuesday, bless him, he's dead on his feet.",
        "Howay man, the council canna even grit the bank in winter, what did ye expect?",
        "Kindly do the needful and update the list of relief camps, many people are asking since yesterday only.",
        "My cousin brother is posted there, he is telling that water has entered ground floor itself.",
        "Municipality fellows are simply passing the buck na, what to do.",
        "Wah gwaan wid di light dem? Two day now an di whole a Portmore dark.",
        "De river come down real quick an carry way Miss Iris goat dem, but nobody drown, tank God.",
        "Yeah nah, the creek's over the causeway, so if you're comin' from Dubbo you'll have to go the long way, mate.",
        "Flamin' galah landed on the microphone in the middle of the premier's speech, best presser in years.",
        "Fair dinkum the firies are legends, shout them a beer from me.",
        "Youse lot in the city wouldn't last a day out here in fire season and I say that with love.",
        "Wah lau, the drain outside my block choke again, every monsoon also like that.",
        "Abeg make government repair that road before rain come finish am.",
        "Ah'm fae Paisley an ah'm affrontit at the price o a pie at thon stadium.",
        "Da' jawn on Broad Street flooded again, tell me why they paved over the creek.",
        "It's fair siling it down in Barnsley and t'buses is off.",
        "Dem boys on the fire truck bad, eh! Big up alla dem.",
        "Bai, me na know how abe can sell ticket for a match pon a field full a water.",
        "I might could get down there with the john boat if somebody's fixin to open the gate.",
        "Wey aye.",
        (
            "Ah telt ye at the last flood an the yin afore it, if ye big hooses on a flood plain ye'll hae "
            "fish in yer kitchen, an did they listen? Did they buggery. The cooncil had a wee model made, wi "
            "wee trees, an a wee café. Ah could hae grat. Noo the wee café's in the Forth."
        ),
        (
            "My grandmama nem been on that block since '52 and she tellin everybody the same thing, the water "
            "don't care who you is. But the buses that came, they came to the other side first. We seen it. "
            "Ain't nobody got to explain it to us, we was standin right there with the babies and the coolers."
        ),
        (
            "Respected editor, myself resident of Sector 14 since last twenty-two years. Every monsoon same "
            "drama is happening, drain is choked, councillor is coming with umbrella-holder and photographer, "
            "and next day he is out of station. Kindly send your reporter in the rains only, not after, then "
            "you will be seeing everything with your own eyes."
        ),
    ),
    "learners' English": (
        "Sorry for my english. I want say thank to the peoples who gave us a bed in this night.",
        "In my country we had same problem with the river, and they made more place for water, not more high wall.",
        "I am not agree with this article, because author did not spoke with the farmers.",
        'Please to explain me what is "by-election", it is a second election?',
        "The childrens are afraid when it makes storm since then.",
        "I live here since two years and never I saw so much of help.",
        "Informations in the paper was very useful for me, I could to find the shelter.",
        "Why you write that the accident was on Tuesday? It was Monday, I have been there.",
        "My mother she don't know how to fill the form, is there somebody who speak Tigrinya?",
        "He has reason, the minister. One cannot build houses in the bed of the river.",
        "I am doctor in Syria, here I am learning for the exam. I can help with translate in hospital.",
        "Actually the bridge is in repair from April, this is not new information for the inhabitants.",
        "We was waiting four hour in the rain for bus and driver say it is no place more.",
        "It makes me sad when I see old peoples are alone in evacuation. Somebody can visit them?",
        "This is very funny for you maybe, but for us which live near, it is catastrophe.",
        "How do you call it in English, the wood that swims down the river? There was so much of this.",
        "I read your site for to learn English and now I know forty words for flood.",
        "Excuse me, but in the picture is not the river Oder, it is the Neisse.",
        "Very good!! Thanks you.",
        (
            "I am since eleven months in this country and I work in night in the bakery. When was the flood my "
            "boss has telephone to every worker and ask if we are okay, also to me, and I was not "
            "understanding every word but I have understood this. I want to say that in the newspaper always "
            "is written about bad bosses, so please write one time about mine."
        ),
        (
            "My teacher of English has told us to write a comment in a real newspaper, without the help. So I "
            "say my opinion. I think that the young persons should can vote with sixteen years, because they "
            "will live the longest with the climate. But my brother has sixteen years and he cannot choose a "
            "pizza in less than one hour, so I am not sure."
        ),
    ),
    "slang and short messages": (
        "ngl that goal was filthy",
        "bruh the bus literally floated",
        "anyone kno if skool is shut tmrw?? thx",
        "no cap this is the best explainer on the budget ive read",
        "lmaooo the goat on the roof im deceased",
        "my mum is gonna kill me, left my bike by the river 💀",
        "idk y ppl r mad abt the bins, they come on weds now thats it",
        "tbh the mayor ate that interview",
        "lowkey crying at the photo of the firefighter w the cat",
        "u ok hun? we're at no 12 if u need a shower x",
        "that save was sick, absolutely disgusting technique, love to see it",
        "smh 3 hrs on hold w the council",
        "gr8 pics tnx. wen is next game",
        "it's giving 1953 flood but with wifi",
        "fr fr the lunch lady deserves a statue",
        "POV: you bought a basement flat 🫠",
        "imo its not that deep, literally, it was like 20cm",
        "brb filling sandbags",
        "he's a beast!!! 3 golds at 17, sheesh",
        'wtf is a "preliminary non-binding consultation", can sm1 explain like im 5',
        "yooo they finally fixed the skatepark lets gooo",
        "damn ok did not expect the library vote to slap this hard",
        "rip my trainers lol",
        "💀💀💀 same",
        (
            "ok so basically my nan who is literally 84 just absolutely bodied the mayor at the town hall like "
            'she had RECEIPTS she had a folder she had tabs in the folder and he goes "we\'ll look into it" '
            "and she goes \"u said that in 2011 luv it's in the blue tab\" im screaming she's my entire "
            "personality now"
        ),
        (
            "ppl sayin the kids who did the graffiti r criminals... its a mural of a heron. like its actually "
            "sick. go look at it b4 u talk. the heron is better than anything the council put up in that "
            "underpass in my whole entire life and im 16 so thats ages"
        ),
    ),
    "capitals": (
        "PLEASE NOTE: THE PUMP AT WEIR STREET IS OFF UNTIL SIX.",
        "ROAD CLOSED BETWEEN THE MILL AND THE CHURCH. USE THE UPPER ROAD.",
        "Sorry for capitals, my keyboard broke in the flood. THE TAP WATER IS SAFE AGAIN, SAYS THE LAB.",
        "NATO, WHO, UNHCR, FEMA, BBC and CNN all give different numbers.",
        "I WRITE IN CAPITALS BECAUSE MY EYES ARE BAD. I LIKED THE ARTICLE ABOUT THE CHOIR VERY MUCH.",
        "FOUND: ONE BLACK LABRADOR, RED COLLAR, FRIENDLY. AT THE FIRE STATION.",
        "The sign says KEEP OUT and I think we should.",
        "READ THE REPORT. Page 12. It is all there and nobody quotes it.",
        "This is NOT a drill, the siren at 14:05 is the real one.",
        "BREAKING for those of us on the hill: the shop has BREAD.",
        "VOTE ON SUNDAY, WHATEVER YOU VOTE.",
        "HAPPY NEW YEAR TO THE NIGHT SHIFT AT THE HOSPITAL",
        "PSA: the SW entrance of the DIY store has a generator, charge your phones, bring your own USB-C.",
        "WHY is there still no crossing at the school?",
        "To the man in the RED VAN who pulled us out of the ford: THANK YOU. We never got your name.",
        "MISSING SINCE TUESDAY: JOSEF, 81, GREY COAT, WALKS WITH A STICK.",
        "AMBULANCES ARE USING THE BACK GATE, DO NOT PARK THERE.",
        "i'm not shouting i'm just DELIGHTED",
        "My dad's last telegram read ARRIVED SAFE STOP COLD STOP LOVE STOP and we have it framed.",
        "DONE.",
        (
            "NOTICE FROM THE ALLOTMENTS: THE LOWER GATE IS STUCK. USE THE UPPER GATE. DO NOT CLIMB. MR "
            "PRESCOTT CLIMBED. MR PRESCOTT IS AT HOME NOW AND GRATEFUL FOR THE CARDS, BUT WOULD LIKE NO MORE "
            "GRAPES."
        ),
        (
            "I AM 91 AND I TYPE WITH ONE FINGER, SO FORGIVE THE BIG LETTERS. I WAS IN THE WATER IN 1953 WITH "
            "MY SISTER ON MY BACK. WHAT I WANT TO SAY TO THE YOUNG FAMILIES IS THIS: THE HOUSE DRIES. IT TAKES "
            "A YEAR AND IT SMELLS, BUT IT DRIES."
        ),
    ),
}
