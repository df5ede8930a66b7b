"""Numbers as PMTiles and Protocol Buffers write them: seven bits a byte, the lowest first."""

from __future__ import annotations

from collections.abc import Iterator

LONGEST = 10  # bytes of a number of 64 bits


class Broken(ValueError):
    """The file is not what it says it is. Trying again does not help; another file does."""


class Wire:
    """Bytes, read once from front to end."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def number(self) -> int:
        """A number without a sign."""
        value = 0
        for place in range(LONGEST):
            if self.at >= len(self.data):
                raise Broken("A number ends too early.")
            byte = self.data[self.at]
            self.at += 1
            value |= (byte & 0x7F) << (7 * place)
            if byte < 0x80:
                return value
        raise Broken("A number is too long.")

    def numbers(self) -> Iterator[int]:
        """All numbers to the end."""
        while self.at < len(self.data):
            yield self.number()

    def take(self, length: int) -> bytes:
        """So many bytes."""
        if self.at + length > len(self.data):
            raise Broken("A piece ends too early.")
        self.at += length
        return self.data[self.at - length : self.at]

    def fields(self) -> Iterator[tuple[int, int | bytes]]:
        """(number of the field, its value) of a message: a whole number, or the bytes of anything else."""
        while self.at < len(self.data):
            key = self.number()
            kind = key & 7
            if kind == 0:
                yield key >> 3, self.number()
            elif kind == 2:
                yield key >> 3, self.take(self.number())
            elif kind in (1, 5):
                yield key >> 3, self.take(8 if kind == 1 else 4)
            else:
                raise Broken("A field has no kind that we know.")


def signed(number: int) -> int:
    """A number whose lowest bit is its sign."""
    return (number >> 1) ^ -(number & 1)
