"""The same promises, asked of a browser: what its own parser makes of the pieces when a page holds them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Page, sync_playwright

from .promises import may

FLAGS = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"]
# Each piece in a page of its own, between two elements that must stay where they are.
READ = """(pieces) => pieces.map((piece) => {
  const page = new DOMParser().parseFromString(
    `<!doctype html><body><main><div class="words">${piece}</div><i class="after"></i></main></body>`, "text/html");
  const words = page.querySelector("main > div.words");
  const stays = words && page.querySelector("main > div.words + i.after") && page.body.children.length === 1
    && page.head.children.length === 0;
  const found = [...(words ? words.querySelectorAll("*") : [])].map((one) =>
    [one.localName, one.namespaceURI, [...one.attributes].map((each) => [each.name, each.value, one.href || ""])]);
  return { stays: Boolean(stays), found };
})"""
HTML = "http://www.w3.org/1999/xhtml"
PROTOCOLS = ("http:", "https:", "mailto:")


def faults(page: Page, pieces: Sequence[str], elements: set[str]) -> Iterator[tuple[int, str]]:
    """Give the place of each piece that breaks a promise, with what the browser found."""
    for place, read in enumerate(page.evaluate(READ, list(pieces))):
        if not read["stays"]:
            yield place, "it leaves the element that holds it"
        for tag, space, attributes in read["found"]:
            if tag not in elements or space != HTML:
                yield place, f"<{tag}> of {space}"
            for name, value, leads in attributes:
                if not _may(tag, name, value, leads):
                    yield place, f"<{tag} {name}={value!r}>"


def _may(tag: str, name: str, value: str, leads: str) -> bool:
    return may(tag, name, value) and (name != "href" or leads.startswith(PROTOCOLS))


@contextmanager
def empty_page(chromium: str) -> Iterator[Any]:
    """Open the browser on a page with nothing in it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS, chromium_sandbox=False)
        yield browser.new_page()
        browser.close()
