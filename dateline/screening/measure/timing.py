"""What a verdict costs of the processor: on comments of both lengths, some in disguise, and on what is made slow."""

from __future__ import annotations

import gc
import random
from collections.abc import Callable, Iterator, Sequence
from time import thread_time

from ..phases import PHASES, Phase
from ..phases import heads as heads_phase
from ..screen import screen
from ..train.disguise import DISGUISES, disguise
from ..train.manifest import HERE, sources
from ..verdict import LONGEST
from .opinions import submission
from .report import milliseconds

SHORT, LONG = 300, LONGEST  # characters
DISGUISED = 0.1  # of the comments
WARM = 200
TURNS = 3  # of each hostile text; the quickest counts, the others met another process
HEADS: tuple[tuple[str, Phase], ...] = (("heads", heads_phase.examine),)
SUBJECTS: dict[str, Sequence[tuple[str, Phase]]] = {"all checks": PHASES, "the heads alone": HEADS}
# What breaks engines that go back, fills tables, or makes many words, many links or many twins of few letters.
RUNS = (
    "1", "1,", "$1", "a", "a ", "you ", "work a ", "earn a a a ", '"', "“", "> ", "\n>", "(", "http://", "www.",
    "★", "a-", "dot ", "a.b.", "ab*", "f*ck ", "b1tch", "sh1t ", "i-d-i-o-t ", "i.d.i.o.t", "@a", "a@b.de ",
    "+1 23-", "1.1.", "aaab", "аѕѕ ", "х", "a\u0301", "\u200b", "a\u200bb ", "𝕪𝕠𝕦 ", "Ⓐ", "&#97;", "&amp;",
    "![](", "\u202e", "ZWNJ\u200c ", "ﷺ", "\U0001f3f3\ufe0f\u200d\U0001f308",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 ", "߷", "漢字", "한글 ", "שלום ", "x_", "$$", "!!?", "a!b ", "1a",
    "l33t ", "Aa", "ſs ", "ß", "İ", "www.a-b-c.de/ ",
)  # fmt: skip


def comments(longest: int, number: int, seed: int = 1) -> list[str]:
    """Return comments of up to ``longest`` characters of those that were written for this project, some in disguise.

    A long one is several of one kind in a row.
    """
    dice = random.Random(seed)  # noqa: S311 - the same each time
    found = [text for source in sources() if source.ours for text in _rows(source.pairs(HERE), longest)]
    kinds = sorted(DISGUISES)
    return [
        disguise(text, dice.choice(kinds), place)[:longest] if dice.random() < DISGUISED else text
        for place, text in enumerate(dice.sample(found, min(number, len(found))))
    ]


def _rows(pairs: Iterator[tuple[str, str]], longest: int) -> Iterator[str]:
    row = ""
    for _role, text in pairs:
        if longest <= SHORT:
            yield text[:longest]
        elif len(row) + len(text) < longest:
            row += f"\n{text}" if row else text
        else:
            yield (row or text)[:longest]
            row = text if row else ""


def hostile() -> Iterator[str]:
    """Yield texts of the full length that are made to be slow, each with a near miss at its end."""
    for run in RUNS:
        yield (run * LONGEST)[:LONGEST]
        yield f"{(run * LONGEST)[: LONGEST - 1]}!"
    yield from (f"{run * 200}!"[:LONGEST] for run in ("whatsapp a ", "bitcoin ", "text +1 2-3 "))


def cost(texts: Sequence[str], phases: Sequence[tuple[str, Phase]]) -> dict[str, float]:
    """Return milliseconds of the processor: p50, p99 and the longest, once the first ``WARM`` of them were read.

    What is in memory by then is frozen, as it is in a process that serves (project/children.py).
    """
    for text in texts[:WARM]:
        _seconds(text, phases)
    gc.collect()
    gc.freeze()
    return milliseconds([_seconds(text, phases) for text in texts[WARM:] or texts])


def worst(phases: Sequence[tuple[str, Phase]]) -> tuple[float, str]:
    """Return what the slowest hostile text takes, in milliseconds, and how it begins."""
    took = ((min(_seconds(text, phases) for _ in range(TURNS)) * 1000, text[:12]) for text in hostile())
    return max(took)


def _seconds(text: str, phases: Sequence[tuple[str, Phase]], clock: Callable[[], float] = thread_time) -> float:
    sent = submission(text)
    begun = clock()
    screen(sent, phases)
    return clock() - begun
