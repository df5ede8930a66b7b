"""How people call columns of texts and labels, and the labels themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

NAMED, NAME = 30, 40  # columns that are told, and characters of each


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split())


# In the order in which they are looked for; case, and what is no letter, do not matter.
TEXTS = _listed(
    "text commenttext comment content tweet message body post sentence commentbody fulltext textcontent raw review "
    "document description comments texts tweets messages sms v2"
)
LABELS = _listed(
    "label labels class istoxic toxic toxicity isspam spam ishate hate hatespeech ishatespeech hateful offensive "
    "isoffensive abusive abuse isabusive insult target goldlabel labelgold labelsexist binarylabel category subtaska "
    "task1 coarse annotation gold y v1 score"
)
YES = frozenset(
    _listed(
        "1 10 true yes y t toxic spam hate hateful hatespeech offensive offense abusive abuse insult insulting "
        "profanity harassment sexist racist off hof bad attack unhealthy misogynistic scam phishing threat troll "
        "positive"
    )
)
NO = frozenset(
    _listed(
        "0 00 false no n f nontoxic ham clean normal neither none neutral other not safe ok good nottoxic nothate "
        "nonhate nohate noths nospam notspam nonspam legit legitimate healthy civil benign acceptable notoffensive "
        "nonoffensive notsexist notabusive negative"
    )
)


def plain(name: str) -> str:
    """Return the letters and figures of a name or a label: 1.0 is 10 and also means yes."""
    return "".join(character for character in name.lower() if character.isalnum())


def first_of(wanted: Sequence[str], names: Iterable[str]) -> str | None:
    """Return which of ``names`` comes first in ``wanted``."""
    there = {plain(name): name for name in reversed(list(names))}
    return next((there[name] for name in wanted if name in there), None)


def named(names: Iterable[str]) -> str:
    """Return names for a sentence: the first of them, each its beginning."""
    known = list(names)
    return ", ".join([*(name[:NAME] for name in known[:NAMED]), *(["…"] if len(known) > NAMED else [])])


def is_data(cells: Sequence[str]) -> bool:
    """Whether a first line is a row and no names: a label stands in it, and a sentence."""
    labels = {plain(cell) for cell in cells}
    return bool(labels & (NO | {"1", "10"})) and any(len(cell.split()) > 3 for cell in cells)
