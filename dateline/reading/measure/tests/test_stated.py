"""Statements of an encyclopedia and their figures, on hand-made cases."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.atlas.gazetteer import Gazetteer
from dateline.atlas.gazetteer.build import build
from dateline.atlas.gazetteer.tests.small import TOWNS
from dateline.reading.measure.stated import Pair, pair, percentile, report, shares
from dateline.reading.measure.statements import place_of, statements

CORPUS = """<data><entities><entity wikipedia="Al-Qaim">
<p>Al-Qaim is a town, 9\xa0km (6\xa0mi) east of the city of <link wikipedia="Abu_Kamal">Al-Bukamal</link>.
A road leads 12 km north of <link wikipedia="Nowhere_Known">Nowhere</link>.</p></entity>
<entity wikipedia="Nowhere_Known"><p>It is 5 km from <link wikipedia="Abu_Kamal">it</link>.</p></entity>
</entities></data>"""


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    path = tmp_path_factory.mktemp("stated") / "few.sqlite3"
    build(path, towns=TOWNS)
    return Gazetteer.open(path)


def test_a_statement_has_both_its_places(gazetteer: Gazetteer, tmp_path: Path) -> None:
    path = tmp_path / "statements.xml"
    path.write_text(CORPUS, encoding="utf-8")
    [found] = statements(path, gazetteer)
    assert (found.found.km, found.found.bearing) == (9, 90)
    assert pair(found).measured == pytest.approx(9.3, abs=1)


def test_a_title_that_is_not_one_place_is_none(gazetteer: Gazetteer) -> None:
    assert place_of("Nowhere_Known", gazetteer) is None
    assert place_of("Abu_Kamal,_Texas", gazetteer) is None


def test_shares_count_warnings_and_questions() -> None:
    pairs = [Pair(100, 100, None), Pair(100, 62, 90.0)]
    assert shares(pairs, 1) == (0.0, 0.5)
    assert shares(pairs, 10) == (1.0, 1.0)


def test_a_percentile_is_one_of_the_values() -> None:
    assert [percentile([3.0, 1.0, 2.0], share) for share in (1, 50, 99)] == [1.0, 2.0, 3.0]


def test_the_report_leaves_out_what_is_off_threefold() -> None:
    told = report([Pair(100, 98, 5.0), Pair(100, 900, None), Pair(2, 2, None)])
    assert "3 statements, 2 of 5 km or more, 1 off threefold" in told
    assert "number x 10: 1.000 warned" in told
    assert report([]) == "No statements with both places known."
