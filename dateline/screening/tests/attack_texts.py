"""What spammers and trolls write, in plain words: tests disguise, copy and multiply it. Written for these tests.

Every address ends in .example or .test, and telephone numbers and handles are made up.
"""

from __future__ import annotations

# Thrown at a reader, at the author or at a group of people, from mild to strong.
INSULTS: tuple[str, ...] = (
    "You are an idiot and so is whoever let you near a keyboard.",
    "what a moron you are, read the article first",
    "Shut up, you pathetic little clown.",
    "The author of this piece is a lying scumbag and everyone in town knows it.",
    "You people are vermin and should be driven into the river.",
    "Get a life, loser. Nobody cares about your basement.",
    "@Ben you're too stupid to tie your own shoes, stop commenting.",
    "Typical brain-dead reply from a typical brain-dead sheep.",
    "Go to hell, you disgusting pig.",
    "you dumb bitch, learn to read a map",
    "Are you retarded or just pretending?",
    "All you hill folk are inbred trash, always have been.",
    "Piss off back to your cave, troll.",
    "You worthless piece of shit, I hope your house is next.",
    "This journalist is a whore for the mayor, nothing more.",
    "Dear editor, you are a coward and a fraud.",
    "lol imagine being this dumb, your parents must be so ashamed of you",
    "Fuck you and your dead river.",
    "Kill yourself, nobody would notice.",
    "I bet you are as ugly as your opinions, you fat cow.",
    "Everyone who votes for them is subhuman garbage.",
    "You are a disgrace, you spineless worm.",
    "Shut your mouth, old hag, your time is over.",
    "What a bunch of imbeciles in this comment section. Yes, I mean you three.",
    "You're not a reporter, you're a hack, a parasite and a drunk.",
    "Listen, dimwit, the dam did not break. Your brain did.",
    "Go back to your country, you filthy animal, nobody wants you here.",
    "u r such a dumbass omg",
    "Only a complete cretin like you could believe that.",
    "You smug, self-important arsehole.",
    "The lot of you are lazy scum living off my taxes.",
    "You have the IQ of a sandbag, mate.",
    "drop dead, you miserable old fool",
    "Your kids will grow up as thick as you are, poor things.",
    "Nice try, liar. You are a sad, bitter little man and you always were.",
    "These refugees are cockroaches. There, I said it.",
    "Hey Cass, you're a psycho, take your pills.",
    "I hope you choke on your own words, you vile creature.",
    "You absolute muppet, you utter waste of oxygen.",
    "Women like you are why nobody takes women seriously, you hysterical cow.",
    "How does it feel to be the dumbest person on this whole website, genius?",
    "Stupid, stupid, stupid woman. Who let you write?",
    "you lot are filthy rats and we know where you live",
    "The writer is an ignorant twat who has never set foot in this valley.",
    "Boomer scum like you ruined everything, hurry up and die.",
    "Suck it, losers! Your team is trash and so are you.",
    "You're a joke. Your paper's a joke. Your mother must be so proud, you clown.",
    "What an absolute wanker this columnist is.",
    "Crawl back under your rock, you slimy toad.",
    "You disgusting pervert, stay away from our school.",
    "Nobody asked you, fatso.",
    "You people breed like rabbits and think like them too.",
    "I've met smarter doorknobs than you, halfwit.",
    "Bloody gypsies, thieves the lot of them, you can't trust a single one.",
    "You bastard, you knew about the crack and you wrote nothing.",
    "The only flood here is the crap coming out of your mouth, you windbag.",
    "You're mentally ill, get locked up and spare us.",
    "Ugly, stupid and from the east bank, what else did anyone expect of you.",
    "I will find you and break your jaw, you little rat.",
    "A village idiot with a press card, that's what you are.",
    "Be quiet, peasant. The adults are talking, and you're too thick to follow.",
    "Muslims like you don't belong here, you savages.",
    "Jeez, you are one dense son of a bitch.",
    "This fool writes the same garbage every week, what an embarrassing moron.",
    "You're nothing but a paid shill and a traitor, rot in hell.",
    "Your comment gave me cancer, cretin.",
    "Hope you drown next time, you selfish prick.",
    "Oh look, the resident nutjob is back. Did they let you out, you lunatic?",
    "You gays are sick in the head, all of you.",
    "You blithering buffoon, it says 2019 in the very first line.",
    "Every cop is a pig and so are you for defending them, bootlicker.",
    "Sit down and shut up, you jumped-up little twerp.",
    "Disabled people like you are a burden, why are you even talking.",
    "You lying, cheating, two-faced snake of a woman.",
    "ur a clown bro, delete ur account and touch grass, loser",
    "No one is as big a hypocrite and a bigot as you, you nasty old goat.",
    "The stench of your stupidity reaches as far as my town, you oaf.",
    "Die in a fire, scum.",
    "Stop breathing our air, you useless lump.",
    "You Jews always stick together, don't you, bunch of liars.",
)

# Easy money by the hour.
JOB_SCAMS: tuple[str, ...] = (
    (
        "I am now making $95 every hour by working online from my kitchen. Start today, it is simple >>> "
        "jobs-kitchen.example"
    ),
    (
        "Google pays 390 dollars a day for simple copy work, my last paycheck was $8,140. Check it out: "
        "https://daily-pay.example"
    ),
    "Work from home and get paid weekly!!! No experience needed, my neighbor's sister earned $14,300 last month.",
    (
        "Single mom here. I quit my office job and make 7k a month with my laptop. Here is how I started -> "
        "moms.example/start"
    ),
    "Amazon is hiring 500 people to work from home, $45/hour, no interview. Apply before tonight: amazon-apply.test",
    (
        "My friend's aunt makes 76 dollars an hour on the internet. She was fired for 5 months but last month "
        "her check was 16,204 dollars."
    ),
    "★ Easiest job ever ★ 2 hours per day ★ $650 per week ★ instant payout ★ www.easyhome.example",
    (
        "Last week I cashed a check for $4,870 and I only worked 11 hours on the computer. Everybody can do "
        "that, just open this site."
    ),
    "Do you need extra income? We pay 30 EUR for every hour of typing. Write to hr at typists.example",
    "Facebook is paying people to test pages, I got 1,200 bucks for four days. Click my name to see how!",
    (
        "I'm a student and I make more than my professor: $150 per day, from my dorm, only liking videos. "
        "Details at likes.example"
    ),
    "Earn up to £2,500 weekly from your phone. Limited seats for this town! Register now at phone-wages.test",
    (
        "Google is giving everyone a chance to make $105/hr from home. Yesterday I bought a brand new Jeep "
        "with it. Real, no joke."
    ),
    "Be your own boss! Four hours a day, nine thousand a month, paid each Friday, start right away >> boss-now.example",
    (
        "We are looking for data entry people worldwide. $38 per hour, training free, only a laptop required. "
        "Message us today."
    ),
    (
        "Honestly the best decision of my life: part time online job, 5K in my first month, no boss, no boring "
        "meetings. See homeboss.example"
    ),
    "Home based work, get paid each day, over $20,000 per month, join now and thank me later www.joinhere.example",
    "I have earned $18,953 in four weeks doing copy and paste. I couldn't believe it myself until the money came.",
    "Stay at home dads: a simple internet job brings me 110 USD an hour. Here's an example of the site: dads.example",
    "Housewives wanted! Stuff envelopes, get 15 dollars each, no limit. Reply with your e-mail address.",
    (
        "Microsoft pays me $87 hourly and I never even talked to them. Anyone may do this, follow the steps at "
        "steps.example"
    ),
    (
        "Tired of your 9 to 5? Earn a full salary from the couch. I got $6,600 last month. Read more here >>> "
        "couch.example"
    ),
    "My cousin lost her job in the flood and now makes $3,200 a week online, from a tent! Ask me how.",
    "Review products from home and keep them, plus 25$ per review, payout every Monday: review-club.test",
    (
        "This month i got paid 11,450 dollars for simple online task, no skill, no boss. Go to the page and "
        'click on "Jobs".'
    ),
)

# Sure gains with coins, and help with coins that are lost.
CRYPTO: tuple[str, ...] = (
    (
        "I invested $500 in bitcoin with Mrs. Elena Ford and got $6,200 after five days. Contact her on "
        "Telegram @elena_trades_x"
    ),
    "Guaranteed 15% daily profit with our mining pool, withdraw at any time: https://pool-gold.example",
    "Don't miss the new coin, it will go 100x by Friday. Presale closes tonight at mooncat.example",
    "Thanks to expert Marcus Dale I recovered my lost crypto wallet, write to him on WhatsApp, he is 100% legit.",
    "Double your ETH! Send any amount from 0.1 and get back twice as much within an hour, verified giveaway.",
    (
        "Forex and crypto signals, 97 percent accuracy, free for the first 20 people from this site. Join at "
        "signals-free.example"
    ),
    "I was in debt until I met this trader. My 1,000 turned into 11,400 in two weeks, binary options really work!!!",
    (
        "The banks hate this: an automatic trading robot makes 800 euros per day for ordinary people. Try it, "
        "robot-trade.test"
    ),
    (
        "Anyone who lost money to a fake broker can get it back, our recovery agents work with the blockchain: "
        "recover.example"
    ),
    (
        "Bitcoin will crash the dollar, save yourself, buy via my referral link and we both get $100 "
        "https://ref.example/a8"
    ),
    "Passive income: rent out our cloud miners from $50, earn every single day, no risk at all.",
    (
        "Sir David at Prime Options manages my account and I receive weekly payouts. Inbox him and start with "
        "as low as $200."
    ),
    "NFT drop, free mint, only your seed phrase is needed to claim it → claim-nft.example",
    "With staking of our token you get 3% a day, guaranteed by smart contract. Invest now, be rich by Christmas.",
    (
        "Why save at the bank for 1% when our investors make 40% a month with crypto arbitrage? Ask for the "
        "plan: arbi.example"
    ),
)

# Casinos, bets and tips.
GAMBLING: tuple[str, ...] = (
    "Best online casino of the year, 200 free spins without deposit: https://spinriver.example",
    "Bet on tonight's match with a 100% bonus! Code FLOOD100 at betbarn.example",
    "I won 9,400 on slots last night, try your luck at goldenmule.example, they really pay out",
    "Slot gacor today, RTP 98%, deposit from 10k, register now gacor-raja.test",
    "Sure tips, fixed matches 100% guaranteed, pay after you win. Telegram @fixed_odds_example",
    "Play poker, roulette and blackjack with live dealers, withdraw in five minutes, lucky-quay.example",
    "No deposit bonus 50 EUR, only today, only for readers of this page!! casino-royalty.test",
    "Judi bola online terpercaya, bonus new member 100 persen, daftar di bolahebat.example",
    "The trick to beat the roulette that casinos don't want you to know, read it here: wheeltrick.example",
    "Bingo, scratch cards, jackpots over 1 million, join 80,000 happy winners www.bingobird.example",
    "Online sports betting without a licence limit, no questions, crypto accepted → oddshark-copy.example",
    "Win real money by playing simple games on the phone. I cash out 70 dollars a day, download at winplay.test",
    "Казино онлайн, бездепозитный бонус 5000 рублей, вывод за минуту: kazino-volna.example",
    "Try Lucky Pharaoh slot for free and get 300 spins with your first deposit!",
    "VIP horse racing tips, nine winners of ten last Saturday, first week free, subscribe at hooves.example",
)

# A number to call or to write to: support, healers, lenders.
PHONE_SCAMS: tuple[str, ...] = (
    "Printer not working? Call our certified support now, toll free +1-555-010-4477, 24/7, all brands.",
    "HP, Canon and Epson helpline number 1 (555) 010-2291, our experts fix it remotely in ten minutes",
    "My husband left me but Dr. Okoro's love spell brought him back in 48 hours. WhatsApp him on +234 555 010 1234",
    "Urgent loan? 3% interest, no papers, approval in one hour. Write us on WhatsApp +44 7700 900 551",
    "Antivirus expired? Your computer is at risk. Dial 1-555-010-7788 immediately and talk to a technician.",
    (
        "Powerful spell caster, wins court cases, lottery and lost lovers. Results within 3 days. Call Mama "
        "Zuri +27 555 010 88"
    ),
    "Cured of herpes with natural herbs by Dr. Ade!! Contact him for your cure: WhatsApp +1 (555) 010-6642",
    "Cash App refund number → 1-555-010-3030 ← call and get your money back the same day",
    "Your airline cancelled? Call the official booking desk at +1 555 010 9090 for instant refund and cheap tickets",
    "Do you want to join the great brotherhood and be rich and famous? Call the grand master at +256 555 010 777",
    "I am Mr. Peter Wells, a private lender. Loans from 5,000 to 5,000,000, bad credit is OK. Text +44 7700 900 204",
    "Hire a hacker to check your wife's phone, change school grades, delete criminal record. Text +1 555 010 1111",
    "Fastest way to get a driving licence or passport without any test, message us on Signal +44 7700 900 818",
    "Quick books error 6000? Quick support phone number 1 555 010 2626, free call, no waiting!!",
    "Baba Rahim, astrologer and gold medalist, solves marriage, visa and business problems, phone +91 555 010 4321",
)

# Praise that would fit under any report, and an address.
FLATTERY_WITH_LINK: tuple[str, ...] = (
    "Great post, very informative! Please visit my site too: https://garden-sheds.example",
    "I really enjoyed reading this article, keep up the good work. https://cheap-tyres.example",
    "Wow, amazing blog layout! How long have you been blogging? You make it look easy. www.roof-repair.example",
    "Thanks for sharing such valuable information, I have bookmarked your page. See mine at https://loans4all.test",
    "Very nice article. I found it on the search engine and it helped me a lot! https://essay-helper.example/buy",
    "This is exactly what I was looking for. More about the topic here: https://weight-tea.example",
    "Excellent points altogether, you just gained a new reader. https://seo-mountain.example",
    "Hello, I think your website is wonderful, I told my brother about it. My page: https://windows-doors.test/offer",
    "Your writing is pure gold, I wish there were more people like you. Check this out https://gold-coins.example",
    "Superb content! For the best airport taxi look at https://taxi-quick.example, very good prices.",
    "Nice information, thank you. We also provide carpet cleaning in your area https://carpets.example",
    "I'm impressed, seldom do I come across a blog that is both educational and amusing. https://mattress-king.example",
    "Good day! This post could not be written any better. It reminds me of my old room mate. https://vape-house.test",
    "Awesome read, thanks to the admin. Here is my web page: https://followers-shop.example",
    "What a lovely piece, it touched my heart. If you need a lawyer after the flood: https://claimlaw.example/now",
    "You have done an impressive job and our whole group will be grateful to you. https://dentist-abroad.example",
    "Interesting article, I shared it with my colleagues. Feel free to surf to my homepage https://plumbers247.example",
    "Pretty great post. I just stumbled upon your weblog and wanted to say that I like it. https://sofa-outlet.test",
    "Helpful info. Fortunate me, I discovered your site by accident! My blog post is at https://keto-plan.example",
    "So well explained, even a beginner can follow. Please have a look at https://translation-pro.example as well",
)

# Pills, and what is sold with bare skin.
PILLS_AND_ADULT: tuple[str, ...] = (
    "Buy Viagra without prescription, overnight shipping, 70% off: https://bluepills.example",
    "Cheap Xanax, Tramadol and Oxycodone online, discreet packaging, no doctor needed rx-quick.test",
    "Hot single women in your area want to meet tonight, free registration at nightmeet.example",
    "Naked webcam girls, 100% free, no credit card https://camcam.example",
    "Lose 12 kilos in two weeks with this one keto gummy, doctors are speechless → gummyslim.example",
    "Generic Cialis 20mg, best price guaranteed, order today and get ten pills for free",
    "Enlarge your penis by 3 inches naturally, results in 30 days or your money back: bigger.example",
    "I'm Julia, 22, lonely and bored, see my private pics here: https://julia-private.test",
    "CBD oil that heals cancer, diabetes and joint pain, they don't want you to know, buy at miracle-oil.example",
    "Escort service, beautiful models, hotel visits day and night, call or book at velvet-nights.example",
    "Steroids and growth hormone shipped from Europe, pay with crypto, muscleshop.test",
    "Adult videos full HD leaked, watch before it gets deleted >>> leakedxx.example",
)

# Advertising that talks like a reader.
SUBTLE_SPAM: tuple[str, ...] = (
    (
        "We had the same trouble with our cellar last year until we found the people at DryWall24, they come "
        "out the same day."
    ),
    (
        "I agree about the traffic. Since I got my e-bike from velo-north.example I don't care any more, best "
        "price in the county."
    ),
    "Sad news. Everyone should make a will in time, I used quickwill.example and it took only ten minutes.",
    (
        "Good point on insurance. My agent at Hartwell Mutual got us twice the money, look for Hartwell Mutual "
        "claims online."
    ),
    (
        "For those with mould after the flood: the only thing that helped us was SporeAway, you can get it "
        "with 20% off this week."
    ),
    (
        "The election shows again that nobody explains taxes. This little book does, I read it in one night: "
        "taxbook.example"
    ),
    (
        "My back also hurt after carrying the sandbags. A friend told me of the Marvel back belt, and now I "
        "sleep like a baby."
    ),
    "School closed again? Our kids learn with tutor-owl.example and they love it, first month is free by the way.",
    "Sorry for the victims. It reminds us to have good locks, the ones from SecureHaus are half the price right now.",
    "Has anyone else noticed how clean the tap water is with the AquaPurest filter? I would never go without it again.",
    (
        "I read that stress causes most illnesses. Since I take the drops from nature-root.example I feel "
        "twenty years younger."
    ),
    "Great match! I watched it for free on stream-goal.example, no sign up, perfect picture.",
    "The hotel in the article was full so we booked via nestfinder.example and paid a third of the price, just saying.",
    (
        "If you lost your papers in the fire, there is a company that gets you new ones within a week, search "
        "for DocuFast Express."
    ),
    (
        "Interesting what you write about heating costs, we pay nothing since the free government panels, see "
        "if you qualify: suncheck.example"
    ),
)

# Ordinary comments: disguised or copied, they show what a check does to the innocent.
CLEAN: tuple[str, ...] = (
    "The ferry runs again from seven tomorrow, the harbour office says.",
    "Does anyone know whether the library is open on Saturday?",
    "Thank you for the map, it helped us find the way to my mother's.",
    "I think the bridge should stay open for bicycles at least.",
    "The picture shows the old mill, not the new one.",
    "We were without power for nineteen hours, and the neighbours brought soup.",
    "Good interview. I would have liked a question about the hospital.",
    "The council meets on Thursday at seven, in the sports hall.",
    "My daughter plays in that team and she has not stopped smiling since Sunday.",
    "It rained less in October than you write, the station at the school measured 88 mm.",
    "I disagree with the editorial, but I am glad that both sides were asked.",
    "Why is the new timetable only available as a picture?",
    "The teacher in the report is the best one we ever had at that school.",
    "Could you explain how the second round of voting works?",
    "There is a queue at the petrol station all the way down to the church.",
    "I moved here from Lagos six years ago and have never seen such snow.",
    "A small thing: the name is spelled Annelise, with one n in the middle and two before.",
    "The choir will sing for the volunteers on Sunday afternoon, everybody is welcome.",
    "The water in the lower street has gone down to the kerb.",
    "As far as I know the road was closed because of the landslide, not because of the race.",
    "I would rather pay for a bus than for another car park.",
    "Please write more about the villages upstream, nobody else does.",
    "The vet on Market Street takes in lost cats and dogs.",
    "Congratulations to the whole swimming club!",
    "My father worked on that dam, and he always said the spillway was too narrow.",
    "If the school closes, the shop will be next.",
    "We counted forty-one storks this year, last year there were thirty-three.",
    "The trial has been moved to the ninth of March.",
    "I was on that train. The conductor stayed calm and handed out water.",
    'What does the word "provisional" mean in the second paragraph?',
    "The bakery has bread again since this morning.",
    "This is the third article on the stadium and I still don't know what it will cost.",
    "The photograph of the lighthouse should win a prize.",
    "Both candidates said they would repair the roof, so let us see.",
    "I have kept every copy of this paper since 1982, if the archive needs one.",
    "Our street was not on the list, although the cellar is full.",
    "The nurses at the county hospital were wonderful to my wife.",
    "It would be helpful to have the figures per thousand inhabitants.",
    "The wind turned at about four, and that saved the forest on the north side.",
    "I don't understand why the lift takes two years.",
    "The recipe in the weekend section needs an egg, I believe.",
    "Let's wait for the report before we decide who was right.",
    "The referee got it right, even though we lost because of it.",
    "There were more people at the meeting than you say, at least two hundred.",
    "My bus was late, and it turned out the driver had stopped for an owl.",
    "The market has moved to the station square for the time being.",
    "Many thanks to the farmers with their tractors.",
    "In my view the old plan was better and cheaper.",
    "Is there a list of what may be brought to the shelter?",
    "The museum has free entry for pupils on Wednesdays.",
    "You can see the comet just above the hill at about ten, if it is clear.",
    "I voted early and it took four minutes.",
    "The river smells of diesel near the railway bridge.",
    "Our class wrote letters to the firefighters, and one of them wrote back.",
    "It is a fair summary of a long and difficult debate.",
    "The play was too long, but the music was lovely.",
    "They have been promising that cycle path since I was at school.",
    "The clock on the town hall is seven minutes slow, as always.",
    "I hope the family finds a flat before the winter.",
    "The lake is frozen near the shore but not in the middle, please be careful.",
)
