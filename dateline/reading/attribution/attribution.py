"""What is found: who is said to say what, and where in the text that stands."""

from __future__ import annotations

from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution; spans are code points, the end is the one after the last.

    ``manner`` says how: "say" (an act of speech), "stance" (what somebody wants, thinks or attacks), "according",
    "noun" ("a statement by") or "condition" ("if they are right"). ``name`` is the source's, a pronoun carried back to
    it. ``confidence`` is the share of such findings that people had marked as well.
    """

    cue: Span
    source: Span | None
    content: Span | None
    manner: str
    verb: str
    confidence: float
    name: str = ""
    kind: str = ""  # party | official | media | witness | own
    side: str = ""
    modality: str = ""  # reported | claimed | denied | forecast | conditional
    against_interest: bool = False
