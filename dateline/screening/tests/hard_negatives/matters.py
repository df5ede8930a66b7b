"""What looks like advertising: money, numbers, links."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, ...]] = {
    "money": (
        "The minimum wage went up to 12.82 an hour and the rent by twice as much.",
        "I earned $9 an hour cleaning that hospital and the agency billed $31.",
        (
            "A nurse with ten years on the ward makes about 3,400 a month before tax, the article says 4,200, "
            "I'd like to see that payslip."
        ),
        "The damage in our street alone is $2.3 million. Insurance offers forty thousand per house.",
        "Bread is 4.90 now. Four ninety!",
        "We raised 12,650 pounds at the bake sale for the roof of the church. Thank you all!",
        "Bitcoin fell 14 per cent in one day, and my nephew has gone very quiet at dinner.",
        (
            "The exchange went bankrupt and 80,000 small investors lost their savings, so maybe don't call it "
            'a "platform for growth".'
        ),
        "Council voted 6 to 5 for the casino on the quay. Traffic study says 900 cars an hour on weekends.",
        "The lottery is a tax on hope, my father used to say, and then he bought a ticket.",
        "Our mortgage jumped from 980 to 1,640 a month. Nobody is buying a boat here.",
        (
            "My husband gambled away the house. If you are where I was: the counselling service helped us, and "
            "it costs nothing."
        ),
        "They let 340 people go by e-mail on the day before Christmas. Some had been there for thirty years.",
        "The new work from home policy is two days a week, and the trains on Tuesday to Thursday are packed.",
        (
            "I can work from home and it saves me 300 a month in petrol, but my sister drives a bus and it "
            "saves her nothing."
        ),
        "Google paid 1.1 billion in fines there, which it earns in a day and a half.",
        "Who gets paid $500,000 a year to run a hospital that has no nurses?",
        (
            "Daily betting ads during a match watched by kids, and the same paper prints articles about "
            "addiction next to them."
        ),
        "Childcare costs us 1,150 a month, so I work Thursdays and Fridays for nothing.",
        "Farmers get 31 cents per litre. It costs 38 to make. Do the maths.",
        (
            'Beware, there\'s somebody going door to door offering "guaranteed" roof repairs for 900 cash, '
            "he's not from the insurer."
        ),
        (
            "The scam in your report nearly got my mum: they promised her 20% returns every week. She lost "
            "2,000 before we noticed."
        ),
        "We invested 15,000 in solar panels, and they made 1,120 last year. It pays off, slowly.",
        "Interns at the ministry earn nothing. Not little. Nothing.",
        "The striker signed for 85 million, and the women's team shares a bus with the under-12s.",
        "A cryptocurrency named after a dog is not an economic policy, Minister.",
        (
            "The loan was 3 million at 4.1 per cent over twenty years, so the town pays about 18,300 every "
            "month. Sounds dear, but the old pipes cost more."
        ),
        "Donations can be handed in at the fire station, please no more clothes, they need cash and nappies.",
        "4.90 for bread?!",
        (
            'I keep the books for three small farms, so here\'s what a "record subsidy" looks like from '
            "below. It comes to 212 per hectare. Feed went up by 40 per cent, diesel by 35, the vet by 20. The "
            "dairy pays 38 cents and will go down to 36 in April. If you're careful and nobody falls ill, you "
            "end the year with 19,000 for two adults who work seven days a week. That's about 3.60 an hour. "
            "The calves are cute though."
        ),
        (
            "It's said here that people who lose money gambling are just greedy. I worked behind that counter "
            "for six years. Greedy people play on Fridays, lose fifty and go home. The ones who sit there on "
            "Tuesday at ten in the morning with the rent aren't greedy, they are ill, and the company knows "
            "their names, their birthdays and the hour when their benefits arrive. We were told to bring them "
            "coffee."
        ),
        (
            "My firm said that we could all work from home for ever, then that we could for three days, then "
            'two, and now they have found that the "culture" lives in an office forty miles away. I earned the '
            "same in all of these cases. The culture, as far as I can tell, is a fridge."
        ),
    ),
    "phone numbers": (
        "The Samaritans are on 116 123, day and night, free.",
        "Crisis line in the US is 988, you can also text it.",
        "To report a blocked drain call the town office, 01632 960 114, weekdays 8 to 4.",
        "The missing persons desk of the Red Cross: +44 20 7946 0301. They were kind to us.",
        "Does anybody have the number of the vet on call? The one in the article (555-0143) rings through.",
        "Emergency housing: 555-0119, ask for Mrs Okafor.",
        "Call 112, not the police station, if you see smoke on the hill!",
        "The pharmacy on Market Street delivers to people who can't leave the house, tel. 01632 960 882.",
        (
            "Please correct the hotline, it's 0800 with a 7 at the end, the one you printed is a pizza place "
            "and the poor man is going mad."
        ),
        "Domestic violence helpline 1522 in Italy, 016 in Spain, 3919 in France. Save it under another name.",
        "Volunteers for Saturday, ring Tom at the rowing club, 01632 960 407, or just turn up with gloves.",
        "School secretary says use 555-0178 ext. 12 for pick-up changes, the main line is dead since the storm.",
        "Power cut? Dial 105. It is free, and they do tell you how long.",
        "Gamblers Anonymous meets Tuesdays in the parish hall, or phone 555-0161 before you do anything. I wish I had.",
        "The council's flood line +353 1 555 0190 has a queue of 45 min, the one for the county is faster.",
        "Poison control, 1-800-222-1222, if kids got into the flood water with the diesel in it.",
        "Tenants: the legal advice number is 020 7946 0822. I got an answer in two days.",
        "If the man claims to be from the bank, hang up and ring the number on your card. Not the one he gives you.",
        (
            "WhatsApp group of the school parents is run by Ms. Lindqvist, ask at the office, they won't give "
            "it out on the phone."
        ),
        "Lost: grey tomcat, Weir Street. Found him? 01632 960 555. He bites but means well.",
        "911, obviously.",
        (
            "For everyone who can't get through: the number in the leaflet has changed. The new ones are 01632 "
            '960 220 for housing, 01632 960 221 for the school bus and 01632 960 229 for "anything else", and '
            "the lady on the last one, Maureen, is a marvel. She found me a cot, a plumber and somebody to "
            "feed the hens in a single call."
        ),
        (
            "I rang the helpline at half past three in the morning after the funeral. 116 123. A man with a "
            "cold answered. He didn't tell me that it would get better. He asked me what she was like, and "
            "then he listened for an hour and twenty minutes. If you are sitting there with the phone in your "
            "hand, do ring."
        ),
    ),
    "corrections with a source": (
        "Your figure is wrong. The gauge read 6.41 m at 14:00, see https://levels.river.example/station/27",
        "Small correction: turnout was 61.3 per cent, not 63.1. Source: https://elections.gov.example/results",
        (
            "The population is 48,200 according to the statistics office (https://stats.example/towns), you "
            "give the number from the last census."
        ),
        "It's Fahrenheit in the original bulletin, so 104 °F is 40 °C: https://weather.example/bulletins/19",
        "The fine was 40,000 and not 400,000, the judgment is online here https://courts.example/2231/judgment.pdf",
        "Sorry to nitpick but the fire started on the 3rd. https://firebrigade.example/log",
        "Unemployment fell, it did not rise, in the quarter that you mention. Table 4, https://labour.gov.example/q3",
        "The law has been in force since 1998: https://laws.example/acts/1998/44. Only section 7 is new.",
        (
            "The report of the audit office says 12 million over budget and you say 1.2. Page 33: "
            "https://audit.example/dam"
        ),
        "For anyone looking for the map of evacuation zones, the county has it at https://county.example/zones",
        "Not the first woman in that office, there was one in 1927. https://archive.example/councils/1927",
        'The WHO page says 5 cases per 100,000, you left out the "per 100,000". https://health.example/bulletin',
        (
            "Two of the three studies were retracted. See https://journals.example/notices/118 and "
            "https://journals.example/notices/121"
        ),
        "The bridge is 212 m long. https://roads.example/b/212 (I surveyed it)",
        "Final score was 3-2 after extra time, check the league's page: https://league.example/match/8812",
        "The picture is from 2013, same angle here: https://photos.example/flood2013",
        (
            "The quote from the constitution is missing its second half, which changes the meaning. Article "
            "16, paragraph 2: https://constitution.example/16"
        ),
        "The schedule has changed, last ferry is 21:40, see https://ferries.example/timetable",
        "wrong link in paragraph 3, should be https://parliament.example/bills/77",
        (
            "You write 3.2 billion dollars; it is 3.2 billion pesos, which is about 170 million dollars. "
            "https://budget.example/annex-b"
        ),
        "Typo: 1978. https://archive.example/1978",
        (
            "Three things about the graphic. The axis begins at 40 and not at nought, so the fall looks three "
            "times as steep as it is. The bar for 2020 has data for nine months only. And the colours are "
            "swapped in the legend. The table that it was drawn from is here, with a note on exactly these "
            "points: https://stats.example/tables/health/44b"
        ),
        (
            'Your article says that the town has "no record" of the promise. The town does. It\'s in the '
            "minutes of 14 June 2012, item 9, second paragraph, and I know because I took them, by hand, in "
            "green ink. They have been scanned: https://town.example/minutes/2012-06-14"
        ),
    ),
}
