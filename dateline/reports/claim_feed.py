"""A situation as a feed: each claim as it stands, the latest news of it first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.template.loader import render_to_string

from dateline.lib.feeds import Channel, Entry, Spot
from dateline.people.moments import local, stamp

from .addresses import absolute, with_whole_links
from .shown import Shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.people.models import Newsroom

    from .models import SituationPage

LENGTH = 50


def situation_channel(*, newsroom: Newsroom, page: SituationPage, itself: str, claims: Sequence[Shown]) -> Channel:
    """Return the feed of a situation's ``claims`` as readers see them; ``itself`` is the feed's own path."""
    home = absolute(page.url or "/")
    latest = sorted(claims, key=lambda claim: (claim.at, claim.pk), reverse=True)[:LENGTH]
    return Channel(
        title=page.title,
        home_url=home,
        own_url=absolute(itself),
        language=newsroom.language,
        publisher=newsroom.name,
        publisher_url=absolute("/"),
        description=page.standfirst,
        icon=absolute(newsroom.logo.url) if newsroom.logo else "",
        entries=tuple(claim_entry(claim, claims, home, newsroom.name) for claim in latest),
    )


def claim_entry(claim: Shown, claims: Sequence[Shown], home: str, publisher: str) -> Entry:
    """One claim. What becomes of it later is an entry of its own, for readers skip what they have read before."""
    url = f"{home}#{claim.anchor}"
    html = render_to_string("reports/_claim.html", {"claim": claim, "claims": claims, "when": claim.when})
    return Entry(
        key=f"{home}?at={stamp(claim.at)}#{claim.anchor}",
        url=url,
        title=f"{claim.certainty}: {claim.said['statement']}",
        summary=" · ".join(part for part in (claim.certainty, claim.when, claim.where) if part),
        html=with_whole_links(html, home).strip(),
        published=local(claim.at),
        updated=local(claim.at),
        authors=((publisher, absolute("/")),),
        spots=(spot_of(claim),) if claim.point and not claim.is_void else (),
    )


def spot_of(claim: Shown) -> Spot:
    """Where a claim is placed, for feed readers with a map."""
    where = claim.said["where"]
    return Spot(where["latitude"], where["longitude"], where["radius_km"] or 0.0, where["name"])
