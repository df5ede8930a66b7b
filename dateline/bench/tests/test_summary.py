"""Rounds become medians, and ratios are taken within a round."""

from xml.etree import ElementTree

from dateline.bench import summary
from dateline.bench.measure import Measure, medians, share
from dateline.bench.plot import bars


def measure(subject: str, rate: float) -> Measure:
    return Measure("gzip", subject, {"requests/s": rate})


def test_a_figure_is_the_median_of_its_rounds():
    [one] = medians([measure("door", rate) for rate in (100.0, 900.0, 110.0)])
    assert one == measure("door", 110.0)


def test_a_ratio_is_taken_within_a_round_so_that_a_busy_one_is_busy_for_both():
    rounds = [("nginx", 100.0), ("door", 90.0), ("nginx", 10.0), ("door", 9.0), ("nginx", 50.0), ("door", 50.0)]
    found = summary.told("reads", [measure(*one) for one in rounds], "nginx")
    door = next(row for row in found["rows"] if row["subject"] == "door")
    assert door["figures"] == {"requests/s": 50.0, "x the reference": 0.9}


def test_without_a_reference_there_is_no_ratio():
    found = summary.told("posts", [measure("door", 90.0)], "")
    assert found["rows"][0]["figures"] == {"requests/s": 90.0}


def test_a_table_has_a_head_and_a_line_for_each_subject():
    words = summary.table(summary.told("reads", [measure("nginx", 12000.0), measure("door", 90.25)], "nginx"))
    assert words.splitlines()[1].split() == ["requests/s", "x", "the", "reference"]
    assert words.splitlines()[2].split() == ["gzip", "nginx", "12,000", "1"]
    assert words.splitlines()[3].split() == ["gzip", "door", "90.25", "0.01"]


def test_a_share_is_a_value_that_was_measured():
    assert share([], 0.99) == 0.0
    assert share([1.0, 2.0, 3.0, 4.0], 0.5) == 3.0
    assert share([1.0, 2.0], 0.99) == 2.0
    assert share([1.0], 1.0) == 1.0


def test_a_plot_has_a_bar_for_each_subject_as_long_as_its_figure():
    told = summary.told("reads", [measure("nginx", 200.0), measure("door <1>", 100.0)], "nginx")
    drawing = ElementTree.fromstring(bars(told, "requests/s"))
    _ground, nginx, door = drawing.iter("{http://www.w3.org/2000/svg}rect")
    assert float(nginx.get("width") or 0) == 2 * float(door.get("width") or 0) > 0
    assert "door <1>" in "".join(drawing.itertext())
