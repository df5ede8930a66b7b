"""What readers of the bench say: plain sentences of a town, each comment its own, 200 to 400 characters long."""

from __future__ import annotations

import random

FIRST = ("Mara", "Jonas", "Ines", "Pavel", "Ruth", "Tomas", "Hanna", "Oskar", "Lena", "Viktor", "Greta", "Samuel")
LAST = ("Novak", "Berg", "Weiss", "Haas", "Lang", "Kern", "Vogel", "Stein", "Roth", "Sommer", "Falk", "Brandt")
WHO = ("The council", "My neighbour", "The water board", "Our school", "The bus driver", "A farmer I know", "The mayor")
DID = ("said", "wrote", "told us", "promised", "reported", "explained", "forgot to mention")
WHAT = (
    "that the road by the mill would be closed until the end of the month",
    "how much the new gauge had cost and who had paid for it",
    "why the meeting in the town hall was moved to another evening",
    "that the sandbags on the east side had been filled by volunteers",
    "when the trains would run again between the two stations",
    "what the insurance had answered to the families in the lower street",
    "that nobody had looked at the levee since the spring before last",
)
THEN = (
    "I went there myself and saw it.",
    "Has anybody else heard of this?",
    "Thank you for writing about it so calmly.",
    "It was not like that in the years before.",
    "Perhaps the next report can say more.",
    "We talked about it at the market for an hour.",
    "It should be said how many people that concerns.",
)
SHORTEST, LONGEST = 200, 400


def name(chance: random.Random) -> str:
    """Return somebody's name."""
    return f"{chance.choice(FIRST)} {chance.choice(LAST)}"


def comment(chance: random.Random, mark: str = "") -> str:
    """Return a comment; ``mark`` stands at its end, where it is to be found again."""
    length = chance.randint(SHORTEST, LONGEST)
    text = ""
    while len(text) < length - 60:
        text += f"{chance.choice(WHO)} {chance.choice(DID)} {chance.choice(WHAT)}. {chance.choice(THEN)} "
    return f"{text.strip()[:LONGEST]} {mark}".strip()


def template(text: str) -> str:
    """Return ``text`` with a place for a word of its own (``own``) in every run of three words."""
    return " ".join(word if place % 3 < 2 else "%(own)s" for place, word in enumerate(text.split()))


def own(template: str, number: int) -> str:
    """Return a text that nobody else has said, and so is no copy: letters, for figures are all the same there."""
    letters = ""
    while number:
        number, digit = divmod(number, 20)
        letters += "bcdfghjklmnpqrstvwxz"[digit]
    return template % {"own": f"a{letters}"}


def paragraph(chance: random.Random, sentences: int = 6) -> str:
    """Return a paragraph of a report."""
    return " ".join(f"{chance.choice(WHO)} {chance.choice(DID)} {chance.choice(WHAT)}." for _ in range(sentences))
