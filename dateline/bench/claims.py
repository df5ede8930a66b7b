"""A report of many claims, and what it takes to publish, edit, look over and read it. Runs inside a newsroom's home."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from time import perf_counter, process_time
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from dateline.front.pages import render
from dateline.people.models import Newsroom, User
from dateline.reports.actions import (
    Found,
    Story,
    confirm,
    look_again,
    open_front_page,
    open_section,
    propose,
    publish,
    record_report,
)
from dateline.reports.models import ReportPage, SituationPage, Source
from dateline.reports.plaintext import plain_text

A_PARAGRAPH = 10  # sentences
OURS = 7  # each so-manieth claim is our own reporting
TOWNS = ("Aldermarsh", "Grayling", "Kirrin", "Marsh End", "Castle Rise")
WEST, SOUTH, STEP = 13.1, 50.2, 0.02  # where the ground begins on which the claims stand, in degrees
ACROSS = 20  # claims in a row of it
WHAT = ("reached the doors", "stood in the cellars", "was a foot deep", "had left the gardens", "crossed the road")


def fill_claims(number: int) -> None:
    """Make an editor, a situation, and a report of ``number`` sentences, each with a confirmed claim; print it."""
    now, newsroom = timezone.now(), Newsroom.load()
    with timezone.override(newsroom.zone), translation.override(newsroom.language):
        editor = User.objects.create_user("claims", display_name="Ada Vogt")
        editor.groups.add(Group.objects.get(name="Editor"))
        situation = open_front_page().add_child(instance=SituationPage(title="The flood", slug="flood"))
        story = Story(headline="House by house", slug="house-by-house", body=body(sentences(number)))
        report = record_report(section=open_section(title="Valley", slug="valley"), story=story, now=now)
        report.situation = situation
        report.save_revision(user=editor)
        publish(report=report, by=editor, now=now)
        text = plain_text(report)
        sources = [Source.objects.create(name=f"{town} fire service") for town in TOWNS]
        for place, sentence in enumerate(sentences(number)):
            found = Found(quote=sentence, quote_start=text.index(sentence), fields=fields(place, sources, now))
            confirm(claim=propose(report=report, found=found, by=editor, now=now), by=editor, now=now)
    sys.stdout.write(json.dumps({"report": report.pk}) + "\n")


def sentences(number: int) -> list[str]:
    """So many sentences, no two alike."""
    return [
        f"On {1 + place % 28} March, water {WHAT[place % len(WHAT)]} of number {place + 1}, Mill Road, in "
        f"{TOWNS[place % len(TOWNS)]}, the fire service said."
        for place in range(number)
    ]


def body(written: list[str]) -> list[tuple[str, Any]]:
    """The sentences in paragraphs."""
    parts = (written[first : first + A_PARAGRAPH] for first in range(0, len(written), A_PARAGRAPH))
    return [("text", f"<p>{' '.join(part)}</p>") for part in parts]


def fields(place: int, sources: list[Source], now: datetime) -> dict[str, Any]:
    """What the claim at a place says."""
    return {
        "statement": f"Water at number {place + 1}, Mill Road",
        "begins": now - timedelta(hours=place),
        "place_name": f"{TOWNS[place % len(TOWNS)]}, number {place + 1}",
        "latitude": SOUTH + STEP * (place // ACROSS),
        "longitude": WEST + STEP * (place % ACROSS),
        "source": sources[place % len(sources)] if place % OURS else None,
    }


def measure_claims(report: int, times: int) -> None:
    """Print, as JSON: milliseconds of each step by the clock, ``times`` times over, and the bytes that came of it."""
    newsroom = Newsroom.load()
    with timezone.override(newsroom.zone), translation.override(newsroom.language):
        page = ReportPage.objects.get(pk=report)
        sys.stdout.write(json.dumps(measured(page, times)) + "\n")


def measured(page: ReportPage, times: int) -> dict[str, dict[str, Any]]:
    """Each step: what ``timed`` tells, and ``bytes`` where it makes a page."""
    editor = User.objects.get(username="claims")
    edit, desk = reverse("wagtailadmin_pages:edit", args=[page.pk]), reverse("reports_claims", args=[page.pk])
    steps: dict[str, dict[str, Any]] = {
        "publish": timed(lambda: brought_out(page, editor), times),
        "publish, every sentence moved": moved(page, editor, times),
    }
    browser = signed_in(editor)
    for name, address in (("edit page", edit), ("claims desk", desk)):
        steps[name] = read(lambda address=address: shown(browser, address), times)  # type: ignore[misc]
    situation = page.situation
    for name, of in (("report", page), ("situation", situation)):
        address = urlsplit(of.get_url() if of else "/").path
        steps[f"{name} page"] = read(lambda address=address: made(address), times, cache.clear)  # type: ignore[misc]
        steps[f"{name} page, map kept"] = read(lambda address=address: made(address), times)  # type: ignore[misc]
    return steps


def brought_out(page: ReportPage, editor: User) -> None:
    """Publish, and look for each claim's sentence, as the editor's button does."""
    now = timezone.now()
    publish(report=page, by=editor, now=now)
    look_again(report=page, now=now)


def moved(page: ReportPage, editor: User, times: int) -> dict[str, Any]:
    """The same with a heading put before all sentences, or taken from there: each stands elsewhere then."""

    def move() -> None:
        if page.body[0].block_type == "heading":
            del page.body[0]
        else:
            page.body.insert(0, ("heading", "House by house"))
        page.save_revision(user=editor)

    return timed(lambda: brought_out(page, editor), times, before=move)


def read(ask: Callable[[], bytes], times: int, before: Callable[[], object] = lambda: None) -> dict[str, Any]:
    """How long a page takes, and how large it is."""
    return {"bytes": len(ask())} | timed(ask, times, before)


def timed(what: Callable[[], object], times: int, before: Callable[[], object] = lambda: None) -> dict[str, Any]:
    """How long ``what`` takes each time: ``ms`` by the clock and ``work`` of the processor, each sorted."""
    took, work = [], []
    what()
    for _ in range(times):
        before()
        begun, spent = perf_counter(), process_time()
        what()
        work.append((process_time() - spent) * 1000)
        took.append((perf_counter() - begun) * 1000)
    return {"ms": sorted(took), "work": sorted(work)}


def made(address: str) -> bytes:
    """A reader's page, made now. Raises LookupError where there is none."""
    answer = render(address)
    if answer.status != 200:
        raise LookupError(f"{answer.status} at {address}")
    return answer.content


def signed_in(editor: User) -> Client:
    """A browser of the editor's."""
    browser = Client(headers={"host": urlsplit(settings.BASE_URL).netloc})
    browser.force_login(editor)
    return browser


def shown(browser: Client, address: str) -> bytes:
    """A page of the editor. Raises LookupError where there is none."""
    answer = browser.get(address)
    if answer.status_code != 200:
        raise LookupError(f"{answer.status_code} at {address}")
    return answer.content
