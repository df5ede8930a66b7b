"""Which column of a labelled file holds the text, which the label, and which labels mean yes: as told, else guessed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import isnan
from statistics import fmean

from .guesses import LABELS, NO, TEXTS, YES, first_of, named, plain
from .reading import Cells, Unreadable

Test = Callable[[object], bool | None]  # None: cannot be told
MANY = 12  # different labels, beyond which a column is no label


@dataclass(frozen=True, slots=True)
class Columns:
    """Where text and label stand, and whether a label means yes."""

    text: str
    label: str
    is_positive: Test
    guessed: tuple[str, ...] = ()


def columns_of(
    sample: Sequence[Cells], text: str | None, label: str | None, positive: str | None, positive_at: float | None
) -> Columns:
    """Return the columns of a file by its first rows; raises Unreadable with what there is to choose from."""
    names = list(dict.fromkeys(name for cells in sample for name in cells))
    if not names:
        raise Unreadable("There is no row in it.")
    guessed = []
    for name in (text, label):
        if name is not None and name not in names:
            raise Unreadable(f"There is no column “{name}”. There are: {named(names)}")
    if text is None:
        text = first_of(TEXTS, [name for name in names if name != label]) or _longest(sample, names, label)
        guessed.append(f"the text is in “{text}”")
    if label is None:
        label = _by_name(sample, names, text) or _fewest(sample, names, text)
        guessed.append(f"the label is in “{label}”")
    if positive is None and positive_at is None:
        test, meaning = _meaning([cells.get(label) for cells in sample], label)
        return Columns(text, label, test, (*guessed, meaning))
    return Columns(text, label, _at_least(positive_at) if positive_at is not None else _among(positive), tuple(guessed))


def _longest(sample: Sequence[Cells], names: list[str], label: str | None) -> str:
    """The column with the longest texts, where there is one with words at all."""
    lengths = {
        name: fmean(
            len(value) if isinstance(value := cells.get(name), str) and " " in value.strip() else 0 for cells in sample
        )
        for name in names
        if name != label
    }
    name = max(lengths, key=lambda name: lengths[name], default="")
    if not name or lengths[name] < 5:
        raise Unreadable(f"Where the text stands cannot be told. Name it with --text; there are: {named(names)}")
    return name


def _by_name(sample: Sequence[Cells], names: list[str], text: str) -> str | None:
    """The first column that is called as labels are; one whose values can be understood goes before others."""
    called = [name for name in names if name != text]
    ordered = list(dict.fromkeys(found for wanted in LABELS if (found := first_of([wanted], called))))
    return next((name for name in ordered if _is_clear(sample, name)), ordered[0] if ordered else None)


def _is_clear(sample: Sequence[Cells], name: str) -> bool:
    words = {_word(cells.get(name)) for cells in sample} - {""}
    return bool(words) and (_are_shares(words) or {plain(word) for word in words} <= YES | NO)


def _are_shares(words: set[str]) -> bool:
    """Whether all of them are numbers from 0 to 1."""
    numbers = [_number(word) for word in words - {"true", "false"}]
    return bool(numbers) and all(number is not None and 0 <= number <= 1 for number in numbers)


def _fewest(sample: Sequence[Cells], names: list[str], text: str) -> str:
    """The one column that holds nothing but words for yes and no."""
    fit = [name for name in names if name != text and _is_clear(sample, name)]
    if len(fit) != 1:
        are_numbers = names == [str(number) for number in range(1, len(names) + 1)]
        advice = ". A file without names in its first line is read with --no-header; columns are then 1, 2, …"
        raise Unreadable(
            "Where the label stands cannot be told. Name it with --label. "
            f"There are: {named(names)}{'' if are_numbers else advice}"
        )
    return fit[0]


def _meaning(values: Sequence[object], label: str) -> tuple[Test, str]:
    """Which labels mean yes, and how that is told: half of a share and more, else those with a word for it."""
    words = {_word(value) for value in values} - {""}
    if _are_shares(words):
        return _at_least(0.5), "0.5 and above mean yes"
    yes = {word for word in words if plain(word) in YES}
    if not words or not _is_clear([{label: word} for word in words], label):
        there = ", ".join(sorted(words)[:MANY])
        if len(words) == 1:
            raise Unreadable(f"There is only one label in “{label}”: {there}. So ranking cannot be measured.")
        raise Unreadable(
            f"Which labels in “{label}” mean yes is not clear. Name them with --positive A,B or --positive-at NUMBER. "
            f"There are: {there}{', …' if len(words) > MANY else ''}"
        )
    told = " and ".join(f"“{word}”" for word in sorted(yes)) or "words for it"
    return _known_word, f"{told} mean yes"


def _known_word(value: object) -> bool | None:
    word = plain(_word(value))
    return True if word in YES else False if word in NO else None


def _at_least(least: float) -> Test:
    def reaches(value: object) -> bool | None:
        number = _number(_word(value))
        return None if number is None or isnan(number) else number >= least

    return reaches


def _among(positive: str | None) -> Test:
    yes = {_word(word) for word in (positive or "").split(",")}
    yes |= {f"{word}.0" for word in yes if word.isdigit()}
    return lambda value: _word(value) in yes if _word(value) else None


def _word(value: object) -> str:
    """A label as it is compared."""
    return "" if value is None else str(value).strip().lower()


def _number(word: str) -> float | None:
    word = {"true": "1", "false": "0"}.get(word, word)
    try:
        return float(word)
    except ValueError:
        return None
