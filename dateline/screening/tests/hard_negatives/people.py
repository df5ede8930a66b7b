"""Who is spoken of: names that look like insults, and what people call themselves."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, ...]] = {
    "names": (
        "Scunthorpe is under water again and the A18 is shut.",
        "Bus 7 stops at Dyke Road Drive, not at the pumping station.",
        "Alison Cockburn, the deputy head, told parents at the gate that school stays shut till Thursday.",
        "Dick Hooker has run the hardware shop since 1978 and gave every family a pump for free. Thank you Dick!",
        "Is the road from Coon Rapids to Guthrie Center open? My mother has dialysis at nine.",
        "My gran Fanny Gay turned 100 in the evacuation centre, with cake.",
        "We drove through Fucking, sorry, Fugging, on the way to Salzburg and no, we did not steal the sign.",
        "The mayor of Bitche wrote a very decent letter to the social network that deleted his town's page.",
        "Penistone, Wetwang and Upperthong had no power until midnight.",
        "The Sexmoan bridge (the town has been called Sasmuan for decades) was rebuilt after Pinatubo, not before.",
        (
            "Black River is over its banks at Watertown, and so is Dick's Creek at the Twatt road end, or is "
            "your map mixing New York and Orkney?"
        ),
        "Dr. Wang and Dr. Dong at the clinic worked 30 hours without a break.",
        "The fire reached Assawoman and Chincoteague, and the ponies were moved in time.",
        "Titisee was frozen in February and by June you could walk to where the boats should be.",
        (
            "Shitterton won best small hamlet and somebody stole the sign again, so they bought one and a half "
            "tonnes of marble."
        ),
        "Cockermouth, Cockfosters, Clitheroe, Lightwater: your comment filter hates the whole country.",
        "I live in Intercourse, Pennsylvania, next to Blue Ball, and we'd like the flood map corrected please.",
        "Niger won 2-1, not Nigeria. Two countries, two teams, one very tired sub-editor.",
        "Congratulations to Kuntz, Fuchs and Assmann on the bronze in the relay!",
        "Mr Butt and Mrs Hoare both voted against, only Councillor Willy Fokker was for it.",
        "There were sandbags all along Cumming Street and Hooker Avenue by four.",
        "Dildo, Newfoundland has 1,200 people, one gas station and the best fish and chips on the bay.",
        "Where exactly is the breach, Muff or Moville? You say both.",
        "Lake Titicaca is at its lowest level in 20 years, could you do a piece on that?",
        "Mianus River bridge, 1983. Same kind of hanger pin. Read the report, it is all there.",
        "Batman province, in Turkey, had the quake. The headline writer had too much fun.",
        "Gaylord, Michigan was hit by the tornado, and Mr. Gaylord Focker's jokes can wait.",
        "Prof. Rape-Schmitz, who has had that name for 58 years, is right about sediment.",
        "Our keeper Seaman, our back four Shittu, Bent, Gay and Dickov. The nineties were a different time.",
        "Bitche? Bless you.",
        (
            "The list of streets under water, as I could see them from the church tower: Hoare Lane, Cockshut "
            "Hill, the whole of Dyke Road up to the garage, Bell End, and the lower half of Gropecunt Yard, "
            "which the Victorians renamed Grape Yard and the old people didn't. Slag Lane is dry. Minge Lane I "
            "couldn't see because of the poplars."
        ),
        (
            "Could the sports desk please learn that Wang Fang is a woman, that Wang is her family name, and "
            "that she has won this race three times? Also Dick Tiger was a man from Nigeria, and one of the "
            "best middleweights who ever lived, and my dad shook his hand."
        ),
    ),
    "identity": (
        "As a gay man who grew up on that street I can tell you the bar was our living room.",
        "I'm a trans woman and a bus driver and the only thing my passengers ask me is whether we are late.",
        "We are Muslims, we are from here, and we were filling sandbags next to everybody else at three in the night.",
        "Jewish and proud, and also very tired of being asked about a government I never voted for.",
        "Black mother of three here: the school has been great, the bus company not so much.",
        'I am disabled, I use a wheelchair, and "evacuate by the stairs" is not a plan.',
        "Old, fat and happy, thank you for asking. I will be at the pool on Sunday as usual.",
        "We dykes of the Tuesday rowing club rescued two men and a sheep. You may print that.",
        "Queer youth centre on Bridge Street is open all night for anyone who can't go home. Anyone.",
        "I'm an immigrant, I pay tax, I coach the under-nines and I still have to queue at 5 am for a stamp.",
        "Feminist since 1971 and I disagree with the columnist, which feminists are allowed to do, you know.",
        (
            "My wife and I (both women, yes) have been married for twelve years and nobody's marriage fell "
            "apart because of it."
        ),
        "Autistic reader here, please put the key facts first and drop the autoplay videos.",
        (
            'The word "queer" was thrown at us for years and we picked it up and kept it. Nothing to be '
            "embarrassed about in the headline."
        ),
        "I'm Roma. I am also the plumber who fixed your town hall, and I'd like to be asked about plumbing for once.",
        "Asian guy in a small town, 20 years, one bad incident, a thousand good neighbours. Both things are true.",
        "I am a Catholic, a Tory and a lesbian, so I get invited to very few parties.",
        "Blind readers can't use the map. Could you add a list of the closed roads? Thanks, a blind reader.",
        "Deaf, not hard of hearing. There is a difference and the interpreter was standing behind the mayor's head.",
        (
            "Us cripples have been saying since 2004 that the lift at the station is too small. Our word, we "
            "use it, carry on."
        ),
        "Gay, Arab, vegetarian. My family took it in that order, and the last one was the hardest for my mum.",
        "I came as a refugee with one bag. My daughter is a fire officer now and was on your photo yesterday. I cried.",
        "White working-class bloke, 54. Not everything you read about us is true either.",
        "Trans kids exist, they are in year nine, they want to pass maths. That's the whole story.",
        "I'm bi, Hindu and a widow at 38, and what helped me was the choir. So please don't close the hall.",
        (
            'I\'ve read forty comments about "what Muslims think" and not one of them by somebody who fasts. '
            "So: I think the swimming lessons should go on, I think that my daughter can decide for herself "
            "what she wears in the water, and I think the pool is too cold. That's three opinions. My wife has "
            "three others, and the imam a fourth."
        ),
        (
            "I grew up gay in that town when the word was only ever shouted. Last Saturday the butcher had a "
            "rainbow flag between the sausages, slightly crooked, and I stood outside his window and bawled "
            "like a child, 58 years old, with my shopping."
        ),
        "fat girl here, ran the half marathon, finished, ate a pie",
    ),
    "grief": (
        "We lost Dad on Tuesday. He went back for the dog. The dog is fine.",
        "Rest in peace, Marjorie. You taught half this town to read.",
        "I don't know what to write. He was my best friend since we were four.",
        "There is a candle in our window tonight for the eight.",
        "My little sister would have been twelve today.",
        "To the nurse who held my husband's hand when I could not be there: I think of you every evening.",
        "Gone too soon, mate. See you on the big pitch.",
        "I keep setting the table for five.",
        "Thank you for printing her name right. It mattered to us.",
        "All my photographs are gone. My wedding, my boys as babies, my mother. It's only paper, people say.",
        "She hated fuss, so I'll just say she was loved.",
        "Does it stop? It's been a year since the fire, and I still smell it.",
        "Sending love from Bogotá to the families. We had our mountain too.",
        "He was no saint, our Kev, but he carried eleven people out of that stairwell before it fell in on him.",
        "I killed myself with work after she died. It took a stranger at the allotment to say: go home, sit down, cry.",
        "The funeral is on Friday at two, wear something bright, she asked for it.",
        "My son took his own life in March. Please keep the helpline under every one of these reports.",
        "Heartbroken. There are no other words.",
        "We buried him beside the church that he rebuilt after the last flood.",
        "Poor, poor people. And the children.",
        "Miss you, Da.",
        (
            "People keep telling me that he died doing what he loved. He did not. He loved fishing, and his "
            "tea, and shouting at the radio. He died in a stairwell full of smoke, looking for a child who had "
            "already been brought out by the back. I don't want a medal. I'd like somebody to tell me that "
            "they have mended the radios."
        ),
        (
            "It's the ordinary things that I can't bear. Her glasses on the bread bin. The dentist ringing "
            "about Thursday. I was married for fifty-one years, and I never once bought my own socks, and this "
            "morning I stood in the shop and did not know my size, and a young man with rings in his nose "
            "helped me and never asked why I was crying."
        ),
    ),
    "joy": (
        "They're out!!! All twelve!!! 😭😭😭🙏🙏❤️❤️❤️",
        "🎉🎉🎉 WE GOT THE SWIMMING POOL BACK 🎉🎉🎉 🏊‍♀️🏊🏽‍♂️🏊🏿",
        "Best. Day. Ever. 🏆⚽🔥🔥🔥 come onnnn",
        "💙💛💙💛💙💛",
        "My grandson is in the picture, third from left, with the enormous trombone 🎺😂 (I know it's a trumpet)",
        "Baby elephant!!! 🐘🐘🐘🥹",
        "👏👏👏👏👏 to every single volunteer",
        "she said YES on the jumbotron, my cousin!!! 💍💍😍😍😍",
        "☀️ first dry day ☀️ laundry ☀️ everywhere ☀️",
        "🐶 home safe 🐶 after 11 days 🐶 thank you all so much",
        "Gold!!!! 🥇🥇🥇 from a club with no roof 🥇🥇🥇 I can't stop crying",
        "❤️🧡💛💚💙💜 what a parade, what a town",
        "😂😂😂😂😂😂😂 the goat again",
        "Happy birthday to the library, 150 years young 🎂📚🎂📚",
        "⭐⭐⭐⭐⭐ for the soup kitchen, and for the man with the accordion",
        "I passed!!! thank u Mr. Adeyemi 🙌🏾🙌🏾 best maths teacher in the world",
        "🚒💨💨 our heroes 🚒💨💨 cake is on its way 🍰🍰🍰",
        "yesssss the otters are back 🦦🦦🦦",
        "From a very wet ☔ Bergen 🇳🇴 to a very happy 🎉 Limerick 🇮🇪: well played!",
        (
            "The ferry blew its horn three times and everyone on the quay waved. 🚢👋👋👋 I am 73 and I jumped "
            "up and down."
        ),
        "🥳🥳🥳🥳🥳",
        (
            "🎺🎺🎺 THE BAND IS BACK 🎺🎺🎺 after two years and a flood 🌊 and a fire 🔥 and that thing with "
            "the mice 🐭 they played the whole first half of the concert in wellies 🥾🥾 and the tuba had a "
            "fish in it, I swear 🐟😂 Best night of my life, thank you all, I am hoarse ❤️❤️❤️"
        ),
        (
            "Mum got the all-clear today!!!! 😭🎉 So I'm going to read every single article on this page, even "
            "the sewage one, and I'm going to love every one of them 🥰🥰🥰"
        ),
    ),
}
