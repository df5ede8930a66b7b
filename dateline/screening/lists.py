"""The newsroom's own lists, made ready to be looked for: all words of all lists at once, in time linear in the text.

Most texts hold no word with which any entry begins; that is seen in a few microseconds, and they are left at that. A
word is looked up once, however many entries there are; a phrase by its first word and the lengths of the phrases that
begin with it; a beginning (``scam*``) by the lengths of all beginnings. A domain is looked up label by label from its
end, so ``example.com`` is found in ``shop.example.com`` and never in ``attacker-example.com``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import unquote

from .entries import MOST_LABELS, SHORTEST_BEGINNING, Entry, Kind, in_letters_of_the_net, read
from .tokens import SET_APART, Token, tokens_of, with_letters_joined, words_of
from .view import Span, View

INNER_DOT = re.compile(r"[\w%-][.。][\w%-]")
HOST = re.compile(r"[\w%.。-]+")
NO_HOST = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class Listing:
    """One list in force: its number and version, its lines, and whether what it finds waits for a moderator."""

    number: int
    version: int
    name: str
    kind: Kind
    text: str
    holds: bool = True


class Found(NamedTuple):
    """What one list found in one text: the entries, and where."""

    listing: Listing
    lines: tuple[str, ...]
    spans: tuple[Span, ...]


Hit = tuple[int, str, Span]  # which list (as they were given), the line, and where
Sign = tuple[int, str]  # which list, and the line


class Lists:
    """Lists made ready. Making takes some 5 µs an entry; keep it until a list changes."""

    def __init__(self, listings: Iterable[Listing]) -> None:
        self.listings = tuple(listings)
        self.phrases: dict[str, list[Sign]] = defaultdict(list)
        self.beginnings: dict[str, list[Sign]] = defaultdict(list)
        self.domains: dict[str, list[Sign]] = defaultdict(list)
        self.starts: set[str] = set()  # the first words of all phrases
        self.openings: set[str] = set()  # the first letters of all beginnings
        self.lengths: dict[str, set[int]] = defaultdict(set)  # of phrases, in words, by their first word
        self.open_lengths: dict[str, set[tuple[int, int]]] = defaultdict(set)  # and with an open end: words, letters
        self.open_words: set[int] = set()  # lengths of single beginnings, in letters
        for place, listing in enumerate(self.listings):
            take = self._take_domain if listing.kind == "domains" else self._take_phrase
            for entry in read(listing.text, listing.kind)[0]:
                take(entry, (place, entry.line))

    def __bool__(self) -> bool:
        return bool(self.listings)

    def found_in(self, view: View) -> list[Found]:
        """Return what each list finds, in the order in which the lists were given."""
        hits: dict[int, list[Hit]] = {}
        for hit in self._hits(view):
            hits.setdefault(hit[0], []).append(hit)
        return [_found(self.listings[place], hits[place]) for place in sorted(hits)]

    def _take_phrase(self, entry: Entry, sign: Sign) -> None:
        first, _, rest = entry.key.partition(" ")
        size, letters = entry.key.count(" ") + 1, len(entry.key.rpartition(" ")[2])
        (self.beginnings if entry.is_open else self.phrases)[entry.key].append(sign)
        if entry.is_open and not rest:
            self.openings.add(entry.key[:SHORTEST_BEGINNING])
            self.open_words.add(letters)
            return
        self.starts.add(first)
        if entry.is_open:
            self.open_lengths[first].add((size, letters))
        elif rest:
            self.lengths[first].add(size)

    def _take_domain(self, entry: Entry, sign: Sign) -> None:
        for name in {entry.key, in_letters_of_the_net(entry.key)}:
            self.domains[name].append(sign)

    def _hits(self, view: View) -> Iterator[Hit]:
        words = words_of(view.text) if self.starts or self.openings else []
        if self._may_begin_in(words):
            yield from self._in_words(tokens_of(view.text), view)
        if words and list(map(len, words)).count(1) >= SET_APART:
            joined = with_letters_joined(tokens_of(view.text))
            yield from self._in_words(joined, view) if joined else ()
        if self.domains and INNER_DOT.search(view.text):
            yield from self._in_hosts(view)

    def _may_begin_in(self, words: list[str]) -> bool:
        """Return False only where no entry can be found."""
        if not self.starts.isdisjoint(words):
            return True
        return bool(self.openings) and not self.openings.isdisjoint([word[:SHORTEST_BEGINNING] for word in words])

    def _in_words(self, tokens: Sequence[Token], view: View) -> Iterator[Hit]:
        words = [token.word for token in tokens]
        for place, word in enumerate(words):
            if word not in self.starts and word[:SHORTEST_BEGINNING] not in self.openings:
                continue
            for size, signs in self._from(word, place, words):
                span = view.span(tokens[place].start, tokens[place + size - 1].end)
                for which, line in signs:
                    yield which, line, span

    def _from(self, word: str, place: int, words: list[str]) -> Iterator[tuple[int, list[Sign]]]:
        """Yield what begins with the word at ``place``: how many words it takes, and whose it is."""
        if word in self.phrases:
            yield 1, self.phrases[word]
        for letters in self.open_words:
            if word[:letters] in self.beginnings and len(word) >= letters:
                yield 1, self.beginnings[word[:letters]]
        for size in self.lengths.get(word, ()):
            phrase = " ".join(words[place : place + size])
            if place + size <= len(words) and phrase in self.phrases:
                yield size, self.phrases[phrase]
        for size, letters in self.open_lengths.get(word, ()):
            phrase = " ".join(words[place : place + size])
            opening = phrase[: phrase.rfind(" ") + 1 + letters]
            if place + size <= len(words) and opening in self.beginnings:
                yield size, self.beginnings[opening]

    def _in_hosts(self, view: View) -> Iterator[Hit]:
        for match in HOST.finditer(view.text):
            written = match.group().replace("。", ".")
            if "." not in written:
                continue
            for host in NO_HOST.split(unquote(written)) if "%" in written else (written,):
                for which, line in self._of_host(host):
                    yield which, line, view.span(*match.span())

    def _of_host(self, host: str) -> Iterator[Sign]:
        labels = host.strip("._-").split(".")[-MOST_LABELS:]
        for start in range(len(labels) - 1):
            yield from self.domains.get(".".join(labels[start:]), ())


def _found(listing: Listing, hits: list[Hit]) -> Found:
    lines = tuple(dict.fromkeys(line for _, line, _ in hits))
    return Found(listing, lines, tuple(sorted({span for _, _, span in hits})))
