"""What is put up with in a file, and told once it has been read."""

from __future__ import annotations

from dataclasses import dataclass, field

from .printing import many


@dataclass(slots=True)
class Troubles:
    """What was put up with."""

    quotes: int = 0
    garbled: int = 0  # lines
    first_garbled: int = 0
    encoding: str = "UTF-8, which was assumed; name another with --encoding"
    no_header: bool = False
    waiting: set[int] = field(default_factory=set)  # garbled lines of rows that are still to come

    def garble(self, line: int) -> None:
        """Count a line that is not in the encoding."""
        self.garbled += 1
        self.first_garbled = self.first_garbled or line
        self.waiting.add(line)

    def is_garbled(self, line: int, lines: int = 1) -> bool:
        """Whether some of these lines are not in the encoding; asked once, and then forgotten."""
        found = self.waiting.intersection(range(line, line + lines))
        self.waiting -= found
        return bool(found)

    def told(self) -> list[str]:
        """A sentence for each kind."""
        said = []
        if self.no_header:
            said.append("The first line is a row, no names; the columns are called 1, 2 and so on.")
        if self.garbled:
            first = f"line {self.first_garbled}"
            lines = (
                f"{first.capitalize()} is" if self.garbled == 1 else f"{self.garbled:,} lines, the first {first}, are"
            )
            said.append(f"{lines} not {self.encoding}.")
        if self.quotes:
            marks = many(self.quotes, "quotation mark is", "quotation marks are")
            said.append(f"{marks} never closed, and taken as a letter.")
        return said
