"""What makes screening quick changes nothing: each short way gives what the long one, written out here, gives."""

from __future__ import annotations

from itertools import groupby
from types import ModuleType

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dateline.lib.skeleton import ALIKE, CAPITALS, LOOKALIKES, _alone, _among_latin, _plain, skeleton
from dateline.screening import Submission, screen
from dateline.screening.bare import bare_of
from dateline.screening.phases import insults, links, money_scam, repeats
from dateline.screening.phrase import Phrase
from dateline.screening.view import NO_WORD, TO_CYRILLIC, view_of

PHRASES = {
    **{f"insults.{name}": getattr(insults, name) for name in ("AT_YOU", "ALWAYS", "SOMETIMES", "THREAT")},
    **{f"links.{name}": getattr(links, name) for name in ("LINKED", "DOTTED")},
    **{f"money_scam.{shape.words}": shape.phrase for shape in money_scam.SHAPES},
}
TRICKS = [
    "а",
    "е",
    "і",
    "ѕ",
    "ı",
    "ſ",
    "K",
    "İ",
    "ß",
    "ﬁ",
    "𝕪",
    "Ｗ",
    "Η",
    "К",
    "🅱",
    "**",
    "`",
    "&#97;",
    "аѕѕ",
    "хор",
    "иди",
    "\u200b",
    "\u0301",
    "٣",
    "_",
    "1",
    "-",
    ".",
]
SAID = ["you", "are", "such", "an", "a", "is", "your", "this", "from", "online", "$97", "12", "per", "hour", "week"]
LINKS = ["www.x.example", "maılto:x@y", "HTTP://x", "★★", "“", "”", '"', ">", ",", "site(dot)com"]
WORDS = [*sorted({word for each in PHRASES.values() for word in each.words}), *SAID, *LINKS, "\n"]
MIXED = st.lists(st.sampled_from([*WORDS, *TRICKS]) | st.text(max_size=5), max_size=40).map(" ".join) | st.text()


def slow_view(original: str) -> tuple[str, list[int]]:
    """The definition of a view: letter by letter, word by word."""
    bare, kept = bare_of(original) or (original, range(len(original)))
    letters = [
        (place, *each)
        for place, character in zip(kept, bare, strict=True)
        for each in zip(*(read(character) for read in (_plain, _among_latin, _alone)), strict=True)
    ]
    words = [
        ["".join(part) for part in zip(*(each[1:] for each in run), strict=True)]
        for _, run in groupby(letters, key=lambda each: each[1].isalnum() or None)
    ]
    text = "".join(plain for plain, _, _ in slowly_folded(words))
    return text, [place for place, *_ in letters]


def slowly_folded(words: list[list[str]]) -> list[list[str]]:
    """Words and what is between them, each as it is, as it passes among Latin letters, and as it passes alone."""
    for word in words:
        plain, among, _alone = word
        cyrillic = plain.translate(TO_CYRILLIC)
        if any("a" <= letter <= "z" for letter in plain) and plain != among:
            is_cyrillic = not among.isascii() and all("\u0400" <= letter <= "\u052f" for letter in cyrillic)
            word[0] = cyrillic if is_cyrillic else among
        elif among.isascii() and NO_WORD.search(plain):
            word[0] = among
    told = [word for word in words if word[0][0].isalnum()]
    latin = [any("a" <= letter <= "z" for letter in word[0]) for word in told]
    sizes = [len(word[0]) * (1 if is_latin else -1) for word, is_latin in zip(told, latin, strict=True)]
    if sum(sizes) <= 0:
        return words
    for at, word in enumerate(told):
        first = max((place + 1 for place in range(at) if latin[place]), default=0)
        last = min((place for place in range(at, len(told)) if latin[place]), default=len(told))
        if not latin[at] and all(each[2].isascii() for each in told[first:last]):
            word[0] = word[2]
    return words


@settings(max_examples=400, deadline=None)
@given(MIXED)
@example("You аre an idіot İ ﬁn ßß")
@example("you аге ԁо аѕѕ, he said «Иди сюда, хор» сор ΝΙG ты дурaк i**d**iot &#100;")
def test_the_quick_view_is_the_slow_one(text: str):
    view = view_of(text)
    assert (view.text, list(view.places)) == slow_view(text)
    assert len(view.text) == len(view.places)
    letters = "".join(plain for character in text.translate(CAPITALS) for plain in _plain(character))
    letters = letters.translate(LOOKALIKES).translate(ALIKE)
    assert skeleton(text) == "".join(letter for letter in letters if letter.isalnum())


@pytest.mark.parametrize("sought", PHRASES.values(), ids=PHRASES.keys())
def test_a_phrase_is_found_wherever_its_pattern_matches(sought: Phrase):
    @settings(max_examples=60, deadline=None)
    @given(st.text(max_size=4), st.from_regex(sought.pattern), st.sampled_from(TRICKS))
    def holds(before: str, match: str, trick: str):
        for text in (before + match, f"{before} {match.upper()} {trick}", f"{trick}{match}"):
            view = view_of(text)
            assert [m.span() for m in sought.found_in(view)] == [m.span() for m in sought.pattern.finditer(view.text)]

    holds()


@settings(max_examples=300, deadline=None)
@given(MIXED, MIXED)
def test_a_verdict_is_the_same_when_every_pattern_is_tried(text: str, name: str):
    submission = Submission(text=text, author_name=name, accepted=len(text) % 2)
    quick = screen(submission)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Phrase, "may_be_in", lambda _phrase, _view: True)
        assert screen(submission) == quick


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_a_repeat_is_found_by_the_share_of_runs_alone(data: st.DataObject):
    vocabulary = st.sampled_from([f"word{number}" for number in range(30)] + ["a", "a"])
    words = data.draw(st.lists(vocabulary, min_size=8, max_size=40))
    other = list(words)
    for _ in range(data.draw(st.integers(0, 6))):
        other[data.draw(st.integers(0, len(other) - 1))] = data.draw(vocabulary)
    other += data.draw(st.lists(vocabulary, max_size=10))
    assert is_repeat(repeats, " ".join(words), " ".join(other)) == is_alike(
        words, " ".join(other)[: 2 * len(" ".join(words))]
    )


def is_repeat(phase: ModuleType, text: str, earlier: str) -> bool:
    return bool(list(phase.examine(Submission(text=text, earlier=(earlier,)), view_of(text))))


def is_alike(words: list[str], earlier: str) -> bool:
    """The definition: Jaccard's index of the sets of runs."""
    new, old = ({tuple(each[at : at + 5]) for at in range(len(each) - 4)} for each in (words, earlier.split()))
    return len(words) >= 8 and len(earlier.split()) >= 8 and len(new & old) / len(new | old) >= 0.5
