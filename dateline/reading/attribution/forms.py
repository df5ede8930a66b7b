"""The forms of English verbs, made from their base so that word lists stay short."""

from __future__ import annotations

from collections.abc import Iterator

BASE, THIRD, PAST, ING, DONE = "base", "third", "past", "ing", "done"

IRREGULAR = {
    "say": "said",
    "tell": "told",
    "write": "wrote written",
    "speak": "spoke spoken",
    "find": "found",
    "know": "knew known",
    "think": "thought",
    "feel": "felt",
    "see": "saw seen",
    "hear": "heard",
    "read": "read",
    "swear": "swore sworn",
    "foresee": "foresaw foreseen",
    "hold": "held",
    "maintain": "maintained",
    "understand": "understood",
    "show": "showed shown",
    "lay": "laid",
    "put": "put",
    "make": "made",
    "take": "took taken",
    "decry": "decried",
    "fear": "feared",
    "bet": "bet",
    "draw": "drew drawn",
    "give": "gave given",
    "sing": "sang sung",
    "mean": "meant",
    "rebut": "rebutted",
    "rip": "ripped",
    "slam": "slammed",
    "pan": "panned",
    "rap": "rapped",
    "admit": "admitted",
    "commit": "committed",
    "submit": "submitted",
    "quip": "quipped",
    "prefer": "preferred",
    "refer": "referred",
    "infer": "inferred",
    "plan": "planned",
    "stress": "stressed",
    "let": "let",
    "go": "went gone",
    "seek": "sought",
    "forget": "forgot forgotten",
    "learn": "learned",
    "label": "labeled",
    "blog": "blogged",
    "tag": "tagged",
    "hit": "hit",
    "forbid": "forbade forbidden",
    "retell": "retold",
    "come": "came come",
    "want": "wanted",
}
DOUBLED = frozenset(
    {"rebut", "rip", "slam", "pan", "rap", "admit", "commit", "submit", "quip", "prefer", "refer", "infer", "plan"}
)
DOUBLED_ING = DOUBLED | {"put", "bet", "let", "forget", "blog", "tag", "hit", "forbid"}
VOWELS = frozenset("aeiou")


def forms(base: str) -> Iterator[tuple[str, str]]:
    """Every written form of a verb with what it is; one written form may be two things (``said``)."""
    yield base, BASE
    yield third(base), THIRD
    past, _space, done = IRREGULAR.get(base, regular_past(base)).partition(" ")
    yield past, PAST
    yield done or past, DONE
    yield ing(base), ING


def third(base: str) -> str:
    """He, she or it does so."""
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    if base.endswith("y") and base[-2] not in VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def regular_past(base: str) -> str:
    """The past of a verb that follows the rules."""
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in VOWELS:
        return base[:-1] + "ied"
    return base + "ed"


def ing(base: str) -> str:
    """The present participle."""
    if base in DOUBLED_ING:
        return base + base[-1] + "ing"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    return base + "ing"
