"""Months side by side, drawn: nothing overlaps, however many there are."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from django.template import Context, Template
from django.utils import translation

from dateline.funding.books import Month
from dateline.funding.models import Drive
from dateline.funding.months_plot import HEIGHT, LETTER, WIDTH, months_plot, scale_end
from dateline.lib.money import Money

COUNTS = [1, 2, 6, 12, 24, 60, 90]


def months(count: int, currency: str = "USD", each: int = 123_400) -> list[Month]:
    """``count`` months up to December 2025, each with a goal."""
    found = []
    for number in range(count):
        year, month = divmod(2025 * 12 + 12 - count + number, 12)
        drive = Drive(year=year, month=month + 1, goal=500_000, currency=currency)
        sums = {"expenses": each // 2}
        found.append(Month(f"{year:04d}-{month + 1:02d}", currency, sums, {}, raised=each, drive=drive))
    return found


@pytest.mark.parametrize("language", ["en", "de", "uk", "ar"])
@pytest.mark.parametrize("count", COUNTS)
def test_no_label_touches_another_or_leaves_the_drawing(count: int, language: str) -> None:
    with translation.override(language):
        plot = months_plot(months(count))
    assert plot.labels
    for one, other in pairwise(plot.labels):
        assert other.x - one.x >= (len(one.words) + len(other.words)) * LETTER / 2
    for label in plot.labels:
        half = len(label.words) * LETTER / 2
        assert label.x >= half
        assert label.x + half <= WIDTH


@pytest.mark.parametrize("count", COUNTS)
def test_no_bar_touches_another_months_or_leaves_the_drawing(count: int) -> None:
    plot = months_plot(months(count))
    assert len(plot.pairs) == min(count, 60)
    assert plot.is_short == (count > 60)
    for one, other in pairwise(plot.pairs):
        assert one.x + one.across < other.x
        assert other.mirrored + other.across < one.mirrored
    for pair in plot.pairs:
        assert plot.gutter <= pair.x
        assert pair.x + pair.across <= WIDTH
        assert 0 <= pair.goal_y <= HEIGHT
        assert pair.raised > pair.spent > 0
        assert pair.bar >= 1


def test_a_year_names_every_month_and_the_year_where_it_begins() -> None:
    assert [label.words for label in months_plot(months(6)).labels] == ["Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    assert [label.words for label in months_plot(months(24)).labels][::4] == ["2024", "2025"]
    assert [label.words for label in months_plot(months(60)).labels][:4] == ["2021", "Jul", "2022", "Jul"]


def test_a_month_that_went_below_nothing_is_drawn_as_nothing() -> None:
    [pair] = months_plot([Month("2025-11", "USD", {"expenses": -500}, {}, raised=-300)]).pairs
    assert (pair.raised, pair.spent, pair.goal) == (0, 0, None)


def test_a_currency_that_no_drive_asks_for_is_drawn_by_what_came_and_stayed() -> None:
    sums = {"gifts": -10_000, "refunds": 2_000, "expenses": 4_000}
    [pair] = months_plot([Month("2025-11", "EUR", sums, {})]).pairs
    assert pair.month.came == Money(8_000, "EUR")
    assert (pair.raised, pair.spent, pair.goal) == (HEIGHT, HEIGHT / 2, None)


@pytest.mark.parametrize(
    ("highest", "currency", "end"),
    [
        (1, "USD", 200),
        (500_000, "USD", 500_000),
        (512_000, "USD", 600_000),
        (1_020_000, "USD", 1_200_000),
        (7, "JPY", 8),
    ],
)
def test_a_scale_ends_at_a_round_amount_that_can_be_halved(highest: int, currency: str, end: int) -> None:
    assert scale_end(highest, currency) == end


@pytest.mark.parametrize("highest", [1, 9, 99, 12_345, 999_999, 10**12])
def test_a_scale_holds_the_highest(highest: int) -> None:
    for currency in ("USD", "JPY", "KWD"):
        end = scale_end(highest, currency)
        assert end >= highest
        assert end % 2 == 0
        assert Money(end // 2, currency).plain.isdecimal()


@pytest.mark.parametrize("language", ["en", "ar", "de"])
def test_the_drawing_has_the_same_figures_as_its_table_and_no_decimal_comma(language: str) -> None:
    with translation.override(language):
        drawn = Template('{% include "funding/_months_plot.html" %}').render(Context({"plot": months_plot(months(12))}))
    assert drawn.count("<rect") == 24
    assert drawn.count("<tr>") == 13
    figures = re.findall(r' (?:x|y|width|height|x1|x2|y1|y2)="([^"]*)"', drawn)
    assert all(float(figure) <= WIDTH for figure in figures)
    assert "style=" not in drawn
