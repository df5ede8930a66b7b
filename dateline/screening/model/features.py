"""Words as numbers: which of a head's weights each run of letters stands for.

Runs of two to five letters within a word, its edges among them, each word, and each pair of words. Their hashes are
taken from sums over the whole text, so that there is no loop over letters: with ``S[i]`` the sum of ``letter * B**i``
up to ``i``, the run from ``i`` to ``j`` is ``(S[j] - S[i]) * B**-i``, modulo 2**64.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

BITS = 20
BUCKETS = 1 << BITS
RUNS = (2, 3, 4, 5)
LONGEST = 8_192  # letters of all words together, twins among them
BASE = 0x9E3779B97F4A7C15 | 1
SALTS = [pow(0xD6E8FEB86659FD93, n + 1, 1 << 64) | 1 for n in range(8)]
WORD, PAIR = 6, 7
BLANK = ord(" ")


def _powers(base: int) -> NDArray[np.uint64]:
    powers = np.full(LONGEST + 2, base, dtype=np.uint64)
    powers[0] = 1
    return np.multiply.accumulate(powers)


POWERS = _powers(BASE)
INVERSES = _powers(pow(BASE, -1, 1 << 64))


@dataclass(frozen=True, slots=True)
class Features:
    """``buckets`` are places in a head, as often as they occur; ``owners`` and ``others`` say whose each of them is.

    Both count words. Only a pair has two owners; else ``others`` is the same. Each is half of what a bucket weighs.
    """

    buckets: NDArray[np.uint32]
    owners: NDArray[np.int32]
    others: NDArray[np.int32]


NOTHING = Features(np.zeros(0, np.uint32), np.zeros(0, np.int32), np.zeros(0, np.int32))


class _Scratch(threading.local):
    """Two bytes for each bucket, for each thread that reads; taken once, because a fresh array costs more to touch."""

    def __init__(self) -> None:
        self.places = np.zeros(BUCKETS, dtype=np.uint16)


SCRATCH = _Scratch()


def once(buckets: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Return each of these buckets once; fewer than 65,536 of them. A third of the time that sorting takes."""
    places, numbers = SCRATCH.places, np.arange(len(buckets), dtype=np.uint16)
    places[buckets] = numbers  # of equal ones one is left standing
    return buckets[places[buckets] == numbers]


def times(buckets: NDArray[np.uint32], once: NDArray[np.uint32]) -> NDArray[np.int64]:
    """Return how often each of ``buckets`` is there, given each of them once."""
    places = SCRATCH.places
    places[once] = np.arange(len(once), dtype=np.uint16)
    where = places[buckets]
    return np.bincount(where, minlength=1)[where]


def features_of(words: Sequence[str]) -> Features:
    """Return the features of ``words``, in time linear in their letters."""
    if not words:
        return NOTHING
    text = f" {' '.join(words)} "[:LONGEST]
    letters = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    size = len(letters)
    sums = np.zeros(size + 1, dtype=np.uint64)
    np.cumsum((letters + np.uint32(1)) * POWERS[:size], out=sums[1:])
    is_blank = letters == BLANK
    blanks = np.flatnonzero(is_blank)
    number = np.cumsum(is_blank, dtype=np.int32)  # 1 for the first word, its blank before included
    end = np.append(blanks, size)[np.minimum(number, len(blanks))]  # where the next blank after each letter stands
    places = np.arange(size)
    found, owners = [], []
    for run in RUNS:
        at = np.flatnonzero((places + (run - 1) <= end) & (places + run <= size))
        found.append(_mixed((sums[at + run] - sums[at]) * INVERSES[at], run))
        owners.append(number[at] - 1)
    starts, stops = blanks[:-1] + 1, blanks[1:]
    whole = (sums[stops] - sums[starts]) * INVERSES[starts]
    found.append(_mixed(whole, WORD))
    found.append(_mixed(whole[:-1] * np.uint64(SALTS[0]) + whole[1:], PAIR))
    alone = np.arange(len(whole), dtype=np.int32)
    own = np.concatenate([*owners, alone, alone[:-1]])
    other = np.concatenate([*owners, alone, alone[1:]])
    return Features(np.concatenate(found), own, other)


def _mixed(hashes: NDArray[np.uint64], salt: int) -> NDArray[np.uint32]:
    """The last step of a hash: every bit of the sum moves the bucket (after Stafford's mix of MurmurHash3's end)."""
    mixed = hashes * np.uint64(SALTS[salt])
    mixed ^= mixed >> np.uint64(31)
    mixed *= np.uint64(0x94D049BB133111EB)
    return (mixed >> np.uint64(64 - BITS)).astype(np.uint32)
