"""Words spelled otherwise: what keys alone can do, and what most people do who were caught by a list of words."""

from __future__ import annotations

import random
import re

from .pick import between, in_words, letters, outside_addresses

LEET = {"a": "4", "b": "8", "e": "3", "g": "9", "i": "1", "l": "1", "o": "0", "s": "5", "t": "7", "z": "2"}
LEET |= {"A": "4", "B": "8", "E": "3", "I": "1", "L": "1", "O": "0", "S": "5", "T": "7", "Z": "2"}
SYMBOLS = {"a": "@", "c": "(", "e": "€", "h": "#", "i": "!|", "l": "|", "o": "*", "s": "$", "t": "+", "u": "v"}
SYMBOLS |= {"A": "@", "C": "<", "E": "€£", "I": "!|", "L": "|£", "S": "$", "T": "+"}
VOWELS = "aeiouAEIOU"
KEYS = {
    **{"q": "wa", "w": "qe", "e": "wr", "r": "et", "t": "ry", "y": "tu", "u": "yi", "i": "uo", "o": "ip", "p": "o"},
    **{"a": "qs", "s": "ad", "d": "sf", "f": "dg", "g": "fh", "h": "gj", "j": "hk", "k": "jl", "l": "k"},
    **{"z": "asx", "x": "zc", "c": "xv", "v": "cb", "b": "vn", "n": "bm", "m": "n"},
}
SOUNDS = [
    ("ph", "f"), ("ck", "k"), ("ss", "zz"), ("you", "u"), ("are", "r"), ("qu", "kw"), ("tion", "shun"),
    ("th", "d"), ("ight", "ite"), ("er", "a"), ("f", "ph"), ("c", "k"), ("s", "z"), ("x", "ks"), ("ee", "ea"),
    ("u", "oo"), ("i", "y"), ("oo", "u"), ("ing", "in"), ("k", "kk"), ("o", "au"),
]  # fmt: skip
SEPARATORS = ".-*_,~^"
SENTENCE = re.compile(r"[^.!?\n]+")


def spaced(text: str, rng: random.Random) -> str:
    """S p a m: the oldest trick, for words that are known to be on a list."""
    around = rng.choice(("", " ", "  "))  # most leave more room around the word than in it
    return in_words(text, rng, lambda word: f"{around}{' '.join(word)}{around}")


def set_apart(text: str, rng: random.Random) -> str:
    """The same with dots, dashes or stars."""
    sign = rng.choice(SEPARATORS)
    return in_words(text, rng, sign.join)


def underscores(text: str, rng: random.Random) -> str:
    """Underscores for blanks and round words: one long word to a filter, and to Markdown."""
    share = rng.choice((0.4, 1.0))
    out = outside_addresses(text, lambda part: "".join("_" if a == " " and rng.random() < share else a for a in part))
    return out if out != text else f"_{text}_"


def leet(text: str, rng: random.Random) -> str:
    """Figures for letters: gamers, and those who sell software."""
    share = rng.choice((0.4, 1.0))
    return in_words(text, rng, lambda word: letters(word, rng, LEET, share))


def symbols(text: str, rng: random.Random) -> str:
    """Signs for letters: @ss, $hit, b!tch."""
    share = rng.choice((0.3, 1.0))
    return in_words(text, rng, lambda word: letters(word, rng, SYMBOLS, share))


def masked(text: str, rng: random.Random) -> str:
    """A star for a letter or some: people who swear and know that they should not."""

    def mask(word: str) -> str:
        first = rng.randrange(1, max(len(word) - 1, 2))
        last = rng.choice((first + 1, len(word) - 1, first + 1))
        hidden = max(last - first, 1)
        return word[:first] + rng.choice("**#-.%_") * hidden + word[first + hidden :]

    return in_words(text, rng, mask)


def repeated(text: str, rng: random.Random) -> str:
    """Letters that are drawn out: anger, and a word that is not on the list."""

    def drawn(word: str) -> str:
        at = rng.randrange(len(word))
        return word[:at] + word[at] * rng.randint(2, 6) + word[at + 1 :]

    return in_words(text, rng, drawn)


def typos(text: str, rng: random.Random) -> str:
    """Two letters the wrong way round: haste, or intent; a reader hardly notices."""

    def mistyped(word: str) -> str:
        places = [at for at in range(len(word) - 1) if word[at] != word[at + 1]]
        at = rng.choice(places[1:] or places or [0])
        return word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]

    return in_words(text, rng, mistyped)


def neighbour_keys(text: str, rng: random.Random) -> str:
    """The key beside the right one, or one letter left out."""

    def missed(word: str) -> str:
        at = rng.randrange(1, len(word))
        return (
            word[:at]
            + (rng.choice(KEYS.get(word[at].lower(), word[at])) if rng.random() < 0.6 else "")
            + word[at + 1 :]
        )

    return in_words(text, rng, missed, shortest=4)


def no_vowels(text: str, rng: random.Random) -> str:
    """Vowels left out, the first letter kept: fck, btch, as in chats."""
    return in_words(text, rng, lambda word: word[0] + "".join(a for a in word[1:] if a not in VOWELS))


def doubled_words(text: str, rng: random.Random) -> str:
    """Words said twice, against filters that look for phrases."""
    return in_words(text, rng, lambda word: f"{word} {word}")


def split_words(text: str, rng: random.Random) -> str:
    """A blank inside a word: id iot."""

    def split(word: str) -> str:
        at = rng.randrange(2, len(word) - 1)
        return f"{word[:at]} {word[at:]}"

    return in_words(text, rng, split, shortest=4)


def run_together(text: str, rng: random.Random) -> str:
    """Words without blanks between them; a reader still parts them."""
    share = rng.choice((0.3, 0.6))
    out = outside_addresses(text, lambda part: "".join("" if a == " " and rng.random() < share else a for a in part))
    return out if out != text else text.replace(" ", "", 1)


def camel_case(text: str, rng: random.Random) -> str:
    """WordsLikeThis, as in tags, so that no blank is needed."""
    words = outside_addresses(text, lambda part: " ".join(word[:1].upper() + word[1:] for word in part.split(" ")))
    return run_together(words, rng)


def random_capitals(text: str, rng: random.Random) -> str:
    """cApItAlS anywhere: mockery, and a trick where filters mind the case."""
    return in_words(
        text, rng, lambda word: word[0] + "".join(rng.choice((a, a.swapcase())) for a in word[1:]).swapcase()
    )


def shouted(text: str, rng: random.Random) -> str:
    """Everything in capitals, with marks of exclamation: anger and sales."""
    return outside_addresses(text, str.upper).rstrip(".") + "!" * rng.randint(1, 5)


def reversed_words(text: str, rng: random.Random) -> str:
    """Toidi: written backwards, for readers who like riddles."""
    return in_words(text, rng, lambda word: word[::-1])


def phonetic(text: str, rng: random.Random) -> str:
    """As it sounds: phuck, azz, wimmin, yoo. Trolls with their own spelling, and those who were filtered before."""

    def respelled(word: str) -> str:
        fitting = [(old, new) for old, new in SOUNDS if old in word]
        for old, new in rng.sample(fitting, min(len(fitting), rng.randint(1, 2))):
            word = word.replace(old, new, 1)
        return word

    return in_words(text, rng, respelled)


def dotted_sentence(text: str, rng: random.Random) -> str:
    """Every. Word. A. Sentence. Or with some other sign for each blank, against filters of phrases."""
    sign = rng.choice((". ", "... ", " - ", " / ", ", ", " * "))
    return SENTENCE.sub(lambda found: found.group()[0] + found.group()[1:].replace(" ", sign), text)


def hyphened(text: str, rng: random.Random) -> str:
    """Words cut by one hyphen or dot: id-iot, cas.ino."""
    return in_words(text, rng, lambda word: between(word, rng, rng.choice(".-_'"), 0.0))
