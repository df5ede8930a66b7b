"""How news says where something lies from somewhere else, as patterns. Each is tried at its anchor only."""

from __future__ import annotations

import re

from . import compass
from .numbers import FIGURES, WORDS

KM_OF = {"km": 1.0, "mi": 1.609344, "nmi": 1.852, "m": 0.001, "yd": 0.0009144}  # exact by definition
UNITS = (
    ("nmi", r"nautical[ -]miles?|nmi|NM"),
    ("km", r"kilomet(?:er|re)s?|kms?|klicks?|Kms?|KMS?"),
    ("mi", r"miles?|mi"),
    ("m", r"met(?:er|re)s?|m"),
    ("yd", r"yards?|yds?"),
)
UNIT = "|".join(f"(?P<{name}>{written})" for name, written in UNITS)
QUALIFIERS = (
    ("only", r"(?:now )?(?:only|just|a mere|barely)(?: (?:about|some))?"),
    (
        "about",
        r"about|some|around|roughly|approximately|approx\.?|nearly|almost|close to|an estimated|estimated|~|circa|ca\.",
    ),
    ("more than", r"(?:no |not )?(?:more|farther|further|greater) than|over|at least|upwards? of"),
    (
        "less than",
        r"(?:no more than|not more than|less than|fewer than|under|within|up to|as close as|as little as|below)",
    ),
)
QUALIFIER = re.compile(
    r"\b(?:"
    + "|".join(f"(?P<{name.replace(' ', '_')}>{written})" for name, written in reversed(QUALIFIERS))
    + r")\s*$",
    re.IGNORECASE,
)
# The anchor: a number and a unit that is no speed, no area and no length of something.
NUMBER = re.compile(
    rf"(?<![\w.,$€£])(?P<number>{FIGURES}|(?i:\b{WORDS}))[ \xa0-]?(?:{UNIT})"
    r"(?![\w/²³]|-(?!away)|\s?(?:per|an) hour|\s?(?:long|wide|high|deep|tall))"
)
OTHER_UNIT = re.compile(
    rf"\s?[(\[](?:about |some |~)?(?:{FIGURES}|{WORDS})[ \xa0-]?(?:km|kms|mi|miles?|kilomet(?:er|re)s?|nmi|m)[)\]]",
    re.IGNORECASE,
)
FILLER = (
    r"(?:\s(?:away|distance|drive|further|farther|or so|inland|downstream|upstream|upriver|downriver|by road"
    r"|down the road|as the crow flies))*"
)
DIRECTED = re.compile(
    rf",?{FILLER}\s(?:to the |due |directly )?(?P<bearing>{compass.PATTERN})(?:\s(?:side|edge))?\s(?:of|from)\s"
)
PLAIN = re.compile(rf"{FILLER}\s(?:away\s)?(?:from|off|outside(?: of)?|short of|off the coast of)\s", re.IGNORECASE)
WITHIN = re.compile(r"\s(?:of|from)\s", re.IGNORECASE)
NEAR = re.compile(r"\s(?:to|before)\s", re.IGNORECASE)

DIRECTION = re.compile(
    rf"\b(?:(?P<only>just|immediately|directly|due)\s)?(?:to the )?(?P<bearing>{compass.PATTERN})\s(?:of|from)\s"
)
PART = re.compile(
    rf"\bin (?:the )?(?P<bearing>{compass.PATTERN})\s"
    r"(?:(?:part|parts|countryside|outskirts|suburbs?|side|half|edge|corner|region|end) of\s)?"
)
LAND = re.compile(r"\s(?:countryside|province|governorate|outskirts|suburbs?|desert|region|coast)\b", re.IGNORECASE)
OUTSIDE = re.compile(r"\b(?:just |right )(?:outside|off)(?: of)?\s", re.IGNORECASE)
BETWEEN = re.compile(r"\b(?P<halfway>halfway |midway |half way )?between\s", re.IGNORECASE)
ALONG = re.compile(
    r"\b(?:on|along|of|down|up) the (?:main )?(?:road|highway|route|motorway|railway|track)(?: leading)? from\s",
    re.IGNORECASE,
)

# What may stand between a preposition and the name it governs.
TO_NAME = re.compile(
    r"(?:(?:the|a|an|their|its|his|of|with|city|town|village|port|seat|center|centre|outskirts|edge|border|coast|downtown"
    r"|municipality|central|nearby|neighbou?ring|besieged|strategic|key|historic|small|large|local|business|district"
    r"|administrative|regional|state|provincial|national|county|oblast|municipal|capital|(?:north|south|east|west)ern"
    r"|[a-z]+-held|City|Town"
    r"|[A-Z][a-z]+(?:['’]s| (?:city|town|village|capital|port) of|(?=\s(?:city|town|village|port)\s)))"
    r"\b(?:,\s|[\s-])?)*",
)
MOVING = re.compile(
    r"\b(?:advanc\w+|mov(?:e|ed|es|ing)|push(?:ed|es|ing)?|march\w*|progress\w*|penetrat\w+|retreat\w*|withdr[ae]w\w*|travel\w*"
    r"|walk\w*|driv\w+|drove|fled|pull(?:ed)? back)\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)


def qualifier_before(text: str, start: int) -> tuple[str, int]:
    """The qualifier that ends at ``start`` and where it begins."""
    found = QUALIFIER.search(text, max(0, start - 24), start)
    if not found:
        return "", start
    name = next(name for name, _written in QUALIFIERS if found.group(name.replace(" ", "_")))
    return name, found.start()


def unit_of(match: re.Match[str]) -> str:
    """Which unit the anchor has."""
    return next(name for name, _written in UNITS if match.group(name))
