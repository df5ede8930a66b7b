"""From a text to all that the assistant finds in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from dateline.atlas.gazetteer import Gazetteer
from dateline.atlas.gazetteer.place import Extent

from .attribution import Attribution, find_attributions
from .claims import Read, of_stretch, proposals
from .dates import Mention, dates_in
from .distances import Distance, find_distances
from .places.find import Toponym, toponyms
from .places.prior import Prior
from .proposal import Proposal, Warned
from .warnings import Asked, warnings
from .words import Words


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was found, in the order of the text; spans are code points. ``warnings`` holds those of proposals."""

    toponyms: tuple[Toponym, ...]
    dates: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]
    distances: tuple[Distance, ...]
    proposals: tuple[Proposal, ...]
    warnings: tuple[Warned, ...]
    chosen: Proposal | None = None  # what was read of the stretch that was asked about


def read(
    text: str,
    published: date,
    gazetteer: Gazetteer,
    countries: Iterable[str] = (),
    prior: Prior | None = None,
    *,
    headline: str = "",
    language: str = "en",
    extent: Extent | None = None,
    stretch: tuple[int, int] | None = None,
) -> Reading:
    """Read a text as of the day it was published.

    ``countries`` are codes of those that it is likely about, ``prior`` is what editors confirmed before.
    ``extent`` (west, south, east, north) is that of the situation; what lies far outside is asked about.
    ``stretch`` (start, end) is what somebody chose to make a claim of: it is read as one, whatever is in it.
    ``language`` is for dates ("en", "de"); claims are proposed of English sentences only.
    """
    words = Words(text)
    names, far = measured(words, tuple(toponyms(words, gazetteer, countries, prior)))
    dates = dates_in(text, published, language=language)
    mentions = tuple(dates.mentions)
    found = Read(words, instant(published), names, mentions, tuple(find_attributions(words)), far)
    proposed = proposals(found, headline)
    asked = warnings(Asked(text, headline, dates, names, found.distances, proposed, extent))
    with_questions = tuple(with_warnings(one, asked) for one in proposed)
    chosen = of_stretch(found, *stretch) if stretch else None
    return Reading(names, mentions, found.attributions, found.distances, with_questions, asked, chosen)


def instant(published: date) -> datetime:
    """A day as its first moment."""
    return published if isinstance(published, datetime) else datetime.combine(published, time())


def with_warnings(proposal: Proposal, asked: Iterable[Warned]) -> Proposal:
    """A proposal with what is asked about its sentence."""
    return replace(proposal, warnings=tuple(one for one in asked if proposal.start <= one.start < proposal.end))


def measured(words: Words, names: tuple[Toponym, ...]) -> tuple[tuple[Toponym, ...], tuple[Distance, ...]]:
    """Names, with towns where a distance is counted from one ("20 km south of Homs" is of the town, not the province),
    and the distances.
    """
    far = tuple(find_distances(words, names))
    from_here = {number for one in far if one.km is not None for number in (one.reference, one.beside)}
    towns = tuple(as_town(name) if number in from_here else name for number, name in enumerate(names))
    return towns, far if towns == names else tuple(find_distances(words, towns))


def as_town(name: Toponym) -> Toponym:
    """A name as the likeliest town that it may mean; as it is, where it can mean none."""
    if name.place is None or name.place.kind not in {"area", "county"}:
        return name
    town = next((place for place, _chance in name.candidates if place.kind == "town"), None)
    return replace(name, place=town) if town else name
