"""The tree of pages: sections, reports with what was corrected later, standing pages, and the front page last."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import Any

from wagtail.models import Page

from dateline.people.models import Newsroom, User
from dateline.reports.actions import Story, correct, open_front_page, open_section, record_report, state_update
from dateline.reports.models import FrontPage, ReportPage, SectionPage, StandingPage
from dateline.reports.models.front_page import FrontPick

from ..bodies import Block
from ..contents import Article
from ..diary import Diary
from .memory import Memory, Step

LINK = re.compile(r'href="report:([\w-]+)"')


def steps(
    paper: dict[str, Any], reports: list[Article], standing: list[Article], diary: Diary, of_situation: list[str]
) -> list[Step]:
    """Everything that has an address; reports in the order in which they came out, so that links lead backwards.

    ``of_situation`` has the slugs of those that belong to the running story.
    """
    story = dict.fromkeys(of_situation, "situation")
    return [
        *(Step(f"section:{one['slug']}", partial(open_one, section=one)) for one in paper["sections"]),
        *(
            Step(f"report:{one.slug}", partial(print_report, article=one, diary=diary, of=story.get(one.slug)))
            for one in reports
        ),
        *(Step(f"standing:{one.slug}", partial(print_standing, article=one)) for one in standing),
        Step("ethics", partial(name_ethics_page, slug=paper["ethics_page"])),
        Step("front", partial(lay_out_front, paper=paper)),
    ]


def open_one(memory: Memory, *, section: dict[str, str]) -> SectionPage:
    """A section."""
    return open_section(**section)


def print_report(memory: Memory, *, article: Article, diary: Diary, of: str | None) -> ReportPage | None:
    """A report as it came out, then what was said about it later."""
    section = memory.thing(f"section:{article.head['section']}")
    if section is None:
        return None
    published_at = diary.moment(article.head["published"])
    story = replace(tell(article, memory, diary), situation=memory.thing(of) if of else None)
    report = record_report(section=section, story=story, now=diary.now, published_at=published_at, by=editor(memory))
    for kind, say in (("corrections", correct), ("updates", state_update)):
        for one in article.head.get(kind, []):
            say(report=report, text=one["text"], by=editor(memory), now=diary.moment(one["at"]))
    return report


def editor(memory: Memory) -> User | None:
    """Who decides."""
    user: User | None = memory.thing("user:ada")
    return user


def tell(article: Article, memory: Memory, diary: Diary) -> Story:
    """An article as the reports room wants it."""
    head = article.head
    lead: dict[str, Any] = {kind: memory.thing(f"{kind}:{head[kind]}") for kind in ("picture", "map") if kind in head}
    coverage = {end: diary.moment(head[f"coverage_{end}"]) for end in ("start", "end") if f"coverage_{end}" in head}
    return Story(
        headline=head["headline"],
        slug=article.slug,
        kicker=head["kicker"],
        standfirst=head["standfirst"],
        place=head["place"],
        tags=head["tags"],
        authors=[author for name in head["authors"] if (author := memory.thing(f"author:{name}"))],
        lead=lead,
        coverage=coverage,
        body=[placed(block, memory, diary) for block in article.body],
    )


def placed(block: Block, memory: Memory, diary: Diary) -> Block:
    """A block with the things that it only named."""
    kind, value = block
    if kind == "text":
        return kind, linked(value, memory)
    if kind == "picture":
        return kind, {**value, "picture": memory.thing(f"picture:{value['picture']}")}
    if kind == "gallery":
        shown = [{"picture": memory.thing(f"picture:{name}"), "width": "text"} for name in value["pictures"]]
        return kind, {**value, "pictures": shown}
    if kind == "live_entry":
        author, text = memory.thing(f"author:{value['author']}"), linked(value["text"], memory)
        return kind, {**value, "time": diary.moment(value["time"]), "author": author, "text": text}
    return block


def linked(html: str, memory: Memory) -> str:
    """``html`` with its links to our own reports as the editor keeps them: by page, so that they survive a new slug."""

    def by_page(found: re.Match[str]) -> str:
        page = memory.thing(f"report:{found[1]}")
        return f'linktype="page" id="{page.pk}"' if page else 'href="/"'

    return LINK.sub(by_page, html)


def print_standing(memory: Memory, *, article: Article) -> StandingPage:
    """A page about ourselves."""
    page = StandingPage(title=article.head["title"], slug=article.slug)
    for kind, value in article.body:
        if kind == "heading":
            page.body.append(("text", f"<h2>{value}</h2>"))
        elif kind == "picture":
            page.body.append((kind, {**value, "picture": memory.thing(f"picture:{value['picture']}")}))
        else:
            page.body.append((kind, linked(value, memory)))
    open_front_page().add_child(instance=page)
    page.save_revision(clean=False).publish(log_action=False)
    return page


def name_ethics_page(memory: Memory, *, slug: str) -> Newsroom:
    """Tell the newsroom which page holds its rules."""
    newsroom: Newsroom = Newsroom.load()
    page = memory.thing(f"standing:{slug}")
    newsroom.ethics_page = Page.objects.get(pk=page.pk) if page else None
    newsroom.save(update_fields=["ethics_page"])
    return newsroom


def lay_out_front(memory: Memory, *, paper: dict[str, Any]) -> FrontPage:
    """What leads, what stands beside it, and which matter runs."""
    front = open_front_page()
    front.title = Newsroom.load().name
    front.running_title = paper["front"]["running_title"]
    front.lead = memory.thing(f"report:{paper['front']['lead']}")
    picks = [memory.thing(f"report:{slug}") for slug in paper["front"]["picks"]]
    front.picks = [FrontPick(report=report, sort_order=at) for at, report in enumerate(picks) if report]
    front.save_revision(clean=False).publish(log_action=False)
    return front
