"""Which language a comment is in: by its script, else its words, its accents, and the looks of unlisted words.

Each head of the model was taught one language, and what it says of another means nothing. So the question is less which
of all languages this is than whether it is English or German; the others are known to be told from these two.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from ..view import View
from .languages.alphabets import ACCENTS
from .languages.looks import FAMILIES, WORDS, families_of
from .languages.scripts import LATIN, UNKNOWN, language_by_script, scripts_of

READ = 600  # characters: what follows is in the same language, or is more than one comment
FEW = 15  # letters up to which nothing is concluded from looks
HEADS = ("en", "de")
HOME = "en"  # where two are equally likely: an insult in slang is not to pass for Dutch

# What each weighs.
WORD, SHORT_WORD, STEM, LOOKS = 1.0, 0.5, 0.6, 0.9
ACCENT, ACCENTS_MOST = 0.5, 1.5  # an accent on every letter is a trick, no language
LEAN = 0.15
NEEDED = 0.5

NO_WORDS = re.compile(r"(?<!\S)(?:(?:https?:|www\.|[@#])\S*|[^\s@]{1,64}@[^\s@]+\.\S*)|&\w{1,8};")
APART = re.compile(r"(?<![^\W_])[a-z](?:[ .*_-][a-z](?![^\W_])){2,}")
BETWEEN = re.compile(r"[ .*_-]")
TOKEN = re.compile(r"[^\W_]+(?:['’´`@$!|*]{1,3}[^\W_]+)*")
APOSTROPHE = re.compile(r"['’´`]")
REPEATED = re.compile(r"(.)\1+")
TRIPLED = re.compile(r"(.)\1\1")
LEET = str.maketrans("013457@$!|8", "oieastasiib", "*")
STROKES = str.maketrans("đłı", "dli")  # no accents to Unicode, but often left out like one
ENDINGS = ("s", "ing", "ed", "er", "ly", "d", "in", "y")
Scores = dict[str, float]


def _by_word() -> dict[str, tuple[str, ...]]:
    languages: dict[str, set[str]] = defaultdict(set)
    for language, text in WORDS.items():
        for word in text.split():
            languages[word].add(language)
    same: dict[tuple[str, ...], tuple[str, ...]] = {}
    return {word: same.setdefault(key := tuple(sorted(those)), key) for word, those in languages.items()}


def _by_accent() -> dict[str, list[str]]:
    languages: dict[str, list[str]] = defaultdict(list)
    for language, letters in ACCENTS.items():
        for letter in letters:
            languages[letter].append(language)
    return dict(languages)


BY_WORD = _by_word()
BY_ACCENT = _by_accent()
LANGUAGES = [(language, family) for family, languages in enumerate(FAMILIES) for language in languages]


def language_of(view: View) -> str:
    """Return the ISO 639 code of a comment's language, ``und`` for one not known here, "" for too little to tell."""
    text = NO_WORDS.sub(" ", view.text[:READ])
    if view.original.isascii():
        return _Latin().language(text)
    original = view.original[:READ].lower()
    if not text.isascii():
        counts = scripts_of(text)
        script = max(counts, key=counts.__getitem__, default=LATIN)
        if script != LATIN:
            return language_by_script(script, counts, original)
        text = text.translate(STROKES)
    return _Latin(original).language(text)


def hints_at(view: View, language: str, besides: str) -> int:
    """Return how many words of ``view`` are listed for ``language`` and not for ``besides``: next to no time."""
    return sum(language in known and besides not in known for known in map(BY_WORD.get, view.words) if known)


class _Latin:
    """What speaks for each language in a text of Latin letters."""

    def __init__(self, original: str = "") -> None:
        self.scores: Scores = defaultdict(float)
        self.strange: list[str] = []
        self.letters = 0
        for letter, often in Counter(original).items():
            for language in BY_ACCENT.get(letter, ()):
                self.scores[language] = min(self.scores[language] + ACCENT * often, ACCENTS_MOST)

    def language(self, text: str) -> str:
        """Return the language of ``text``."""
        for token in TOKEN.findall(APART.sub(_joined, text)):
            if token.isalpha():
                self.count(token)
            elif not token.isdecimal():
                self.count_parts(token)
        return self.few() if self.letters <= FEW else self.likeliest()

    def count_parts(self, token: str) -> None:
        """Count ``don't``, ``l'eau`` and ``1d10t``."""
        joined = APOSTROPHE.sub("", token)
        if joined in BY_WORD:
            self.count(joined)
        elif joined.isalpha():
            for part in APOSTROPHE.split(token):
                self.count(part)
        else:
            plain = joined.translate(LEET)
            if HOME in BY_WORD.get(plain, ()) or HOME in BY_WORD.get(REPEATED.sub(r"\1", plain), ()):
                self.letters += len(plain)
                self.scores[HOME] += WORD

    def count(self, word: str) -> None:
        """Count a word for the languages that have it, or put it by."""
        self.letters += len(word)
        languages = BY_WORD.get(word) or _shortened(word)
        if languages:
            weight = WORD if len(word) > 2 else SHORT_WORD
            for language in languages:
                self.scores[language] += weight
        elif _has_stem(word):
            self.scores[HOME] += STEM
        elif len(word) > 2:
            self.strange.append(word)

    def few(self) -> str:
        """Return the language that alone has most of a few words."""
        first, second, *_rest = sorted([*self.scores.values(), 0.0, 0.0], reverse=True)
        return max(self.scores, key=self.scores.__getitem__) if first >= NEEDED and first > second else ""

    def likeliest(self) -> str:
        """Return the likeliest language, the looks of strange words included."""
        looks = families_of(self.strange) if self.strange else [0.0] * len(FAMILIES)
        totals = {language: self.scores[language] + LOOKS * looks[family] for language, family in LANGUAGES}
        totals[HOME] += LEAN
        best = max(totals, key=totals.__getitem__)
        return best if best in HEADS or self.scores[best] >= NEEDED else UNKNOWN


def _joined(apart: re.Match[str]) -> str:
    return BETWEEN.sub("", apart.group())


def _shortened(word: str) -> tuple[str, ...]:
    """Whose ``soooo`` is, and ``coooool``."""
    if not TRIPLED.search(word):
        return ()
    return BY_WORD.get(REPEATED.sub(r"\1", word)) or BY_WORD.get(REPEATED.sub(r"\1\1", word)) or ()


def _has_stem(word: str) -> bool:
    """Whether an English word is left without an English ending."""
    return len(word) > 4 and any(
        word.endswith(ending) and len(word) - len(ending) > 3 and HOME in BY_WORD.get(word[: -len(ending)], ())
        for ending in ENDINGS
    )
