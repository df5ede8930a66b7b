"""How sure what is said is said to be."""

from __future__ import annotations

import re

from ..lists import listed

ASSERTED, REPORTED, CLAIMED, DENIED, FORECAST, CONDITIONAL = (
    "asserted",
    "reported",
    "claimed",
    "denied",
    "forecast",
    "conditional",
)
DENYING = listed("deny refute reject rebut dispute dismiss")
CLAIMING = listed("claim allege boast brag contend assert insist maintain purport argue")
CONCEDING = listed("admit acknowledge concede confess")
CLAIM_NOUNS = re.compile(r"\b(?:claims?|allegations?|assertions?)\b", re.IGNORECASE)
CONDITION = re.compile(
    r"^\W*(?:if|unless|should|provided|assuming)\b"
    r"|\b(?:if|whether)\b.{0,80}\b(?:correct|true|confirmed|accurate|right|verified)\b"
    r"|\b(?:may|might|could)\s+(?!\d)[a-z]|\b(?:perhaps|possibly)\b",
    re.IGNORECASE,
)
AHEAD = re.compile(
    r"\b(?:will|shall|likely|won['’]t|is to|are to|going to)\b|['’]ll\b"
    r"|\b(?:expected|set|due|poised|bound|about|scheduled)\s+to\b"
    r"|\b(?:plans?|planning|intends?|hopes?|aims?|vows?|promises?)\s+to\b"
    r"|\b(?:upcoming|coming) (?:hours|days|weeks|months)\b",
    re.IGNORECASE,
)
LOSS = re.compile(
    r"\b(?:lost|loses?|losing|withdr[ae]w\w*|withdrawal|retreat\w*|pulled (?:back|out)|surrender\w*|failed|casualties"
    r"|deserted|abandoned|defeated"
    r"|(?:was|were|been) (?:killed|wounded|captured|shot down|destroyed|repelled|forced))\b",
    re.IGNORECASE,
)


def modality(sentence: str, verb: str | None, cue: str = "") -> str:
    """Tell how sure ``sentence`` is; ``verb`` is that of the attribution, None where the report speaks itself."""
    if verb in DENYING or re.search(r"\bden(?:y|ied|ies|ying|ials?)\b", cue, re.IGNORECASE):
        return DENIED
    if CONDITION.search(sentence):
        return CONDITIONAL
    if AHEAD.search(sentence):
        return FORECAST
    if verb is None:
        return ASSERTED
    return CLAIMED if verb in CLAIMING or CLAIM_NOUNS.search(cue) else REPORTED


def is_against_interest(kind: str, side: str, verb: str | None, said: str) -> bool:
    """Whether a party or an office says what speaks against its own side; such a word weighs more."""
    if kind not in ("party", "official"):
        return False
    if verb in CONCEDING:
        return True
    loss = LOSS.search(said)
    own = next((word for word in side.split() if word[:1].isupper()), "")
    subject = said[: loss.start()] if loss else ""
    return bool(own and re.search(rf"\b(?:{re.escape(own)}|its|our|their own)\b", subject))
