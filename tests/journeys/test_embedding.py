"""A static site on another host shows a discussion, where cookies are kept out of frames, or scripts are."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, Playwright, expect

from .conftest import CHROMIUM, FLAGS, HASTY, Newsroom

PLAIN = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>The weir</title>
<style>
body {{ max-width: 44rem; margin: 0 auto; padding: 1rem; font: 1rem/1.5 sans-serif }}
:root {{ color-scheme: light dark }}
</style>
</head><body>
<h1>The weir, a hundred years on</h1>
<p>{words}</p>
<p>So far: <span data-dateline-count="{address}">…</span> comments</p>
<p data-dateline><a href="{newsroom}/embed/?url={address}">Comments on this page</a></p>
<script async src="{newsroom}/embed.js" data-url="{address}" data-title="The weir" {more}></script>
<p id="end">The end of the page.</p>
</body></html>
"""
WORDS = "It was built in the year of the great flood, and has been mended in every year since. " * 12


class Quiet(SimpleHTTPRequestHandler):
    """Sends files and says nothing of it."""

    def log_message(self, *_words: object) -> None:
        return


class Site(NamedTuple):
    """Somebody else's static site: ``origin`` is listed, ``unlisted`` serves the same files elsewhere."""

    folder: Path
    origin: str
    unlisted: str
    newsroom: str

    def write(self, name: str, more: str = "") -> str:
        """Put a page there and return its address."""
        address = f"{self.origin}/{name}.html"
        page = PLAIN.format(words=WORDS, address=address, newsroom=self.newsroom, more=more)
        (self.folder / f"{name}.html").write_text(page, encoding="utf-8")
        return address


@pytest.fixture(scope="module")
def site(newsroom: Newsroom, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("site")
    handler = partial(Quiet, directory=str(folder))
    servers = [ThreadingHTTPServer((host, 0), handler) for host in ("127.0.0.1", "127.0.0.2")]
    for server in servers:
        threading.Thread(target=server.serve_forever, daemon=True).start()
    own, other = (server.server_address[1] for server in servers)
    origin = f"http://localhost:{own}"
    newsroom.dateline("shell", "-v0", "-c", LIST.format(origin=origin))
    newsroom.settle()
    yield Site(folder, origin, f"http://127.0.0.2:{other}", newsroom.url)
    for server in servers:
        server.shutdown()
        server.server_close()


LIST = (
    "from dateline.discussion.models import Embedding; listed = Embedding.objects.first() or Embedding();"
    "listed.origins = '{origin}'; listed.save()"
)


@pytest.fixture(scope="module")
def strict(playwright: Playwright) -> Iterator[Browser]:
    """A browser as people have it: no cookie comes into or out of a frame on another site, and storage is kept apart.

    Playwright switches the second off; the last word on features is believed. Its private windows do the first.
    """
    flags = [*FLAGS, "--disable-features=Translate"]
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=flags, chromium_sandbox=False)
    yield browser
    browser.close()


Open = Callable[..., Page]


@pytest.fixture
def elsewhere(strict: Browser, newsroom: Newsroom) -> Iterator[Open]:
    """Return a function that opens a page in a browser of its own; none may run into a policy of ours."""
    contexts, complaints = [], []

    def open_one(*, javascript: bool = True, width: int = 1024, dark: bool = False) -> Page:
        context = strict.new_context(
            java_script_enabled=javascript,
            viewport={"width": width, "height": 800},
            color_scheme="dark" if dark else "light",
        )
        context.set_default_timeout(20_000)
        context.add_init_script(HASTY)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert [words for words in complaints if "script-src" in words or "style-src" in words] == []


def frame_of(page: Page) -> FrameLocator:
    """The frame once its script has told its height: until then it is plain forms that know nobody again."""
    page.wait_for_function("document.querySelector('iframe')?.style.height.endsWith('px')")
    return page.frame_locator("iframe")


def write(frame: FrameLocator, words: str, name: str = "Ben") -> None:
    frame.get_by_label("Your comment").fill(words)
    frame.get_by_label("Your name").fill(name)
    frame.get_by_role("button", name="Send comment").click()


def opened(newsroom: Newsroom, address: str) -> str:
    """Make the thread of a page, open to everybody, with one comment; return the comment's number."""
    code = (
        "from django.utils.timezone import now as n; from dateline.discussion.models import Mode, Thread;"
        "from dateline.discussion.actions import record_comment as r, set_mode_of;"
        f"t = Thread.objects.create(place='{address}', url='{address}', title='Weir', created_at=n());"
        "set_mode_of(thread=t, mode=Mode.OPEN, now=n());"
        "print(r(thread=t, author_name='Dee', text='I live beside it.', created_at=n(), now=n()).pk)"
    )
    number = newsroom.dateline("shell", "-v0", "-c", code).split()[-1]
    newsroom.settle()
    return number


def fits(page: Page) -> bool:
    """Whether the frame is as high as what stands in it."""
    inner = next(frame for frame in page.frames if "/embed/" in frame.url)
    height = inner.evaluate("document.documentElement.getBoundingClientRect().height")
    return abs(page.locator("iframe").bounding_box()["height"] - height) <= 2


def test_a_guest_writes_in_a_frame_without_cookies_and_is_known_again(elsewhere, editor, newsroom, site):
    address = site.write("first")
    page = elsewhere()
    page.goto(address)
    frame = frame_of(page)
    expect(frame.get_by_text("No one has written yet")).to_be_visible()
    expect(page.get_by_role("link", name="Comments on this page")).to_be_hidden()
    write(frame, "My grandfather carried stones for it.")
    expect(frame.get_by_role("heading", name="Your comment has arrived")).to_be_visible()
    assert page.context.cookies(newsroom.url) == []

    editor.goto("/moderation/")
    card = editor.locator("[data-card]", has_text="carried stones")
    expect(card.get_by_role("link", name="The weir")).to_have_attribute("href", address)
    card.get_by_role("button", name="Approve").click()
    newsroom.settle()

    page.goto(address)
    expect(frame.get_by_text("carried stones")).to_be_visible()
    write(frame, "He told me of it every spring.")  # accepted before: so this browser is known, and nothing waits
    expect(frame.locator(".comment", has_text="every spring")).to_be_visible()
    frame.get_by_role("button", name="Your own comments").click()
    expect(frame.get_by_text("carried stones")).to_be_visible()
    expect(frame.get_by_text("every spring")).to_be_visible()
    assert page.context.cookies(newsroom.url) == []


def test_the_frame_is_as_high_as_what_it_says_and_the_page_keeps_its_place(elsewhere, newsroom, site):
    address = site.write("height")
    opened(newsroom, address)
    page = elsewhere(width=360)
    page.goto(address)
    frame = frame_of(page)
    expect(frame.get_by_text("I live beside it.")).to_be_visible()
    page.wait_for_function("document.querySelector('iframe').style.height !== '24rem'")
    assert fits(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    before = page.locator("iframe").bounding_box()["height"]
    frame.get_by_role("link", name="Reply").click()
    page.wait_for_function(f"document.querySelector('iframe').offsetHeight > {before} + 50")
    assert fits(page)
    form = frame.locator("form.compose[action*='/reply/']")
    form.get_by_label("Your comment").fill("So do I.")
    form.get_by_label("Your name").fill("Ben")
    form.get_by_role("button", name="Send comment").click()
    expect(frame.locator(".comment", has_text="So do I.")).to_be_visible()
    box = frame.locator(".comment", has_text="So do I.").bounding_box()
    assert 0 <= box["y"] < 800


def test_one_votes_and_reports_in_the_frame(elsewhere, newsroom, site):
    address = site.write("votes")
    opened(newsroom, address)
    page = elsewhere()
    page.goto(address)
    comment = frame_of(page).locator(".comment", has_text="I live beside it.")
    for votes in ("1", "0"):  # the second time it is taken back: the browser was known again
        comment.locator("button[value='1']").click()
        expect(comment.locator(".comment__ups")).to_have_text(votes)
    comment.get_by_role("link", name="Report").click()
    frame_of(page).get_by_label("Insult").first.or_(frame_of(page).locator("input[name=reason]").first).check()
    frame_of(page).get_by_role("button", name="Send report").click()
    expect(frame_of(page).get_by_role("heading", name="Thank you for the report")).to_be_visible()


def test_a_link_to_a_comment_on_the_host_s_page_shows_it(elsewhere, newsroom, site):
    address = site.write("link")
    number = opened(newsroom, address)
    page = elsewhere()
    page.goto(f"{address}#c{number}")
    comment = frame_of(page).locator(f"#c{number}")
    expect(comment).to_be_visible()
    page.wait_for_function("scrollY > 100")
    expect(comment).to_be_in_viewport()


def test_counts_stand_beside_links(elsewhere, newsroom, site):
    address = site.write("counts")
    opened(newsroom, address)
    page = elsewhere()
    page.goto(address)
    expect(page.locator("[data-dateline-count]")).to_have_text("1")


def test_a_site_that_is_not_listed_gets_no_frame_and_keeps_its_link(elsewhere, newsroom, site):
    address = site.write("unlisted")
    opened(newsroom, address)
    page = elsewhere()
    page.goto(f"{site.unlisted}/unlisted.html")
    page.wait_for_function("document.querySelector('iframe')?.style.display === 'none'")
    expect(page.get_by_role("link", name="Comments on this page")).to_be_visible()
    assert all("I live beside it." not in frame.content() for frame in page.frames)


def test_words_from_another_origin_move_nothing(elsewhere, newsroom, site):
    address = site.write("words")
    opened(newsroom, address)
    page = elsewhere()
    page.goto(address)
    expect(frame_of(page).get_by_text("I live beside it.")).to_be_visible()
    page.wait_for_function("document.querySelector('iframe').style.height !== '24rem'")
    height = page.locator("iframe").bounding_box()["height"]
    page.evaluate("postMessage({ dateline: { height: 9999, to: 5000 } }, '*')")
    stranger = f"{site.unlisted}/stranger.html"
    (site.folder / "stranger.html").write_text(
        "<script>parent.postMessage({ dateline: { height: 9999, to: 5000 } }, '*')</script>"
    )
    page.evaluate("(url) => { const one = document.createElement('iframe'); one.src = url; document.body.append(one); "
                  "return new Promise((done) => (one.onload = done)); }", stranger)  # fmt: skip
    assert page.locator("iframe").first.bounding_box()["height"] == height
    inner = next(frame for frame in page.frames if "/embed/" in frame.url)
    heard = inner.evaluate(
        "() => new Promise((done) => { addEventListener('message', (event) => done(event.origin));"
        " postMessage({ dateline: 'hello' }, '*'); })"
    )
    assert heard == newsroom.url  # it came, and was not from the page around: whoever it is is told nothing


def test_without_javascript_the_link_leads_to_a_whole_page_that_works(elsewhere, newsroom, site):
    address = site.write("plain")
    page = elsewhere(javascript=False)
    page.goto(address)
    page.get_by_role("link", name="Comments on this page").click()
    assert page.url.startswith(newsroom.url)
    page.get_by_label("Your comment").fill("Without a script, too.")
    page.get_by_label("Your name").fill("Dee")
    page.get_by_role("button", name="Send comment").click()
    expect(page.get_by_role("heading", name="Your comment has arrived")).to_be_visible()
    page.get_by_role("button", name="Your own comments").click()
    expect(page.get_by_text("Without a script, too.")).to_be_visible()


def test_where_nothing_may_be_stored_at_all_one_writes_in_a_tab(chromium, newsroom, site):
    address = site.write("tab")
    opened(newsroom, address)
    context = chromium.new_context()  # as Playwright makes it: storage in frames of other sites is forbidden
    context.add_init_script(HASTY)
    page = context.new_page()
    page.goto(address)
    frame = frame_of(page)
    expect(frame.get_by_text("I live beside it.")).to_be_visible()
    with context.expect_page() as popup:
        write(frame, "From a tab of its own.")
    tab = popup.value
    expect(tab.locator(".comment", has_text="From a tab of its own.")).to_be_visible()
    assert tab.url.startswith(newsroom.url)
    context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_host_may_choose_the_paper(elsewhere, newsroom, site, theme):
    address = site.write(f"paper-{theme}", f'data-theme="{theme}"')
    opened(newsroom, address)
    page = elsewhere(dark=theme == "light")
    page.goto(address)
    body = frame_of(page).locator("body")
    paper = {"light": "rgb(255, 253, 248)", "dark": "rgb(20, 19, 15)"}[theme]
    expect(body).to_have_css("background-color", paper)
