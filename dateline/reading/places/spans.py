"""Where names of the gazetteer stand in a text: every run of words, capitalised at both ends, that is the name of a
place.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.atlas.gazetteer import Gazetteer, Place

from ..words import CASED, LETTER, LOWER, Words
from . import known
from .prior import Shadowed
from .vocabulary import CALENDAR

LONGEST = 7  # words of a name, counted between spaces and hyphens
JOINS = frozenset((" ", "-", "–", "'", "’", "ʿ", "ʾ", "`", ".", ". ", "&", " & ", "/"))
CONTRACTED = frozenset(("s", "t", "d", "m", "re", "ve", "ll"))  # what an English apostrophe may stand before
ARTICLES = frozenset(("al", "el", "ad", "ar", "as", "at", "az", "an", "ash", "ed", "er", "es", "ez", "ul", "l", "d"))
ADJECTIVES = {  # of what is no country
    "european": "region:europe", "europeans": "region:europe", "asian": "region:asia", "asians": "region:asia",
    "african": "region:africa", "africans": "region:africa", "kurdish": "region:kurdistan", "kurds": "region:kurdistan",
    "scottish": "area:GB-SCT", "scots": "area:GB-SCT", "welsh": "area:GB-WLS", "english": "area:GB-ENG",
    "texan": "area:US-TX", "texans": "area:US-TX", "californian": "area:US-CA", "californians": "area:US-CA",
    "chechen": "area:RU-12", "dagestani": "area:RU-17", "abkhaz": "region:abkhazia", "abkhazian": "region:abkhazia",
    "ossetian": "region:south-ossetia", "crimean": "region:crimea", "catalan": "area:ES-56", "ohioans": "area:US-OH",
    "ontarians": "area:CA-ON", "albertans": "area:CA-AB", "quebecers": "area:CA-QC", "floridians": "area:US-FL",
    "bavarian": "area:DE-02", "sicilian": "area:IT-15", "siberian": "region:siberia", "balkan": "region:balkans",
}  # fmt: skip
STOPPED = frozenset(
    ["st", "ste", "ft", "mt", "pt", "n", "s", "e", "w", "no", "u"]
)  # after these a full stop may stand inside a name


@dataclass(slots=True)
class Span:
    """Words ``first`` to ``last`` of a text, at ``start`` to ``end``, which may name one of ``places``."""

    first: int
    last: int
    start: int
    end: int
    name: str
    places: list[Place]
    adjective: bool = False
    longer: bool = False  # a longer name contains it
    added: str = (
        ""  # the word that was put to a known name: the "Lake" of Lake Lanier, the "Township" of Readington Township
    )
    chance: float = 0.0
    features: list[str] = field(default_factory=list)


def spans(words: Words, gazetteer: Gazetteer | Shadowed) -> list[Span]:
    """All spans, those that begin first before others and the longer before the shorter."""
    found: list[Span] = []
    for first, shape in enumerate(words.shapes):
        if shape not in CASED and not article(words, first):
            continue
        found += begun(words, first, gazetteer)
    plain = {(span.first, span.last) for span in found}
    return found + [span for span in extended(words, found) if (span.first, span.last) not in plain]


def extended(words: Words, found: list[Span]) -> list[Span]:
    """These names, each also with what makes a larger name of it: South Florida, Kanawha River, Benue State."""
    longer = []
    for span in found:
        before, after = span.first - 1, span.last + 1
        if (
            before >= 0
            and words.gaps[span.first] in (" ", "-", ". ")
            and words.shapes[before] in CASED
            and words.lower[before] in PREFIXES
        ):
            longer.append(put(words, span, before, span.last, words.lower[before]))
        if (
            after < len(words)
            and words.gaps[after] == " "
            and words.shapes[after] in CASED
            and words.lower[after] in SUFFIXES
        ):
            longer.append(put(words, span, span.first, after, words.lower[after]))
    return longer


def put(words: Words, span: Span, first: int, last: int, added: str) -> Span:
    """The span with a word more."""
    end = words.ends[last] + (
        words.lower[last] in ("twp", "co") and words.text[words.ends[last] : words.ends[last] + 1] == "."
    )
    start = words.starts[first]
    return Span(first, last, start, end, words.text[start:end], span.places, added=added)


def article(words: Words, index: int) -> bool:
    """An Arabic or Romance article that a hyphen or apostrophe ties to a name: al-Bukamal, d'Ivoire."""
    if words.lower[index] not in ARTICLES or index + 1 >= len(words) or words.gaps[index + 1] not in ("-", "'", "’"):
        return False
    return words.shapes[index + 1] in CASED


def named(gazetteer: Gazetteer | Shadowed, name: str) -> list[Place]:
    """The places of a name. What a newsroom confirmed is its own, and is not remembered here."""
    return gazetteer.named(name) if isinstance(gazetteer, Shadowed) else known.named(gazetteer, name)


def longest_name(gazetteer: Gazetteer | Shadowed, word: str) -> int:
    """How many words the longest name has that begins with this one."""
    return gazetteer.has_prefix(word) if isinstance(gazetteer, Shadowed) else known.longest_name(gazetteer, word)


def begun(words: Words, first: int, gazetteer: Gazetteer | Shadowed) -> list[Span]:
    """The names that begin with this word."""
    longest = longest_name(gazetteer, words.written[first])
    if not longest and not article(words, first):
        longest = int(words.lower[first] in gazetteer.adjectives or words.lower[first] in ADJECTIVES)
    found: list[Span] = []
    for last in reversed(reach(words, first, min(LONGEST, longest + 2))):
        start, end = words.starts[first], words.ends[last]
        if words.text[end : end + 1] == "." and dotted(words, first, last):
            end += 1
        name = words.text[start:end]
        places = named(gazetteer, name)
        land = peopled(words.lower[first], gazetteer) if first == last else None
        if places or land:
            found.append(
                Span(first, last, start, end, name, [land] if land else places, bool(land), longer=bool(found))
            )
    return found


def peopled(word: str, gazetteer: Gazetteer | Shadowed) -> Place | None:
    """The country of an adjective, or of a word for its people."""
    code = gazetteer.adjectives.get(word)
    if code:
        return gazetteer.country(code)
    return gazetteer.keyed(ADJECTIVES[word]) if word in ADJECTIVES else None


def reach(words: Words, first: int, most: int) -> list[int]:
    """The words at which a name that begins here may end."""
    ends = []
    for last in range(first, min(first + most, len(words))):
        if last > first and not joined(words, last):
            break
        if closes(words, first, last):
            ends.append(last)
    return ends


def joined(words: Words, index: int) -> bool:
    """Whether a name may go on from the word before to this one."""
    gap = words.gaps[index]
    if gap not in JOINS:
        return False
    before = index - 1
    return gap != ". " or words.lower[before] in STOPPED or words.shapes[before] == LETTER


def closes(words: Words, first: int, last: int) -> bool:
    """Whether a name may end with this word: al-Qa'im does, Egypt's does not."""
    if words.lower[last] in CALENDAR or possessive(words, last):
        return False
    if words.shapes[last] in CASED:
        return True
    glottal = last > first and words.gaps[last] in ("'", "’", "ʿ", "ʾ", "`") and words.shapes[last - 1] in CASED
    return glottal and words.lower[last] not in CONTRACTED


def possessive(words: Words, index: int) -> bool:
    """The S of "EGYPT'S"."""
    return words.lower[index] == "s" and words.gaps[index] in ("'", "’")


def dotted(words: Words, first: int, last: int) -> bool:
    """Whether the full stop behind the last word belongs to the name: U.S., N.C., Calif."""
    if first != last:
        return words.gaps[last] == "."
    return len(words.written[last]) > 1 and words.shapes[last] != LOWER and words.lower[last] in SHORTENED


SHORTENED = frozenset(
    [
        "ala",
        "ariz",
        "ark",
        "calif",
        "colo",
        "conn",
        "del",
        "fla",
        "ga",
        "ill",
        "ind",
        "kan",
        "ky",
        "la",
        "mass",
        "mich",
        "minn",
        "miss",
        "mont",
        "neb",
        "nev",
        "okla",
        "ore",
        "pa",
        "tenn",
        "tex",
        "vt",
        "va",
        "wash",
        "wis",
        "wisc",
        "wyo",
        "ont",
        "que",
        "alta",
        "sask",
        "man",
        "md",
        "mo",
        "me",
        "minn",
    ]
)
PREFIXES = frozenset(
    [
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
        "northeastern",
        "northwestern",
        "southeastern",
        "southwestern",
        "upper",
        "lower",
        "greater",
        "inner",
        "outer",
        "downtown",
        "lake",
        "mount",
        "mt",
        "fort",
        "ft",
        "port",
        "cape",
        "point",
        "gulf",
        "mid",
        "metro",
        "el",
        "new",
        "old",
    ]
)
SUFFIXES = frozenset(
    [
        "county",
        "counties",
        "parish",
        "province",
        "state",
        "prefecture",
        "district",
        "governorate",
        "region",
        "oblast",
        "township",
        "twp",
        "co",
        "city",
        "town",
        "village",
        "river",
        "lake",
        "creek",
        "bay",
        "beach",
        "island",
        "islands",
        "valley",
        "mountain",
        "mountains",
        "hills",
        "harbor",
        "harbour",
        "peninsula",
        "strait",
        "park",
        "university",
        "area",
        "station",
        "airport",
    ]
)
