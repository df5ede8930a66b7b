"""Day and night, as a reader's own settings tell a page."""

from __future__ import annotations

from playwright.sync_api import Page

FADED = """() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    .then(() => document.getAnimations().filter((one) => one instanceof CSSTransition))
    .then((fading) => Promise.allSettled(fading.map((one) => one.finished)))"""


def change_light(page: Page, scheme: str) -> None:
    """Let it be ``light`` or ``dark``, and wait until every colour that fades into another has done so."""
    page.emulate_media(color_scheme=scheme)
    page.evaluate(FADED)
