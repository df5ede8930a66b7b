"""Which language a text is in that is not in Latin letters: by its script, and by letters that only some have."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from .alphabets import ARABIC, CYRILLIC, CYRILLIC_WORDS, SCRIPTS

UNKNOWN = "und"  # ISO 639-2: none that is known here
LATIN = "latin"
DENSE = {"zh", "ja"}  # where a character is as much as two letters
KNOWN = 20_000  # characters whose script is kept
LETTER, WORD = 2, 1  # what each weighs


class _Scripts(dict[int, str]):
    """The script of each character, worked out when it is first met; "" of what is no letter."""

    def __missing__(self, code: int) -> str:
        found = ""
        if chr(code).isalpha():
            found = next((name for first, last, name in SCRIPTS if first <= code <= last), UNKNOWN)
        if len(self) < KNOWN:
            self[code] = found
        return found


SCRIPT = _Scripts()


def _by_word() -> dict[str, list[str]]:
    words = defaultdict(list)
    for language, text in CYRILLIC_WORDS.items():
        for word in set(text.split()):
            words[word].append(language)
    return dict(words)


BY_WORD = _by_word()


def scripts_of(text: str) -> Counter[str]:
    """Return how many letters there are of each script."""
    counts = Counter(map(SCRIPT.__getitem__, map(ord, text)))
    del counts[""]
    for script in DENSE & counts.keys():
        counts[script] *= 2
    return counts


def language_by_script(script: str, counts: Mapping[str, int], original: str) -> str:
    """Return the language of ``original``, most of whose letters are of ``script``."""
    if script in DENSE:
        return "ja" if counts["ja"] * 8 > counts["zh"] else "zh"  # Japanese has Chinese characters, too
    if script == "arabic":
        return _likeliest(_letters(ARABIC, original), "ar")
    if script == "cyrillic":
        scores = _letters(CYRILLIC, original)
        for word in original.split():
            for language in BY_WORD.get(word.strip(',.!?:;"()«»'), ()):
                scores[language] += WORD
        return _likeliest(scores, "ru")
    return script


def _letters(own: Mapping[str, str], text: str) -> dict[str, int]:
    return {language: LETTER * sum(map(text.count, letters)) for language, letters in own.items()}


def _likeliest(scores: Mapping[str, int], usual: str) -> str:
    best = max(scores, key=scores.__getitem__)
    return best if scores[best] else usual
