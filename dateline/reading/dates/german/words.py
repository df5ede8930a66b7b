"""The German words that name times, by class. A class is what rules are written in."""

from __future__ import annotations

from dateline.reading.dates.entries import alone, coded, counted, each, numbered, with_ending
from dateline.reading.dates.grammar import Grammar
from dateline.reading.dates.tokens import Lexicon, Words

_SHORT_MONTHS = numbered("jan 1 feb 2 mrz 3 apr 4 jun 6 jul 7 aug 8 sep 9 sept 9 okt 10 nov 11 dez 12")
_WEEKDAYS = {
    **counted("montag dienstag mittwoch donnerstag freitag samstag sonntag", first=0),
    "sonnabend": 5,
}
_PARTS = coded("morgen MO vormittag MO mittag MI nachmittag AF abend EV nacht NI")

WORDS: Words = {
    "MONTH": {
        **counted("januar februar märz april mai juni juli august september oktober november dezember"),
        "jänner": 1,
        "feber": 2,
    },
    "SHORT_MONTH": _SHORT_MONTHS,
    "WEEKDAY": _WEEKDAYS,
    "SHORT_WEEKDAY": counted("mo di mi do fr sa so", first=0),
    "WEEKDAYS": with_ending("s", _WEEKDAYS),
    "WEEKDAY_PART": {
        f"{day}{part}": f"{number}{code}" for day, number in _WEEKDAYS.items() for part, code in _PARTS.items()
    },
    "SEASON": coded("frühjahr SP frühling SP sommer SU herbst FA winter WI"),
    "UNIT": coded("tag D woche W monat M jahr Y quartal Q jahrzehnt DE jahrhundert CE stunde TH minute TM sekunde TS"),
    "UNITS": coded(
        "tage D tagen D wochen W monate M monaten M jahre Y jahren Y quartale Q quartalen Q jahrzehnte DE"
        " jahrzehnten DE stunden TH minuten TM sekunden TS"
    ),
    "des_unit": coded("jahres Y monats M"),
    "WEEKEND": {"wochenende": "WE"},
    "PART": {part: code for part, code in _PARTS.items() if part != "morgen"},
    "MORNING": {"morgen": "MO"},
    "NOON": numbered("mitternacht 24"),
    "ONE": {
        **counted("zwei drei vier fünf sechs sieben acht neun zehn elf zwölf", first=2),
        **counted("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig", first=20, step=10),
    },
    "MANY": numbered("dutzend 12 hundert 100 tausend 1000"),
    "FEW": each("einige einigen wenige wenigen mehrere mehreren ein_paar", "X"),
    "A": each("ein eine einem einer eines einen", 1),
    "NTH_WORD": {
        f"{word}{ending}": number
        for number, word in enumerate(("erste", "zweite", "dritte", "vierte"), 1)
        for ending in ("", "n", "s", "r")
    },
    "TODAY": numbered("heute 0 gestern -1 vorgestern -2 übermorgen 2"),
    "NOW": {
        **each("jetzt derzeit gegenwärtig momentan", "PRESENT_REF"),
        **each("kürzlich neulich jüngst", "PAST_REF"),
        **each("bald demnächst", "FUTURE_REF"),
    },
    "LAST": each(
        "letzte letzten letztem letzter letztes vergangene vergangenen vergangenem vergangener vergangenes vorige"
        " vorigen vorigem voriger voriges",
        -1,
    ),
    "NEXT": each("nächste nächsten nächstem nächster nächstes kommende kommenden kommendem kommender kommendes", 1),
    "THIS": each("diese diesen diesem dieser dieses", 0),
    "SAME": each("selben gleichen demselben", 0),
    "FOLLOWING": each("folgenden darauffolgenden", 1),
    "EVERY": each("jeden jedem jeder jedes jede alle"),
    "DAILY": coded("täglich XXXX-XX-XX wöchentlich XXXX-WXX monatlich XXXX-XX jährlich XXXX"),
    "EDGE": coded("anfang START mitte MID ende END"),
    "ABOUT": each("etwa rund circa fast knapp", "APPROX"),
    "LATER": {"später": 1, **each("zuvor vorher früher", -1)},
    "IN": each("im seit bis ab von vom zwischen nach in"),
    **alone("am um vor der dem den des und oder uhr darauf"),
}
MACROS = {
    "MONTHS": "MONTH|SHORT_MONTH",
    "NAMED_DAY": "(?:WEEKDAY|SHORT_WEEKDAY) STOP? COMMA? (?:der|dem|den)?",
    "NUMERAL": "DAY|YEAR|NUMBER|ONE|MANY",
    "COUNT": "NUMERAL|FEW|A",
}
GRAMMAR = Grammar(
    Lexicon(
        WORDS,
        capital=frozenset(
            ("MONTH", "SHORT_MONTH", "WEEKDAY", "SHORT_WEEKDAY", "SEASON", "UNIT", "UNITS", "PART", "EDGE")
        ),
        shortened=tuple(_SHORT_MONTHS),
    ),
    MACROS,
)
