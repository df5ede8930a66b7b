"""The public data sets that are known here, as far as a folder has them: what no head has learned from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ..train.examples import examples
from ..train.manifest import Source, Unusable, news, sources
from ..verdict import LONGEST

Case = tuple[str, dict[str, bool]]  # a text, and by kind of head whether it is what that looks for
NEWS = "news"
IDENTITIES = "identities"


@dataclass(frozen=True, slots=True)
class Known:
    """One data set with its cases. ``language`` is that of the site it could stand on."""

    name: str
    about: str
    cases: list[Case]
    language: str = "en"


@dataclass(slots=True)
class Folder:
    """What is in a folder, and why the rest of it is not measured."""

    path: Path
    skipped: dict[str, str] = field(default_factory=dict)

    def sets(self) -> Iterator[Known]:
        """Yield the sets one by one, our own written ones too where there is any other."""
        listed = sources()
        if not any(self._has(source) for source in listed) and not self._news():
            return
        yield from self._news()
        for source in listed:
            if source.ours or self._has(source):
                yield from self._cases(source)
            else:
                self.skipped[source.name] = "not there"

    def unknown(self) -> list[str]:
        """What lies in the folder and is not known here."""
        known = {path.partition("/")[0] for source in sources() for path, _digest in source.files}
        known |= {"conversationai+unhealthy-conversations", "README.md"}
        return sorted(path.name for path in self.path.iterdir() if path.name not in known)

    def _has(self, source: Source) -> bool:
        return not source.ours and all((self.path / path).is_file() for path, _digest in source.files)

    def _news(self) -> list[Known]:
        try:
            cases: list[Case] = [(text[:LONGEST], {"abuse": hostile}) for text, hostile in news(self.path)]
        except Unusable as problem:
            self.skipped[NEWS] = str(problem)
            return []
        return [Known(NEWS, "Comments below news, antagonising or hostile ones positive", cases)]

    def _cases(self, source: Source) -> Iterator[Known]:
        try:
            held = [example for example in examples([source], self.path, lambda _name: None) if example.held]
        except Unusable as problem:
            self.skipped[source.name] = str(problem)
            return
        cases = [(example.text, _truths(example.lessons)) for example in held]
        is_german = any("german" in lessons for lessons in source.roles.values())
        if cases:
            yield Known(source.name, source.about, cases, "de" if is_german else "en")
        else:
            self.skipped[source.name] = "all of it is learned from"


def _truths(lessons: dict[str, tuple[float, float]]) -> dict[str, bool]:
    """By kind of head whether a text is positive; what is doubted is not measured."""
    kinds = {"german": "abuse"}
    return {kinds.get(name, name): label > 0.5 for name, (label, _weight) in lessons.items() if label != 0.5}
