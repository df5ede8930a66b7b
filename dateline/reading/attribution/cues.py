"""Verbs and nouns by which English news says who says so, grouped by what must follow before they mean it.

The lists are written by hand. A group is a habit of grammar: what is only said *of* somebody ("shows", "found") counts
where a clause follows; what somebody wants counts where an infinitive does; an attack on somebody, with its object.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..lists import listed
from .forms import forms

SAY, CLAUSE, STANCE, AIM, TOWARDS, NOUN = "say", "clause", "stance", "aim", "towards", "noun"

# Nearly always a cue, with or without a content that can be told.
SAYING = """
say tell add write argue claim announce reply retort quip tweet retweet insist stress emphasize emphasise reiterate
assert contend allege acknowledge admit concede confess deny declare proclaim exclaim explain recall recount reassure
warn caution boast brag joke lament complain remark opine muse testify vow pledge swear conclude predict caution
elaborate quote interject chant shout yell whisper scream blog
"""

# A cue where a clause, a quotation or a question follows.
CLAUSES = """
report note find show suggest indicate believe think know feel argue state mention observe hear learn see confirm
reveal disclose estimate forecast project expect assume suspect doubt agree decide rule determine hope fear worry
understand point realize realise recognize recognise demonstrate imply hint signal speculate propose recommend demand
ask answer respond continue read wonder question dispute posit maintain guess bet imagine remember forget teach
persuade convince inform remind notify assure advise urge repeat counter counsel infer foresee hold calculate cite
detail describe promise guarantee threaten signal stipulate certify relate deem judge clarify specify underscore
highlight underline illustrate document publish post tout charge agree
"""

# A cue where its object follows: for, against or about somebody or something.
STANCES = """
attack criticize criticise condemn denounce slam blast mock ridicule praise support oppose back endorse reject accuse
blame urge question challenge defend dispute discuss describe cite address mention reference rebuke deride decry bash
lambaste chastise scold assail belittle disparage dismiss downplay tout hail laud welcome applaud advocate favor
favour champion bemoan deplore regret resent despise hate admire like love appreciate propose recommend promote
highlight underscore emphasize stress outline detail label brand dub liken compare characterize characterise call
confirm reveal disclose report estimate repeat echo quote demand expect predict fear want prefer ask grill press pan
rap rip protest encourage thank congratulate refute rebut contradict encourage outline portray paint tease taunt
skewer embrace
"""

# A cue where an infinitive follows.
AIMS = """
want plan hope vow pledge promise threaten refuse decline agree decide intend offer aim prefer propose wish demand
swear resolve prepare expect commit seek volunteer opt ask
"""

# A cue with its preposition.
PREPOSITIONS = {
    "call": "for on upon",
    "speak": "of about out against",
    "talk": "about of up",
    "complain": "about of that",
    "warn": "of about against",
    "point": "to out",
    "refer": "to",
    "allude": "to",
    "object": "to",
    "react": "to",
    "respond": "to by with",
    "agree": "with to on",
    "disagree": "with",
    "argue": "for against over about",
    "push": "for back",
    "press": "for",
    "advocate": "for",
    "campaign": "for against on",
    "lobby": "for against",
    "rail": "against",
    "lash": "out",
    "hit": "back out",
    "comment": "on about",
    "elaborate": "on",
    "speculate": "about on that",
    "worry": "about over that",
    "care": "about",
    "hope": "for",
    "wish": "for",
    "ask": "for about",
    "insist": "on",
    "rule": "out on against that",
    "lay": "out",
    "spell": "out",
    "dwell": "on",
    "weigh": "in",
    "apologize": "for to",
    "apologise": "for to",
    "vouch": "for",
    "sign": "off",
    "believe": "in",
    "think": "of about",
    "know": "of about",
    "hear": "of about from",
    "learn": "of about from",
    "dream": "of",
    "joke": "about that",
    "boast": "of about that",
    "brag": "about",
    "testify": "about that to",
    "blame": "for",
    "plead": "for guilty not",
    "opt": "for",
    "vote": "for against to",
    "look": "forward",
    "double": "down",
    "go": "after",
    "fire": "back",
    "shoot": "back",
    "caution": "against that",
    "advise": "against",
    "conclude": "by with that",
    "open": "by with",
    "begin": "by",
    "start": "by",
    "express": "",
    "voice": "",
    "issue": "",
    "release": "",
}

# A noun that is an act of saying, where something of it follows.
NOUNS = """
statement claim assertion announcement report allegation accusation warning promise pledge vow call demand suggestion
belief view opinion argument contention insistence denial admission complaint criticism fear hope remark comment
declaration prediction estimate forecast proposal plan decision attack endorsement support opposition threat concern
interview speech testimony tweet ruling conclusion assessment refusal desire commitment conviction rhetoric
"""

ACTS = listed(
    """
    statement concern concerns doubt doubts hope hopes fear fears support confidence opinion opinions view views
    statements outrage anger frustration regret dismay disappointment optimism skepticism interest willingness
    objection objections warning warnings criticism solidarity condolences opposition gratitude report reports
    letter
    """
)


@dataclass(frozen=True, slots=True)
class Cue:
    """What one written word may be: its verb, the groups it belongs to, and which forms of it it may be."""

    verb: str
    groups: frozenset[str]
    forms: frozenset[str]
    prepositions: frozenset[str]


def _groups() -> dict[str, set[str]]:
    groups: dict[str, set[str]] = {}
    for name, verbs in (
        (SAY, SAYING),
        (CLAUSE, CLAUSES),
        (STANCE, STANCES),
        (AIM, AIMS),
        (TOWARDS, " ".join(PREPOSITIONS)),
    ):
        for verb in verbs.split():
            groups.setdefault(verb, set()).add(name)
    return groups


def _cues() -> dict[str, Cue]:
    written: dict[str, tuple[str, set[str]]] = {}
    groups = _groups()
    for verb in groups:
        for word, form in forms(verb):
            written.setdefault(word, (verb, set()))[1].add(form)
    for noun in NOUNS.split():
        for word in (noun, noun + "s"):
            written.setdefault(word, (noun, set()))
    nouns = set(NOUNS.split())
    return {
        word: Cue(
            verb,
            frozenset(groups.get(verb, ())) | ({NOUN} if verb in nouns else set()),
            frozenset(found),
            frozenset(PREPOSITIONS.get(verb, "").split()),
        )
        for word, (verb, found) in written.items()
    }


CUES = _cues()
