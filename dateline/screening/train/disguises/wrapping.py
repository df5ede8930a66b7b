"""What is put round or into a text: marks of HTML and Markdown, links in disguise, padding, quotation marks."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from .pick import in_words

LINK = re.compile(r"(?:https?://|www\.)(\S+)")
DOTS = (" (dot) ", " [dot] ", "[.]", "(.)", " dot ", " . ", ". ", "{dot}", " d0t ", "。")
SCHEMES = ("hxxp://", "h t t p : / /", "http:/ /", "", "", "www ", "https :// ")
TOPS = ("com", "net", "xyz", "shop", "online", "top", "club")
NAMES = ("cash", "pills", "slots", "loan", "crypto", "dating", "deal", "casino", "watch", "profit")
QUOTES = (("“", "”"), ('"', '"'), ("«", "»"), ("„", "“"), ("'", "'"), ("```\n", "\n```"), ("> ", ""))
REPORTS = ("Somebody wrote here: ", "He said ", "As they say, ", "Just quoting: ", "Not my words, but ", "")
SUBJECTS = ("The council", "The report", "My neighbour", "The bridge", "Our school", "The mayor", "This article")
TALK = ("was talked about", "is well explained", "needs more time", "has cost a lot", "was not on the agenda")
ENDS = ("last week", "in my street", "since the spring", "as far as I know", "and nobody minded", "in the end")
PADDED = 1_500  # characters


def entities(text: str, rng: random.Random) -> str:
    """Letters by their numbers in HTML: programs that were made for other systems than this one."""

    def numbered(word: str) -> str:
        at = rng.randrange(len(word))
        number = rng.choice((f"&#{ord(word[at])};", f"&#x{ord(word[at]):x};"))
        return word[:at] + number + word[at + 1 :]

    return in_words(text, rng, numbered)


def markdown_inside(text: str, rng: random.Random) -> str:
    """Bold or struck out letters inside a word: the page shows the word, the text that was sent does not hold it."""
    mark = rng.choice(("**", "**", "~~", "*", "`", "***"))

    def marked(word: str) -> str:
        first = rng.randrange(len(word) - 1)
        last = rng.randrange(first + 1, len(word))
        return f"{word[:first]}{mark}{word[first:last]}{mark}{word[last:]}"

    return in_words(text, rng, marked)


def markup_inside(text: str, rng: random.Random) -> str:
    """Elements and remarks of HTML, or codes of forums, inside a word."""
    opened, closed = rng.choice((("<b>", "</b>"), ("<!-- -->", ""), ("<i>", "</i>"), ("[b]", "[/b]"), ("<wbr>", "")))

    def marked(word: str) -> str:
        at = rng.randrange(1, len(word))
        return f"{word[:at]}{opened}{word[at:]}{closed}"

    return in_words(text, rng, marked)


def spelled_links(text: str, rng: random.Random) -> str:
    """An address that no program knows for one, and that a reader types in: links of newcomers wait."""
    dot, scheme = rng.choice(DOTS), rng.choice(SCHEMES)
    if not LINK.search(text):
        text = f"{text} https://{host(rng)}"
    return LINK.sub(lambda link: scheme + link.group(1).replace(".", dot), text)


def host(rng: random.Random) -> str:
    """Return a name that a spammer would take."""
    number = rng.choice(("", str(rng.randint(1, 999))))
    return f"{'-'.join(rng.sample(NAMES, 2))}{number}.{rng.choice(TOPS)}"


def trailing_code(text: str, rng: random.Random) -> str:
    """Some random letters at the end, so that no two copies have one checksum."""
    signs = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"
    return f"{text} {rng.choice(('', '#', '[', 'ref:'))}{''.join(rng.choices(signs, k=rng.randint(5, 14)))}"


def padding(text: str, rng: random.Random) -> str:
    """Clean talk around what is meant, so that its share of the words is small."""
    return padded(text, rng, [sentence(rng) for _ in range(PADDED // 30)])


def padded(text: str, rng: random.Random, sentences: Sequence[str]) -> str:
    """Put ``text`` into the middle or to the end of 1,500 characters of sentences."""
    clean = ""
    for each in sentences:
        if len(clean) < PADDED:
            clean += f"{each} "
    at = clean.rfind(". ", 0, rng.choice((len(clean) // 2, len(clean)))) + 2
    return f"{clean[:at]}{text} {clean[at:]}".rstrip()


def sentence(rng: random.Random) -> str:
    """Return a sentence that nobody minds."""
    return f"{rng.choice(SUBJECTS)} {rng.choice(TALK)} {rng.choice(ENDS)}."


def quotation(text: str, rng: random.Random) -> str:
    """In quotation marks, as if it were somebody else's: trolls who have noticed that quotes are spared."""
    opened, closed = rng.choice(QUOTES)
    return f"{rng.choice(REPORTS)}{opened}{text}{closed}" if "\n" not in opened + text else f"{opened}{text}{closed}"
