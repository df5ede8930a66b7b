"""Who is let in to write, one by one, and why somebody is not: counted within a batch as across batches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from dateline.people.proof import verified_among

from . import limits
from .authors import Recent
from .grounds import Ground, NotWelcome, TooDeep
from .limits import TooMuch
from .models.restriction import BARRING
from .pace import Pace, pace_of
from .restraints import Barred, check_barred
from .writer import Writer

Refusal = Barred | NotWelcome | TooDeep | TooMuch
NOBODY = Recent()


@dataclass(slots=True)
class Gate:
    """What is counted while a batch is let in one by one."""

    tally: limits.Tally
    pace: Pace
    proven: set[int]
    recent: Mapping[str, Recent]

    def check(self, writer: Writer, ground: Ground, now: datetime) -> None:
        """Raise why ``writer`` may not write here now."""
        ground.check(writer, is_proven=writer.account_id in self.proven)
        if not BARRING.isdisjoint(self.recent.get(writer.key, NOBODY).restraints):
            check_barred(writer.key, now)
        self.tally.check(writer)
        self.pace.check(writer, ground, now)
        ground.check_depth()


def refusals_of(
    writers: Sequence[Writer], grounds: Sequence[Ground], recent: Mapping[str, Recent], now: datetime
) -> list[Refusal | None]:
    """Return for each writer why they may not write here now, counting those who may."""
    members = [writer for writer, ground in zip(writers, grounds, strict=True) if ground.terms.is_for_members]
    proven = verified_among({writer.account_id for writer in members if writer.account_id})
    gate = Gate(limits.tally(recent, writers, now), pace_of(writers, grounds, now), proven, recent)
    refusals: list[Refusal | None] = []
    for writer, ground in zip(writers, grounds, strict=True):
        try:
            gate.check(writer, ground, now)
        except (Barred, NotWelcome, TooDeep, TooMuch) as refusal:
            refusals.append(refusal)
        else:
            gate.tally.add(writer)
            gate.pace.add(writer, ground, now)
            refusals.append(None)
    return refusals
