"""Heat without an insult: argument, sarcasm, swearing at nobody, what others said."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, ...]] = {
    "heated argument": (
        (
            "This is a bad law, badly written, pushed through at midnight, and everyone who voted for it "
            "should be voted out."
        ),
        "I could not disagree more. Your whole argument rests on one survey of 400 people.",
        'No. No, no, no. You don\'t close three schools and call it "concentration of excellence".',
        "The mayor lied about the contract. The minutes prove it. She should resign today.",
        "Nonsense from start to finish, and I say that as somebody who likes the columnist.",
        "What a shameful vote. Not one of the seven looked at the gallery while hands went up.",
        (
            "Your newspaper has failed this town on the hospital story for two years and an apology on page 14 "
            "is not enough."
        ),
        (
            "You keep repeating that claim about migrants and crime. Please show the table you take it from, "
            "because the ministry's says the opposite."
        ),
        "The government is corrupt and incompetent, there I said it, and so says its own audit office.",
        "I am furious. We paid for that dyke three times over.",
        "With respect, that is a ridiculous comparison. A parking fine is not the Stasi.",
        "This party has no plan, no shame and, as of Sunday, no majority.",
        "Religion has no place in a state school. None. And yes, that includes mine.",
        "That's a cheap argument and you know it. Nobody here said the poor should pay.",
        (
            "Capitalism did this. The factory was moved, the rail was torn up and the river was straightened, "
            "all in the name of growth."
        ),
        "Communism killed my grandparents' farm, so forgive me if I am not charmed by the nostalgia in this piece.",
        (
            "The strike is wrong, the timing is wrong and the demands are wrong. I'm still glad they are "
            "allowed to strike."
        ),
        "How can you print this man's op-ed without mentioning that his firm built the thing?",
        "Stop telling young people that it's hopeless. It's irresponsible, and it's also boring.",
        "I've read your comment four times, and it still has a hole in the middle where the evidence should be.",
        "The occupation is a crime and the attack was a crime. Both. At the same time. It isn't hard.",
        "Disgraceful refereeing, disgraceful pitch, disgraceful beer prices. See you all next Saturday.",
        (
            "You are wrong about the turnout, wrong about the postal vote, and I think you are wrong about "
            "your neighbours too."
        ),
        (
            "This policy will hurt people. It hurt people when it was tried in the north, and the same "
            "minister signed it there."
        ),
        "Vaccines work, the earth is round and the bypass was still a mistake.",
        "I hate this plan. I hated it in 2011, when it was called something else.",
        "Enough. The police chief has to go, and the committee that protected him with him.",
        (
            "We need to talk about men. Not all of them, fine, but the ones in this report were all men, and "
            "that is worth a sentence."
        ),
        "No, no, no!",
        (
            'I want to answer the gentleman who thinks that nurses "knew what they signed up for". I signed up '
            "for nights. I signed up for blood and for people who scream and for holding the hand of "
            "somebody's mother. I did not sign up for one of me and thirty-four of them. Your sums are wrong, "
            "your tone is wrong, and if you're ever brought in on a Sunday I'll look after you exactly as well "
            "as I would anybody else, which is to say, not well enough."
        ),
        (
            "It makes me so angry that I had to get up and walk round the kitchen. They knew. The letter is "
            "dated the fourth of February. They knew for nine months, and they held a summer fête on it. I "
            'don\'t want to hear one more word about "lessons". Lessons are for children. I want names, dates '
            "and resignations, and I want them before the election and not after it."
        ),
        (
            "Your editorial is a disgrace. You cite the one economist who agrees with you, you leave out the "
            "three who don't, and then you call the other side ideological. I've paid for this newspaper since "
            "I had my first wage. If this goes on I'll pay for another one, and I'll tell you why, in writing, "
            "with footnotes."
        ),
    ),
    "sarcasm": (
        "Oh good, another working group. The river will be terrified.",
        "Wonderful timing, cutting the flood budget in the wettest autumn on record. Chapeau.",
        "I'm sure the third consultant will find what the first two were paid not to see.",
        "Well, at least the new car park floats.",
        "So the train was on time? Which year?",
        "Congratulations to the council on discovering that water flows downhill.",
        '"No delays expected." Ah yes, the famous last words of every roadworks sign in this county.',
        "Of course nobody knew. Only the residents, the fire brigade, the engineer and the letter from 2016 knew.",
        "A ribbon cutting! That'll hold the slope up.",
        "Great, they repaired the fountain. The school roof can wait, the kids have umbrellas.",
        "Let me guess, the software was delivered on time and within budget and by a friend of a friend.",
        "Thoughts and prayers and a press conference, in that order.",
        "Bravo. It took only eleven years and one election.",
        'Nothing says "we care" like an automatic reply.',
        "I love how the map of flooded roads has an advertisement for jet skis on it.",
        "My favourite part is where the minister learned of it from the newspaper. Always happy to help!",
        "Yes, let's build it on the marsh. What could a marsh possibly have to do with it.",
        "Finally a politician with convictions. Two, I believe, and one on appeal.",
        "I see the heating in the town hall works. Splendid. Tell them to open the windows so the school can share.",
        "The VAR room must have a lovely view of a different match.",
        "Truly the golden age of journalism: seventeen paragraphs and not one of them says which bridge.",
        "How reassuring.",
        (
            "Let me see if I've got the timetable right. In spring a study, in summer a study of the study, in "
            "autumn a workshop with coloured cards, in winter the flood, and in the following spring a new "
            "study, because the situation has changed. I propose that we put the studies in sacks and stack "
            "them along the river, there should be enough of them by now."
        ),
        (
            "I for one welcome the new ticket machine. It only accepts coins we no longer use, it speaks to "
            "the pensioners in a language of its own, and it's mounted at the height of a giraffe. But it has "
            "a touch screen, so we are living in the future. The man in the booth, who merely knew everything, "
            "is not missed at all."
        ),
    ),
    "swearing at nobody": (
        "damn rain",
        "Holy crap, what a storm. The roof of the gym is in our garden.",
        "Bloody hell the water is high.",
        "Well shit, there goes the bridge.",
        "Bugger. I had tickets for that.",
        "What the hell happened to the bypass? It was due in May.",
        "Fuck cancer. That's all.",
        "I'll be damned, they actually planted the trees.",
        "Christ almighty, 41 degrees at nine in the evening.",
        "It was hot as hell in that hall and nobody opened a window.",
        "Freaking finally!! The lift works.",
        "I dropped the bloody phone in the bloody river.",
        "Jesus, that photo. Gave me goosebumps.",
        "Crap weather, crap pitch, wonderful game.",
        "For fuck's sake, fix the pump.",
        "Sod it, I'm moving uphill.",
        "That was a hell of a speech.",
        "Damn good reporting, this.",
        "oh my god oh my god they found the boy",
        "It scared the shit out of me when the siren went, I thought it was a drill, and then it wasn't.",
        "Arse. Wrong thread, sorry.",
        "Half-assed repairs cost double, as we used to say in the yard.",
        "Not a bloody chance will that be finished by June.",
        "Oh crap.",
        (
            "So I get up at four, I walk the damn dog, I open the back door and there is a bloody canoe in the "
            "garden. Not ours. Nobody's. Just sitting there in the roses as if it paid rent. Three hours later "
            "I was glad of the bloody thing, I can tell you, because the road was gone."
        ),
        (
            "Shit shit shit. My exam is on the other side of that bridge in forty minutes. If anybody from the "
            "college reads this, please tell Dr Mbeki I'm not asleep, I'm on the wrong bank with my calculator."
        ),
    ),
    "quoted insults": (
        'The councillor called the nurses "lazy cows" in an open meeting and nobody has asked him to step down?',
        "“You stupid old man, sit down”, that is what the chairman said to my father. It is in the recording at 41:20.",
        "> you are all idiots up there in the hills\n\nPlease keep it friendly. We lost half a street last night.",
        "He told her that she was a worthless liar. She has won the case.",
        '"Moron Mayor Drowns Own Budget" is a terrible headline even if the budget is bad.',
        "My son came home and asked what a retard is, because that is what the coach calls the slow ones.",
        "'Scum' is the word the tabloid put on page one. About nurses on strike.",
        (
            'Apparently I am "a disgusting hypocrite" for owning a car and caring about the river. Fine. My '
            "point about the culvert stands."
        ),
        ">shut up you clown\n\nThat was uncalled for. I only asked when the ferry runs.",
        (
            "Did the minister really say «these people are animals»? I would like to see the whole transcript "
            "before I get angry."
        ),
        'She says they shouted "go back to where you came from, you filthy…" at her kids from the bus.',
        'The graffiti on the synagogue said "die", and some people still write that it was about a noise complaint.',
        '„Ihr seid alle Verbrecher“, roughly "you are all criminals", is what the man yelled before he was led out.',
        (
            "Calling your opponent a pig was a fine old tradition in this parliament, see the minutes for "
            '1911: "that fat swine from the coast".'
        ),
        (
            'The judge read it out without moving a muscle: "You are a pathetic excuse for a mother." Sent by '
            "text, to a witness."
        ),
        'In the film the sergeant says "you maggots" about forty times, my husband counted.',
        (
            "I was called an idiot here yesterday for saying the dam was leaking. Today it's on your front "
            "page. No hard feelings."
        ),
        'The sentence "women are too stupid to vote" is from a leaflet of 1908 and the museum was right to show it.',
        (
            "> Only a complete imbecile would build there.\n\nMy parents built there, in 1961, with a permit "
            "from your town hall."
        ),
        'Fans sang "the referee is a wanker" for ten minutes and the club got a fine of 5,000.',
        'He apologised for "you ugly cow", she accepted, end of story. Can we go back to the school roof?',
        (
            'It matters who says it. "Loser" from a friend at cards is one thing, "loser" from your boss in '
            "front of a customer another."
        ),
        (
            "So the PM's adviser wrote \"they're morons, all of them, drag it out till May\". That's us he "
            "means. The voters."
        ),
        '"I\'ll kill you if you talk to the paper" is what he left on my voicemail, and the police now have it.',
        'The word "vermin" has been used of my people before, in this very town, and we remember what followed.',
        (
            "On the tape you can hear him clearly. \"Shut your mouth, you stupid cow, or I'll shut it for "
            'you." Then a chair. Then nothing for eleven seconds, and then the deputy asks whether anyone '
            "wishes to continue with item four. They did continue with item four. That's what I would like the "
            "committee to explain."
        ),
        (
            "> This paper is run by traitors and morons and you should all be hanged\n\nI know the man who "
            "wrote this. He taught my kids to swim. He has been alone since his wife died and he spends his "
            "nights on the computer. I'm not excusing it. I'm going round there tonight with a casserole."
        ),
        "He said she was thick. She said he was a bully. The tribunal agreed with her.",
        (
            "Things that I've been called since I took over the allotment association, in order: dictator, "
            '"Stalin with a hosepipe", snob, silly old bat, communist, capitalist, a witch. I collect them in '
            "a notebook. The water rates stay as they are."
        ),
    ),
}
