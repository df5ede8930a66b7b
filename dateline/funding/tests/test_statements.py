"""The statement of a year as a PDF: figures, pages, and letters of every script."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from dateline.funding.actions import fulfil, refund
from dateline.funding.models import Drive, FundingTerms, Gift, GiftIntent, Supporter
from dateline.funding.providers.rehearsal import Rehearsal
from dateline.funding.yearly import Line, Statement, Sums, sheet_of, statement_of, year_of
from dateline.funding.yearly.lines import bidi, runs_of
from dateline.funding.yearly.paper import INNER, Paper
from dateline.lib.money import Money
from dateline.people.models import Newsroom, User

from .conftest import dollars

Giving = Callable[..., GiftIntent]
MAILS = ["dee@example.org"]
ARABIC = "\u0641\u064a \u0630\u0643\u0631\u0649 \u0644\u064a\u0644\u0649"  # in memory of Layla
LATER = datetime(2027, 1, 1, 12, tzinfo=UTC)
UKRAINIAN = "В пам’ять про Їжакевича з Ґанку"


@pytest.fixture
def gave(drive: Drive, dee_gave: Giving, now: datetime) -> Callable[..., Gift]:
    def give(at: datetime = now, **wish: Any) -> Gift:
        intent = dee_gave(**{"email": "dee@example.org", "at": at, **wish})
        return fulfil(intent=intent, provider=Rehearsal(), now=at).gifts.get()

    return give


def read(sheet: bytes) -> list[str]:
    """The text of each page, hard blanks made plain."""
    return [page.extract_text().replace("\xa0", " ") for page in PdfReader(io.BytesIO(sheet)).pages]


def test_it_tells_gifts_what_went_back_and_the_sums(gave: Callable[..., Gift], now: datetime) -> None:
    terms = FundingTerms.load()
    terms.receipt_words = "Tax number 12-345."
    terms.save()
    gave(money=dollars(10), covers=True, name="Dee Mwangi", dedication="In memory of Ada")
    refund(gift=gave(money=dollars(25)), amount=dollars(4), by=None, now=now)
    told = statement_of(MAILS, 2025, LATER)
    assert told
    assert told.sums == (Sums(Money(3561, "USD"), Money(400, "USD")),)
    [page] = read(sheet_of(told))
    for words in (
        "The Courier", "Gifts from 1 January 2025 to 31 December 2025", "Given by Dee Mwangi, dee@example.org",
        "TEST-000001", "14 November 2025", "10.61 $", "Of it meant for the payment’s fee: 0.61 $",
        "Dee Mwangi · In memory of Ada",
        "25 $ 4 $", "Together 35.61 $ 4 $", "Given, less what went back 31.61 $", "Tax number 12-345.",
        "Write to desk@courier.example.", "This is a rehearsal: no money has moved.", "Page 1 of 1",
    ):  # fmt: skip
        assert words in page, words


def test_a_year_that_runs_still_is_of_today_and_says_so(gave: Callable[..., Gift], now: datetime) -> None:
    gave(name="Dee M.")
    gave(name="Dee Mwangi", at=now + timedelta(hours=1))
    gave(at=now + timedelta(hours=2))
    told = statement_of(MAILS, 2025, now + timedelta(days=2))
    assert told
    assert (told.last, told.givers) == (date(2025, 11, 16), ("Dee Mwangi, dee@example.org",))
    [page] = read(sheet_of(told))
    assert "Gifts from 1 January 2025 to 16 November 2025" in page
    assert "The year still runs: what comes later is not on this sheet." in page
    over = statement_of(MAILS, 2025, datetime(2026, 1, 1, 5, tzinfo=UTC))  # midnight in New York
    assert over
    assert (over.last, over.runs) == (date(2025, 12, 31), False)
    assert "still runs" not in read(sheet_of(over))[0]


def test_who_gave_no_name_is_told_by_the_address_alone(gave: Callable[..., Gift]) -> None:
    gave()
    told = statement_of(MAILS, 2025, LATER)
    assert told
    assert told.givers == ("dee@example.org",)


def test_each_currency_is_summed_by_itself(newsroom: Newsroom, now: datetime) -> None:
    statement = _many(4, newsroom)
    lines = (*statement.lines, Line(now, "TEST-000009", Money(500, "JPY"), None, None, ""))
    both = Statement(
        **{**_fields(statement), "lines": lines, "sums": (*statement.sums, Sums(Money(500, "JPY"), Money(0, "JPY")))}
    )
    [page] = read(sheet_of(both))
    assert "Together 500 JPY" in page or "Together 500 ¥" in page
    assert "Together 43.20 $" in page


def test_a_year_of_accounts_begins_where_the_newsroom_says_and_in_its_zone(gave: Callable[..., Gift]) -> None:
    terms = FundingTerms.load()
    terms.year_begins = 7
    terms.save()
    last_hour = gave(at=datetime(2025, 7, 1, 3, 30, tzinfo=UTC))  # 30 June in New York
    first_hour = gave(at=datetime(2025, 7, 1, 4, 30, tzinfo=UTC))
    assert [year_of(gift.received_at) for gift in (last_hour, first_hour)] == [2024, 2025]
    told = statement_of(MAILS, 2025, LATER)
    assert told
    assert (told.first, told.last) == (date(2025, 7, 1), date(2026, 6, 30))
    assert [line.receipt for line in told.lines] == ["TEST-000002"]
    assert statement_of(MAILS, 2023, LATER) is None
    assert statement_of(MAILS, 99_999, LATER) is None
    assert statement_of([], 2025, LATER) is None


def test_the_same_books_make_the_same_bytes(newsroom: Newsroom) -> None:
    assert sheet_of(_many(5, newsroom)) == sheet_of(_many(5, newsroom))


def test_many_gifts_fill_pages_each_with_its_headings_and_number(newsroom: Newsroom) -> None:
    pages = read(sheet_of(_many(70, newsroom)))
    assert len(pages) == 4
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of 4" in page
        assert "Received Receipt Amount Went back" in page
        assert "rehearsal" in page
    assert sum(page.count("TEST-") for page in pages) == 70
    assert "Together" in pages[-1]


def test_ukrainian_and_arabic_come_out_as_they_are_read(newsroom: Newsroom) -> None:
    words = [UKRAINIAN, f"{ARABIC} (1950–2024)", f"Ada, {ARABIC} 12"]
    lines = tuple(Line(datetime(2025, 5, 1, tzinfo=UTC), "", Money(100, "USD"), None, None, each) for each in words)
    statement = Statement(**{**_fields(_many(1, newsroom)), "lines": lines})
    sheet = sheet_of(statement)
    [page] = read(sheet)
    assert UKRAINIAN in page
    fonts = {str(font["/BaseFont"]) for font in _fonts(sheet)}
    assert any("IBMPlexSansArabic" in font for font in fonts)
    assert page.count("?") == 1  # in "Something is wrong?"


def test_in_a_language_that_is_read_from_the_right_the_sheet_is_mirrored(newsroom: Newsroom) -> None:
    with translation.override("ar"):
        mirrored = _insets(sheet_of(_many(3, newsroom)))
    plain = _insets(sheet_of(_many(3, newsroom)))
    assert plain["TEST-000001"] < plain["10.80\xa0$"]
    assert mirrored["10.80\xa0$"] < mirrored["TEST-000001"]


def test_numbers_and_brackets_within_arabic_stand_on_their_side() -> None:
    seen = [(run.text, run.is_rtl) for run in runs_of(f"{ARABIC} (1950) x")]
    assert [text for text, _ in seen if "x" in text] == ["x"]
    assert seen[0] == ("x", False)
    assert ("1950", False) in seen
    assert seen[-1][0].startswith(ARABIC.split()[0])
    assert runs_of(f"Ada {ARABIC} 12 Bo")[0].text == "Ada "


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(alphabet=st.sampled_from("abc 12 ().,-أبجدה שלїґ"), max_size=30))
def test_runs_are_the_order_of_the_unicode_algorithm(text: str) -> None:
    ours = "".join(run.text if not run.is_rtl else run.text[::-1] for run in runs_of(text))
    assert ours == "".join(each.character for each in bidi().BidiParagraph(text).get_reordered_characters())


def test_what_no_font_can_write_is_a_question_mark(newsroom: Newsroom) -> None:
    [run] = runs_of("\U000f0001é")
    assert run.text == "?é"


def test_long_words_are_broken_and_nothing_leaves_the_measure(newsroom: Newsroom) -> None:
    paper = Paper(title="t", author="a", language="en", is_rtl=False, day=date(2025, 1, 1))
    lines = paper.wrap(f"{'w' * 400} and then {UKRAINIAN * 5}", INNER, size=9)
    assert max(paper.width_of(line, 9, False) for line in lines) <= INNER
    paper.page()
    assert paper.bytes()
    assert "".join(lines).replace(" ", "") == f"{'w' * 400}andthen{UKRAINIAN * 5}".replace(" ", "")


def test_the_giver_gets_it_from_my_gifts(client: Client, gave: Callable[..., Gift]) -> None:
    gave()
    user = User.objects.create_user("dee", "dee@example.org")
    EmailAddress.objects.create(user=user, email="dee@example.org", verified=True, primary=True)
    client.force_login(user)
    answer = client.get("/give/mine/years/2025.pdf")
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("application/pdf", "private, no-store")
    assert answer["Content-Disposition"] == 'attachment; filename="gifts-2025.pdf"'
    assert "TEST-000001" in read(answer.content)[0]
    assert client.get("/give/mine/years/2024.pdf").status_code == 404


def test_the_treasurer_gets_it_for_any_supporter_and_others_do_not(client: Client, gave: Callable[..., Gift]) -> None:
    gave()
    address = f"/newsroom/funding/supporters/{Supporter.objects.get().pk}/years/2025.pdf"
    for role, status in (("Treasurer", 200), ("Editor", 302)):
        user = User.objects.create_user(role, f"{role}@example.org")
        user.groups.add(Group.objects.get(name=role))
        client.force_login(user)
        assert client.get(address).status_code == status
    client.force_login(User.objects.get(username="Treasurer"))
    page = client.get("/newsroom/snippets/funding/supporter/?q=dee").text
    assert "Statement 2025 (PDF)" in page
    assert client.get(address.replace("2025", "2024")).status_code == 404
    assert client.get(f"/newsroom/snippets/funding/supporter/edit/{Supporter.objects.get().pk}/").status_code == 302


def _many(number: int, newsroom: Newsroom) -> Statement:
    """A statement of that many gifts of 10.80, each with a name below."""
    begin = datetime(2025, 1, 2, 12, tzinfo=UTC)
    lines = tuple(
        Line(begin + timedelta(days=5 * each), f"TEST-{each + 1:06d}", Money(1080, "USD"), None, None, "Dee Mwangi")
        for each in range(number)
    )
    sums = (Sums(Money(1080 * number, "USD"), Money(0, "USD")),)
    days = (date(2025, 1, 1), date(2025, 12, 31))
    return Statement(2025, *days, ("dee@example.org",), lines, sums, newsroom, "", True)


def _fields(statement: Statement) -> dict[str, Any]:
    return {name: getattr(statement, name) for name in Statement.__slots__}


def _insets(sheet: bytes) -> dict[str, float]:
    """How far from the left each text of the first page stands, in points."""
    found: dict[str, float] = {}
    page = PdfReader(io.BytesIO(sheet)).pages[0]
    page.extract_text(visitor_text=lambda text, _cm, tm, *_: found.setdefault(text.strip(), tm[4]))
    return found


def _fonts(sheet: bytes) -> list[Any]:
    page = PdfReader(io.BytesIO(sheet)).pages[0]
    return [font.get_object() for font in page["/Resources"]["/Font"].values()]  # type: ignore[index]
