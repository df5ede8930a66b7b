"""The English words that name times, by class. A class is what rules are written in."""

from __future__ import annotations

from dateline.reading.dates.entries import alone, coded, counted, each, numbered, with_ending
from dateline.reading.dates.grammar import Grammar
from dateline.reading.dates.tokens import Lexicon, Words

_SHORT_MONTHS = numbered("jan 1 feb 2 mar 3 apr 4 jun 6 jul 7 aug 8 sep 9 sept 9 oct 10 nov 11 dec 12")
_SHORT_WEEKDAYS = numbered("mon 0 tue 1 tues 1 wed 2 thu 3 thur 3 thurs 3 fri 4 sat 5 sun 6")
_WEEKDAYS = counted("monday tuesday wednesday thursday friday saturday sunday", first=0)
_TEENS = "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_SEASONS = coded("spring SP summer SU autumn FA fall FA winter WI")
_UNITS = coded("day D week W month M decade DE hour TH minute TM fortnight 2W weekend WE")

WORDS: Words = {
    # Names
    "MONTH": {
        **counted("january february", first=1),
        **counted("april", first=4),
        **counted("june july august september october november december", first=6),
    },
    "MAY": numbered("march 3 may 5"),
    "SHORT_MONTH": _SHORT_MONTHS,
    "WEEKDAY": _WEEKDAYS,
    "WEEKDAYS": with_ending("s", _WEEKDAYS),
    "SHORT_WEEKDAY": _SHORT_WEEKDAYS,
    "SEASON": _SEASONS,
    "SEASONS": with_ending("s", _SEASONS),
    "HOLIDAY": each("christmas easter thanksgiving halloween"),
    "OF_A_DAY": each("boxing columbus independence labor labour memorial valentine veterans"),
    # Units
    "UNIT": _UNITS,
    "UNITS": {**with_ending("s", _UNITS), "centuries": "CE"},
    "year": {"year": "Y"},
    "years": {"years": "Y"},
    "century": {"century": "CE"},
    "q": {"q": "Q"},
    "quarter": {"quarter": "Q"},
    "quarters": {"quarters": "Q"},
    "half": {"half": "H"},
    "second": {"second": 2},
    "seconds": {"seconds": "TS"},
    "PART": coded("morning MO afternoon AF evening EV night NI lunchtime MI dawn MO dusk EV"),
    "NOON": numbered("noon 12 midday 12 midnight 24"),
    "AMPM": numbered("am 0 pm 12"),
    "ZONE": {**each("est edt cst cdt mst mdt pst pdt bst cet cest eet msk et pt ct", ""), **each("gmt utc", "Z")},
    "ERA": coded("bc BC bce BC ad AD ce AD"),
    # Numbers
    "ONE": {
        **counted(f"one two three four five six seven eight nine ten {_TEENS}"),
        **counted("twenty thirty forty fifty sixty seventy eighty ninety", first=20, step=10),
    },
    "MANY": numbered("dozen 12 hundred 100 thousand 1000"),
    "FEW": each("few several many numerous", "X"),
    "couple": {"couple": 2},
    "A": each("a an", 1),
    "NTH_WORD": {
        "first": 1,
        **counted("third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth", first=3),
        **counted("fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth", first=14),
    },
    "TENS_DECADE": counted("twenties thirties forties fifties sixties seventies eighties nineties", first=20, step=10),
    # What a date is counted from
    "TODAY": numbered("today 0 yesterday -1 tomorrow 1"),
    "SOON": {
        **each("now currently nowadays presently", "PRESENT_REF"),
        **each("recently lately", "PAST_REF"),
        **each("soon", "FUTURE_REF"),
    },
    "NEAR": each("near foreseeable distant"),
    "last": {"last": -1},
    "past": {"past": -1},
    "previous": each("previous preceding prior", -1),
    "next": {"next": 1},
    "coming": each("coming upcoming", 1),
    "following": each("following subsequent ensuing", 1),
    # What qualifies
    "early": coded("early START late END mid MID"),
    "earlier": {"earlier": "START"},
    "later": {"later": "END"},
    "EDGE": coded("start START beginning START outset START end END close END middle MID"),
    "about": each("about around approximately roughly nearly almost", "APPROX"),
    "more": each("more less fewer"),
    "least": each("least most"),
    "FULL": each("consecutive straight additional trading business working long whole entire"),
    # What happens again and again
    "DAILY": coded("daily XXXX-XX-XX weekly XXXX-WXX monthly XXXX-XX yearly XXXX annually XXXX"),
    "EVERY": each("every each"),
    "TIMES": each("once twice times million billion trillion percent cents"),
    "PERCENT": {"%": None},
    "ON": each("on by since until till during through throughout between into toward"),
    **alone("in within for over of at up to before after from as no than and or"),
    **alone("the its this that these those same current latest recent other right full old aged ago"),
    **alone("fiscal period so tonight new eve good future present date some per"),
}
MACROS = {
    "RATE": "TIMES|SUM",
    "IN": "in|within|ON",
    "MONTHS": "MONTH|SHORT_MONTH|MAY",
    "NAMED_DAY": "WEEKDAY|SHORT_WEEKDAY",
    "ON_DAY": "(?:(?P<named>NAMED_DAY) COMMA?)?",
    "DAY_NUMBER": "DAY|NTH",
    "A_YEAR": "YEAR|SHORT_YEAR",
    "YEAR_WORDS": "ONE HYPHEN? (?:ONE|MANY) (?:(?:and|HYPHEN)? ONE){0,2}",
    "ONE_UNIT": "UNIT|year|quarter|century",
    "SOME_UNITS": "UNITS|years|quarters",
    "NUMERAL": "DAY|YEAR|NUMBER|ONE|MANY",
    "COUNT": "(?:NUMERAL|A MANY) (?:(?:HYPHEN|and)? (?:ONE|MANY)){0,4}|A? FEW|A couple of?|A",
    "OR_COUNT": "(?:to|or|HYPHEN) COUNT",
    "NTH_ANY": "NTH_WORD|second|NTH",
    "MORE_OR_LESS": "about|over (?!A|FEW)|no? more than|at least|up to|as (?:FEW|more) as",
    "NO_AGE": "(?!HYPHEN? (?:old|ago|earlier)|OWN? old|of old)",
    "FISCAL": "fiscal HYPHEN?",
    # What makes a number a year, and May a month
    "PREPOSITION": "IN|for|over|of|at|to|before|after|from|and|EVERY|early|earlier|later"
    "|last|next|this|past|coming|previous",
}
GRAMMAR = Grammar(
    Lexicon(
        WORDS,
        capital=frozenset(("MONTH", "MAY", "SHORT_MONTH", "WEEKDAY", "SHORT_WEEKDAY")),
        shortened=(*_SHORT_MONTHS, *_SHORT_WEEKDAYS),
    ),
    MACROS,
)
