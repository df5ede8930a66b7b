"""The article and the meter of a dump."""

import pytest

from dateline.imports.page.reader import LARGEST, Unreadable, read_page
from dateline.imports.record import Fate, Meter

from .dumps import HEADLINE, METER, page


def read(**parts):
    return read_page(page(**parts).encode())


def test_the_doubled_headline_is_taken_once_and_its_category_apart():
    record = read()
    assert record.post.headline == HEADLINE.removesuffix(" (Report)")
    assert record.post.category == "Report"
    assert "the headline over again" in {line.why for line in record.lines_with(Fate.DROPPED)}


def test_paragraphs_come_in_order_and_the_ask_stays_out():
    post = read().post
    assert [words[:10] for words in post.paragraphs] == ["On Februar", "The mayor "]


def test_lines_without_a_blank_between_them_are_one_paragraph():
    assert read(body="First line,\nand its second.\n\nAnother.").post.paragraphs == [
        "First line,\nand its second.",
        "Another.",
    ]


def test_where_a_picture_stood_is_remembered():
    record = read(body=f"First.\n\n{HEADLINE}\n\nClick to see the full-size map\n\nPhoto: D. Marsh\n\nSecond.")
    assert [(figure.after, figure.caption) for figure in record.post.figures] == [(1, HEADLINE), (1, "Photo: D. Marsh")]
    assert record.post.paragraphs == ["First.", "Second."]
    assert len(record.lines_with(Fate.DROPPED)) == 5


def test_a_sentence_about_help_within_the_text_is_no_ask():
    body = "We asked who would help us.\n\nNobody came.\n\nThe end of it."
    assert read(body=body).post.paragraphs[0] == "We asked who would help us."


def test_the_last_amount_of_the_meter_is_what_was_raised():
    assert read().meter == Meter(1, (0, 100000, 200000), 34000, "USD", (2021, 3))


@pytest.mark.parametrize(
    ("written", "currency", "raised"),
    [
        ("€ 0\n€ 1.500\n€ 3.000\n€ 2.875,50\nDecember 2024\n", "EUR", 287550),
        ("0 £\n\n1,500 £\n\n20 £\n\nMAY 2022\n", "GBP", 2000),
        ("JANUARY 2023\n0 Kč\n10 000 Kč\n700 Kč\n", "CZK", 70000),
        ("0\n1,500\n20\nMAY 2022\n", "SEK", 2000),
    ],
)
def test_meters_of_other_places(written, currency, raised):
    meter = read_page(page(meter=written).encode(), currency="SEK").meter
    assert (meter.currency, meter.raised) == (currency, raised)


def test_a_page_without_a_meter_has_none():
    record = read(meter="")
    assert record.meter is None
    assert record.post.headline.startswith("Dyke")


def test_half_a_meter_is_reported_and_not_guessed():
    record = read(meter="340 $\n")
    assert record.meter is None
    assert [line.text for line in record.lines_with(Fate.UNPLACED)] == ["340 $"]


def test_ticks_that_do_not_rise_are_doubted():
    assert read(meter="0 $\n900 $\n300 $\n12 $\nMAY 2022\n").doubts


def test_a_byte_order_mark_and_windows_line_ends_change_nothing():
    plain = read()
    windows = read_page(b"\xef\xbb\xbf" + page().replace("\n", "\r\n").encode())
    assert windows.post == plain.post
    assert windows.meter == plain.meter


def test_a_dump_without_comments_has_none():
    assert read().post.comments == []


def test_only_a_meter_makes_no_report():
    record = read_page(METER.encode())
    assert record.post is None
    assert record.meter.raised == 34000


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00", "zero bytes"),
        ("Überschrift".encode("latin-1"), "not UTF-8"),
        (b" \n\n", "empty"),
        (b"a" * (LARGEST + 1), "MiB long"),
    ],
)
def test_what_is_no_dump_is_refused_with_a_sentence(data, why):
    with pytest.raises(Unreadable, match=why):
        read_page(data)
