"""What somebody does in a sentence: acts (by), is acted upon (target), or stands by one who acts (ally)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..attribution.grammar import BE, FINITE
from ..words import Words
from . import vocabulary as v
from .actor import Mention

BY, TARGET, ALLY = "by", "target", "ally"
JOINED = frozenset((" ", ", ", ") ", "), "))


def roles(words: Words, found: Sequence[Mention], events: Iterable[int]) -> list[tuple[str, str]]:
    """Give each name its role, once; ``events`` are the numbers of the words that tell what happens."""
    verbs = sorted(events)
    given: dict[str, str] = {}
    before: tuple[Mention, str] | None = None
    for mention in found:
        role = joined(words, mention, before) or role_of(words, mention, verbs)
        before = mention, role
        given.setdefault(mention.name, role)
    return list(given.items())


def joined(words: Words, mention: Mention, before: tuple[Mention, str] | None) -> str:
    """The role of the one before, where only "and" or a comma stands between: "the army and the police"."""
    if before is None:
        return ""
    between = [word for word in words.lower[before[0].after : mention.first] if word not in ("the", "its", "their")]
    short = len(between) == 1 and between[0].isalpha() and words.gaps[mention.first - 1].endswith("(")
    if between == ["and"] or short or (not between and "," in words.gaps[mention.first]):
        return before[1]
    return ""


def role_of(words: Words, mention: Mention, verbs: Sequence[int]) -> str:
    """The role by the words before, or by the side of the verb."""
    index = mention.first - 1
    while index >= 0 and words.lower[index] in ("the", "a", "an", "its", "his", "their", "several", "some", "many"):
        index -= 1
    near = words.lower[index] if index >= 0 else ""
    earlier = words.lower[index - 1] if index >= 1 else ""
    if near == "by":
        return ALLY if earlier in v.HELPED else BY
    if near in v.TOGETHER_WITH:
        return ALLY
    if near in v.PUSHED:
        return TARGET
    return by_side(words, mention, verbs)


def by_side(words: Words, mention: Mention, verbs: Sequence[int]) -> str:
    """Before an active verb stands who acts; before a passive one, or behind, who is acted upon."""
    ahead = next((verb for verb in verbs if verb >= mention.after), None)
    acted = any(verb < mention.first for verb in verbs)
    if acted and "," in words.gaps[mention.after]:  # "after repelling the rebels, the army advanced"
        return TARGET
    if ahead is not None and ahead - mention.after < 12:
        passive = any(word in BE for word in words.lower[max(mention.after, ahead - 3) : ahead])
        return TARGET if passive and not words.lower[ahead].endswith("ing") else BY
    follows = words.lower[mention.after] if mention.after < len(words) else ""
    return TARGET if acted and follows not in FINITE else BY
