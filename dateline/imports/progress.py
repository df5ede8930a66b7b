"""How far long work is: a bar on a terminal, a plain line now and then elsewhere, nothing for short work."""

from __future__ import annotations

from django.core.management.base import OutputWrapper

WORTH_TELLING = 200
CELLS = 30


class Bar:
    """Call it with (done, all)."""

    def __init__(self, out: OutputWrapper, what: str) -> None:
        self.out = out
        self.what = what
        self.told = -1

    def __call__(self, done: int, total: int) -> None:
        """Say so when another tenth (on a terminal: another hundredth) is done."""
        if total < WORTH_TELLING:
            return
        percent = done * 100 // total
        if self.out.isatty():
            if percent != self.told:
                cells = "█" * (percent * CELLS // 100)
                self.out.write(
                    f"\r{self.what} {cells:░<{CELLS}} {done}/{total}" + ("\n" if done == total else ""), ending=""
                )
        elif percent // 10 != self.told // 10:
            self.out.write(f"{self.what}: {done} of {total}\n")
        self.told = percent
        self.out.flush()
