"""The wire: appended to, cut at its beginning, gone on with after a crash, and read once."""

import os

import pytest

from dateline.delivery.store import wire as wires
from dateline.delivery.store.gauge import Gauge
from dateline.delivery.store.wire import Dispatch, Ear, TooLong, Wire


@pytest.fixture
def wire(tmp_path):
    one = Wire(tmp_path, Gauge(tmp_path / "gauge"))
    one.begin(7, anew=True)
    return one


@pytest.fixture
def ear(wire, tmp_path):
    one = Ear(tmp_path, Gauge(tmp_path / "gauge"))
    one.hear()
    return one


def tell(wire, number, count=1, channel="thread:3"):
    one = Dispatch(channel, "comments", {"count": count})
    wire.append(number, [(one, one.packed())])


def test_news_is_read_once(wire, ear):
    assert ear.hear() is None
    tell(wire, 8, 2)
    heard = ear.hear()
    assert heard.fresh[0].framed() == b'event: comments\ndata: {"on":"thread:3","count":2}\nid: 8\n\n'
    assert not heard.is_gap
    assert ear.hear() is None


def test_whoever_comes_later_reads_all_that_lies_there(wire, tmp_path):
    tell(wire, 8)
    tell(wire, 9)
    heard = Ear(tmp_path, Gauge(tmp_path / "gauge")).hear()
    assert [line.number for line in heard.known] == [8, 9]
    assert heard.floor == 7


def test_a_long_wire_forgets_its_older_half_and_says_up_to_where(wire, ear, monkeypatch):
    monkeypatch.setattr(wires, "MOST", 2_000)
    read = []
    for number in range(8, 108):
        tell(wire, number)
        heard = ear.hear()
        read += [line.number for line in heard.fresh]
        assert not heard.is_gap
    assert read == list(range(8, 108))
    assert wire.path.stat().st_size <= 2_000
    lines = wire.begin(0, anew=False)
    assert lines[-1].number == 107
    assert wires.read_head(wire.path)[1] == lines[0].number - 1


def test_a_reader_that_slept_through_a_cut_is_told_of_the_gap(wire, ear, monkeypatch):
    monkeypatch.setattr(wires, "MOST", 2_000)
    for number in range(8, 208):
        tell(wire, number)
    heard = ear.hear()
    assert heard.is_gap
    assert [line.number for line in heard.fresh] == [line.number for line in heard.known]


def test_what_was_written_and_not_told_is_written_again(wire, ear):
    tell(wire, 8)
    with wire.path.open("ab") as file:
        file.write(b'9 thread:3 comments {"half')  # killed here
    other = Wire(wire.path.parent, wire.gauge)
    assert [line.number for line in other.begin(7, anew=False)] == [8]
    tell(other, 9)
    assert [line.number for line in ear.hear().fresh] == [8, 9]


def test_a_wire_that_cannot_be_read_begins_anew(wire, ear):
    tell(wire, 8)
    ear.hear()
    wire.path.write_bytes(b"not ours")
    assert wire.begin(40, anew=False) == []
    heard = ear.hear()
    assert heard.is_gap
    assert heard.floor == 40


def test_beginning_anew_is_a_gap_for_whoever_reads(wire, ear):
    wire.begin(90, anew=True)
    assert ear.hear().is_gap
    tell(wire, 91)
    assert [line.number for line in ear.hear().fresh] == [91]


def test_a_text_is_no_news():
    with pytest.raises(TooLong):
        Dispatch("page:1", "correction", {"words": "x" * 500}).packed()


def test_a_wire_that_is_not_there_is_an_error_that_can_be_waited_out(tmp_path):
    gauge = Gauge(tmp_path / "gauge")
    gauge.write("told", 5)
    with pytest.raises(OSError, match=os.fspath(tmp_path)):
        Ear(tmp_path, gauge).hear()
