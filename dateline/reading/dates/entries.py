"""Short ways to write down words of a lexicon."""

from __future__ import annotations

from collections.abc import Mapping


def each(words: str, fact: str | int | None = None) -> dict[str, str | int | None]:
    """Words that all say the same."""
    return dict.fromkeys(words.split(), fact)


def alone(words: str) -> dict[str, dict[str, str | int | None]]:
    """Words that are each a class of their own."""
    return {word: {word: None} for word in words.split()}


def coded(words: str) -> dict[str, str]:
    """ "spring SP summer SU": each word with what it says."""
    pairs = words.split()
    return dict(zip(pairs[::2], pairs[1::2], strict=True))


def numbered(words: str) -> dict[str, int]:
    """ "noon 12 midnight 24": each word with its number."""
    return {word: int(number) for word, number in coded(words).items()}


def counted(words: str, first: int = 1, step: int = 1) -> dict[str, int]:
    """Words in their order, with the numbers that belong to them."""
    return {word: first + step * place for place, word in enumerate(words.split())}


def with_ending(ending: str, words: Mapping[str, str | int]) -> dict[str, str | int]:
    """The same with an ending: "Mondays", "years"."""
    return {f"{word}{ending}": fact for word, fact in words.items()}
