"""What happened: the dead, the weapons, the wounded bodies, the animals."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, ...]] = {
    "casualty reports": (
        "Fourteen dead now, it was nine this morning.",
        "The hospital says 31 people died in the fire, eleven of them children.",
        "They shot him at the bus stop in front of everybody and drove off. He was nineteen.",
        "My neighbour was killed when the wall came down on her car. The article has her age wrong, she was 67.",
        "Police found two more bodies in the culvert behind the brewery at about six.",
        "At least 200 killed and the number will rise, because nobody has been able to reach the upper villages yet.",
        'Is it confirmed that the driver died? Radio says yes, your report says "critical".',
        (
            "Eight people burned to death in that hostel and the inspector had signed it off in March. "
            "Somebody has to answer for that."
        ),
        "The gunman killed his wife first, then himself. It says so in the coroner's summary, page 4.",
        "He was beaten to death over a parking space. A parking space.",
        "40 drowned, most of them in their own basements, trying to save the car or the freezer.",
        "They executed the prisoners by the roadside. I saw the pictures and I wish I had not.",
        "how many died at the factory?? you say 12, the union says 19",
        'Please add that the three who died at the crossing were volunteers of the fire brigade and not "onlookers".',
        "The stabbing was on Mill Lane, not Mill Street. The victim is stable, thank God.",
        "The dead man was a murderer who had escaped in 2019, the prosecutor confirmed it this afternoon.",
        "In 1953 the same dyke broke and 1,836 people died on the Dutch side alone. We learn slowly.",
        "A mother strangled, two kids poisoned, and the file had been on a desk at the youth office since January.",
        "Every one of the people in that van suffocated. They had paid four thousand each for the ride.",
        'Body count is an ugly phrase, could you write "number of the dead" in the headline?',
        "My grandfather was hanged in that square in 1944, so yes, I do read these reports to the end.",
        "The dog attack left a boy of six dead. The owner has been charged with manslaughter.",
        (
            "Decapitated statues are one thing, but the same men beheaded a teacher here in 2014, and the "
            "piece leaves it out."
        ),
        "Nine.",
        (
            "I was one of the divers. We brought up four on the first day and six on the second, and the "
            "youngest was still holding her school bag. I won't say more than that. Your report has the order "
            "of events right and the depth wrong, it was eleven metres, not seven, and it matters, because at "
            "seven we would have been faster."
        ),
        (
            "The numbers in this report don't add up and I'm asking because my cousin is among the missing: 23 "
            "dead at the scene, 4 died in hospital, which makes 27, but the minister says 25 and the box at "
            "the side says 31. Are the six from the second bus counted with the first one or not? Families are "
            "reading this all night long and refreshing the page."
        ),
        (
            "What they did in that village was murder, plain murder. Men lined up against the wall of the "
            "dairy, shot, petrol over them. My father buried what was left and carried the list of names in "
            "his shoe for nine years until somebody from a tribunal asked for it."
        ),
    ),
    "weapons and war": (
        "The shells they fired are 155 mm, you can see it from the crater. Not mortars.",
        "He had an AR-15 and two Glocks in the boot, bought legally, which is the whole point of the debate.",
        "Drone strike on the substation again last night, third one this week. We have power from 2 to 4 am.",
        "A Kalashnikov costs less than a goat in that market, said my cousin who worked there for an aid agency.",
        "Cluster bombs are banned by 112 states. Neither of these two signed.",
        "The army bombed the bridge so the others could not cross, that's not sabotage, that's what armies do.",
        "If they attack from the north, the town has no shelter for more than 300 people. I counted the cellars.",
        "Defusing a 500 kg bomb from the war next to a kindergarten, hats off to these people.",
        'What does "neutralised" mean here? Killed, arrested, fled? Please use plain words.',
        "Knife crime went down by 8 per cent in the county, though you would not guess it from the headlines.",
        "They will invade in spring when the ground is dry, every conscript here knows that.",
        "The missile hit the maternity ward. There is no version of events in which that was a military target.",
        "Mines in the river washed out by the flood, please please keep your kids off the banks downstream of the weir",
        (
            "We handed in my late father's shotgun at the police station, took ten minutes, nice desk officer, "
            "tea and all."
        ),
        "Snipers on the roof of the town hall during a children's parade. What exactly were they going to shoot at?",
        "He threatened to blow up the school; the judge gave him 18 months. Seems about right to me.",
        "Tank, not armoured personnel carrier. It has tracks, a turret and a great big gun.",
        (
            "I fought in that war. We burned the village. Nobody asked me about it for thirty years and then "
            "my grandson did."
        ),
        (
            "The ceasefire was broken 61 times in one day by one side and 48 times by the other, according to "
            "the observers."
        ),
        "Airsoft rifles look real from ten metres. The officer who did not shoot that boy deserves a medal.",
        "Terrorists, rebels, freedom fighters: could the desk agree on one word and explain why?",
        "Nuclear warheads on a barge, parked beside a holiday camp. I am calm. I am perfectly calm.",
        "Hunting rifles are bolt action, 5 rounds at most. The law you describe bans something else.",
        "The mine under my dad's tractor was older than me. He lost the leg and still ploughs.",
        "Grad or Uragan?",
        (
            "A short lesson from an old gunner, because the word is used wrongly in half the reports. A "
            "howitzer throws a shell in a high arc and can kill somebody behind a hill. A gun fires flat. A "
            "rocket launcher is neither, it covers a whole field and hits nothing in particular, which is why "
            "it should never be pointed at a town. The marks in your third photograph are from rockets."
        ),
        (
            "The boy who did the shooting got the pistol from a drawer. Not from the dark net, not from a "
            "gang. A drawer, in a bedroom, beside the socks. We could pass any law we liked about assault "
            "rifles, and I'd be for it, and the drawer would still be there."
        ),
    ),
    "body and health": (
        "My mother died of breast cancer at 44, get your check-up, please.",
        "Rectal bleeding is not something to be shy about. Go to the doctor. I waited a year.",
        "The school nurse used the words penis and vagina in a lesson about the body, and the sky did not fall.",
        "Anal cancer screening is available at the sexual health clinic on Thursdays, no appointment needed.",
        "Erectile dysfunction can be the first sign of heart disease; the article should have mentioned this.",
        "A nine-year-old raped in a shelter. There must be an inquiry, and it must be public.",
        "As a survivor of sexual assault I want to thank the reporter for not describing it.",
        "They found semen on the dress, that's how he was convicted twenty years later. DNA evidence, not gossip.",
        "Breast pumps and sterile bottles are needed at the gym, mothers are asking.",
        "The testicular lump campaign by the football club saved my life, no joke.",
        "Condoms in schools lower the number of pregnancies. This has been measured over and over.",
        "Vaginal mesh victims waited 14 years for an apology.",
        "I had an abortion at 17. I am 61 now. I'd like the lawmakers to have met that girl.",
        "Faecal bacteria at the beach are 30 times above the limit. You can say it: there's shit in the water.",
        (
            "Female genital mutilation is illegal here, and still 200 girls a year are taken abroad in the "
            "summer. Look at the statistics of the clinics."
        ),
        "The syphilis figures are for the county and not the town. And yes, it is treatable with penicillin.",
        "Priests abused boys in that home for decades, and the bishop moved them from parish to parish.",
        "Is the diarrhoea going round the camp norovirus or from the well? We boil everything.",
        (
            "My nipples bled for three weeks and the health visitor told me to keep smiling. Support for "
            "breastfeeding is a joke in this county."
        ),
        "Prostate check at 50, gentlemen. A finger up the bum for ten seconds, and you get to see your grandchildren.",
        "Menopause at work: thank you for writing about it without giggling.",
        "HIV positive since 1991, undetectable since 2004, and still my dentist puts on three pairs of gloves.",
        "He overdosed on pills he bought online, they said Xanax, it was fentanyl. He was fifteen.",
        "Get your moles checked!",
        (
            "I'm a urologist, and I'd like to thank you for writing penis when you mean penis. Half of my "
            "patients arrive too late because nobody in their family has ever said the word out loud, and they "
            'come to me with "trouble downstairs". A lump, blood, a sore that doesn\'t heal: come at once. It '
            "takes five minutes, we've seen it all, and nobody laughs."
        ),
        (
            "The defence asked her what she had been wearing. In this day and age. She had been wearing a "
            "raincoat and wellingtons, because she was out checking on her sheep, and he raped her in a barn. "
            "I was in the gallery. The judge wrote something down, and I have wondered ever since what it was."
        ),
    ),
    "animals": (
        "Rats as big as cats came out of the sewers on Wharf Road, can the council put poison down?",
        "The pigs swam. I would not have believed it, forty pigs in a row, and the farmer in a canoe.",
        "Our bitch had seven pups on the night of the storm, all fine, all named after winds.",
        "He keeps cockroaches, legally, in the flat below us. They fled upwards with the rest of us.",
        "The ass is a working animal in those hills and carries what no lorry can.",
        "Best cock in show went to a Sussex from Hailsham, and he knew it, the way he strutted.",
        "Snakes in the floodwater near the cemetery, watch your kids.",
        "A dirty dog, a tired cat and two hens moved in with us on Monday, and the hens are in charge.",
        "Worms! After every flood the fields are full of worms, and then come the gulls.",
        "They shot the wolf. It had killed eleven sheep, and I still feel sad about it.",
        "Vermin control is a matter for the county and not the town, article 9.",
        "Monkeys have taken over the temple road and steal phones. It isn't funny when it's your phone.",
        "My old cow stood up to her belly in water for two days and gave milk on the third.",
        "The toads are crossing by the mill pond, drive slowly please.",
        (
            "Foot-and-mouth: 3,000 animals slaughtered and burned within the exclusion zone. The smell is over "
            "the whole valley."
        ),
        "Pussy willow and blue tits on the same branch, picture of the week for me!",
        "What an ugly fish. What a magnificent, ugly fish.",
        "Who lets a mutt that size run loose in a playground? It bit my lad.",
        "The parasites in the salmon farms spread to the wild fish, that's well documented.",
        "Sow and piglets found alive after nine days under the collapsed barn!!",
        "A stubborn mule and a goat with opinions, that was the whole rescue, and I have the bruises.",
        "Leeches are back in the lower meadows, which the biologist says is a good sign.",
        "Good dog.",
        (
            "To whoever is dumping bread at the pond: the rats are eating it, not the ducks. There must be "
            "fifty of them under the boathouse, and they come out in daylight now, bold as brass, and one ran "
            "over the foot of a lady with a pram. I don't want them poisoned because of the owls. Just stop "
            "with the bread, please."
        ),
        (
            "The donkey sanctuary took in nine asses, two mules, and a pot-bellied pig called Gerald who "
            "belongs to nobody and bites. They need hay, straw, and someone with strong nerves and a van. I "
            "have been twice. An ass remembers who carried it through the water, and mine followed me to the "
            "car like a dog."
        ),
    ),
}
