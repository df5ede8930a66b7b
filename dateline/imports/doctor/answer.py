"""What a check answers."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(slots=True)
class Answer:
    """``words`` say in a line what was found; each of ``complaints`` is something to see to, each of ``notes`` is not.

    ``fixed`` says what of it was set right.
    """

    words: str
    complaints: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    fixed: list[str] = field(default_factory=list)

    @property
    def is_sound(self) -> bool:
        """Whether nothing is left to see to."""
        return not self.complaints

    def as_dict(self) -> dict[str, Any]:
        """Return it for a script."""
        return {"sound": self.is_sound, **asdict(self)}


def answer(sound: str, complaints: list[str], *, fix: bool = False) -> Answer:
    """Return the usual answer: ``sound`` where nothing is wrong; ``fix`` says that what was has been set right."""
    if not complaints:
        return Answer(sound)
    if fix:
        return Answer(f"{len(complaints)} set right", fixed=complaints)
    return Answer(f"{len(complaints)} to see to", complaints)
