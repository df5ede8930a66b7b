"""XML from strangers, read by expat with bounds: no DOCTYPE (so no entities, billion laughs or files of ours), and
nothing too deep, too long or too many. Elements are known by local names, since each version has its own namespace."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from .statement import MAX_TEXT, UnreadableStatement

MAX_DEPTH = 40
MAX_PART = 200_000  # elements of one entry


@dataclass(slots=True)
class Element:
    """An element with its local name, its line in the file, its text, its attributes and what it holds."""

    name: str
    namespace: str
    line: int
    attributes: dict[str, str] = field(default_factory=dict)
    words: str = ""
    children: list[Element] = field(default_factory=list)

    def all(self, path: str) -> Iterator[Element]:
        """Yield what lies at a path of local names: ``all("NtryDtls/TxDtls")``."""
        first, _, rest = path.partition("/")
        for child in self.children:
            if child.name == first:
                yield from child.all(rest) if rest else (child,)

    def first(self, *paths: str) -> Element | None:
        """Return the first element at the first path that leads somewhere."""
        return next((element for path in paths for element in self.all(path)), None)

    def text(self, *paths: str) -> str:
        """Return the text of that element, or nothing."""
        return next((element.words for path in paths for element in self.all(path) if element.words), "")


class Reader:
    """Builds elements and hands each child of an element called ``whole``, and that element, to ``take`` as it ends."""

    def __init__(self, whole: str, take: Callable[[Element], None], enter: Callable[[Element], None]) -> None:
        self.whole, self.take, self.enter = whole, take, enter
        self.open: list[Element] = []
        self.count = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text

    def read(self, data: bytes) -> None:
        """Read the whole file. Raises UnreadableStatement, with the line."""
        try:
            self.parser.Parse(data, True)
        except expat.ExpatError as error:
            raise UnreadableStatement(
                "Line %(line)s: this is not well-formed XML. Is the file complete?",
                line=error.lineno,
            ) from error
        except (LookupError, UnicodeError) as error:
            raise UnreadableStatement("Line 1: the file names an encoding that we do not know.") from error

    def _doctype(self, *_told: object) -> None:
        raise UnreadableStatement(
            "Line %(line)s: the file has a DOCTYPE, which no bank's statement has and which could do harm.",
            line=self.parser.CurrentLineNumber,
        )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, local = name.rpartition(" ")
        element = Element(local, namespace, self.parser.CurrentLineNumber, attributes)
        self.count = 0 if self._is_part() else self.count + 1
        if len(self.open) >= MAX_DEPTH or self.count > MAX_PART:
            raise UnreadableStatement("Line %(line)s: this holds too much within one entry.", line=element.line)
        if not self._is_part() and self.open:
            self.open[-1].children.append(element)
        self.open.append(element)
        self.enter(element)

    def _is_part(self) -> bool:
        """Whether what begins or has just ended lies directly in a whole."""
        return bool(self.open) and self.open[-1].name == self.whole

    def _end(self, _name: str) -> None:
        element = self.open.pop()
        element.words = element.words.strip()
        if element.name == self.whole or self._is_part():
            self.take(element)

    def _text(self, words: str) -> None:
        element = self.open[-1]
        words = words if element.words else words.lstrip()  # between elements is nothing but blanks
        if len(element.words) + len(words) > MAX_TEXT:
            raise UnreadableStatement(
                "Line %(line)s: a text is longer than %(most)s characters.", line=element.line, most=MAX_TEXT
            )
        element.words += words
