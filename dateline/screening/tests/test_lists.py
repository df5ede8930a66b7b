"""The newsroom's own lists: what they find, what they do not, and that they cannot be made slow."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.screening import Listing, Lists, Submission, Unreadable, Verdict, entries_of, screen, view_of
from dateline.screening.entries import LONGEST, MOST, Kind

LETTERS = st.text(alphabet="abc ", max_size=30)


def lists(text: str, kind: Kind = "words", *, holds: bool = True) -> Lists:
    return Lists([Listing(7, 3, "House rules", kind, text, holds)])


def verdict(text: str, listed: Lists, **more: object) -> Verdict:
    """Screen the words of somebody who was accepted before."""
    return screen(Submission(text=text, lists=listed, **{"accepted": 3, **more}))  # type: ignore[arg-type]


def marked(text: str, listed: Lists) -> list[str]:
    return [text[start:end] for found in listed.found_in(view_of(text)) for start, end in found.spans]


def test_a_listed_word_waits_is_named_and_pointed_at():
    said = verdict("Buy cheap Viagra here.", lists("viagra\ncasino"))
    assert said.outcome == "hold"
    [reason] = said.reasons
    assert (reason.code, reason.spans, reason.source) == ("list", ((10, 16),), (7, 3))
    assert reason.told == "On the list “House rules”: viagra."
    assert (reason.as_dict()["list"], reason.as_dict()["list_version"]) == (7, 3)


@pytest.mark.parametrize("text", ["WordPress is fine", "Scunthorpe", "expressive", "pressing", "de-pressed"])
def test_a_word_inside_another_is_another_word(text: str):
    assert marked(text, lists("press\ncunt")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("PRESS!", ["PRESS"]),
        ("the press's view", ["press"]),
        ("press-ganged", ["press"]),
        ("ｐｒｅｓｓ", ["ｐｒｅｓｓ"]),
        ("𝕡𝕣𝕖𝕤𝕤", ["𝕡𝕣𝕖𝕤𝕤"]),
        ("рrеss", ["рrеss"]),
        ("pr\u200bess", ["pr\u200bess"]),
        ("p r e s s", ["p r e s s"]),
        ("p,r,e,s,s now", ["p,r,e,s,s"]),
        ("a  p.r.e.s.s  b", ["p.r.e.s.s"]),
        ("press_press", ["press", "press"]),
    ],
)
def test_a_word_is_found_however_it_is_dressed_up(text: str, found: list[str]):
    assert marked(text, lists("Press")) == found


@pytest.mark.parametrize(
    ("line", "text", "found"),
    [
        ("идиот", "Ты идиот, и всё.", ["идиот"]),
        ("идиот", "идиотский", []),
        ("идиот*", "идиотский", ["идиотский"]),
        ("坏蛋", "你是坏蛋吗", ["坏蛋"]),
        ("ばか", "お前はばかだ", ["ばか"]),
        ("바보*", "너는 바보야", ["바보야"]),
        ("بد", "کتاب بدون", []),
        ("मूर्ख", "तुम मूर्ख हो", ["मूर्ख"]),
        ("का", "काम करो", []),
        ("ไอ้โง่", "มึงไอ้โง่มาก", ["ไอ้โง"]),  # a tone mark at the end is not seen, so not pointed at
    ],
)
def test_words_have_edges_in_every_script(line: str, text: str, found: list[str]):
    assert marked(text, lists(line)) == found


def test_a_phrase_is_found_whatever_stands_between_its_words():
    listed = lists("free money now\nfree lunch*")
    assert marked("Free, money... NOW and a free-lunchbox", listed) == ["Free, money... NOW", "free-lunchbox"]
    assert marked("free the money now", listed) == []


def test_a_star_stands_for_any_ending_and_for_nothing_else():
    assert marked("scam scammer scamming descam", lists("scam*")) == ["scam", "scammer", "scamming"]
    for line in ("*scam", "s*m", "sc**", "a*", "free *"):
        with pytest.raises(Unreadable):
            entries_of(line, "words")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see https://example.com/x?y", ["example.com"]),
        ("shop.EXAMPLE.com.", ["shop.EXAMPLE.com."]),
        ("mail me@example.com", ["example.com"]),
        ("https://ｅxample．com", ["ｅxample．com"]),
        ("https://%65xample.com/", ["%65xample.com"]),
        ("user@example.com:80", ["example.com"]),
        ("attacker-example.com", []),
        ("example.com.evil.net", []),
        ("notexample.com", []),
        ("example.community", []),
        ("an example. Com on", []),
    ],
)
def test_a_domain_is_itself_and_what_lies_below_it(text: str, found: list[str]):
    assert marked(text, lists("https://www.example.com/ # the shop", "domains")) == found


def test_a_domain_is_known_in_both_its_spellings():
    assert marked("http://bücher.example http://xn--bcher-kva.example", lists("bücher.example", "domains")) == [
        "bücher.example"
    ]
    assert marked("http://xn--e1afmkfd.example", lists("пример.example", "domains")) == ["xn--e1afmkfd.example"]


def test_comments_blank_lines_and_doubles_are_no_entries():
    assert [entry.line for entry in entries_of("# ours\n\nviagra # pills\nViagra\n", "words")] == ["viagra"]


def test_every_line_that_cannot_be_read_is_told():
    with pytest.raises(Unreadable) as caught:
        entries_of(f"good\n***\n{'x' * (LONGEST + 1)}\n{'a ' * 13}\n!!\na*", "words")
    assert [(fault.number, fault.what) for fault in caught.value.faults] == [
        (2, "star"), (3, "long"), (4, "words"), (5, "empty"), (6, "short"),
    ]  # fmt: skip
    with pytest.raises(Unreadable) as caught:
        entries_of("com\nexample.com\nnot a domain.example\n-a.example", "domains")
    assert [(fault.number, fault.what) for fault in caught.value.faults] == [
        (1, "domain"), (3, "domain"), (4, "domain"),
    ]  # fmt: skip
    with pytest.raises(Unreadable) as caught:
        entries_of("\n".join(f"word{number}" for number in range(MOST + 1)), "words")
    assert [fault.what for fault in caught.value.faults] == ["many"]


def test_a_list_that_only_marks_holds_nothing():
    said = verdict("viagra", lists("viagra", holds=False))
    assert (said.outcome, said.reasons[0].weight) == ("publish", 0.0)


def test_the_name_is_read_too_and_staff_are_not_asked():
    assert "author's name" in verdict("Hello.", lists("casino"), author_name="Best Casino").reasons[0].told
    assert verdict("casino", lists("casino"), trusted=True).reasons == ()


def test_each_list_speaks_for_itself():
    listed = Lists([Listing(1, 1, "One", "words", "pills"), Listing(2, 5, "Two", "domains", "pills.example")])
    found = listed.found_in(view_of("pills from pills.example"))
    assert [(each.listing.number, each.lines) for each in found] == [(1, ("pills",)), (2, ("pills.example",))]


@settings(max_examples=200, deadline=None)
@given(st.lists(LETTERS.filter(str.strip), max_size=8), LETTERS)
def test_a_phrase_is_found_exactly_where_its_words_stand_side_by_side(phrases: list[str], text: str):
    words = text.split()
    sought = {" ".join(phrase.split()): phrase.strip() for phrase in phrases}
    there = {
        key
        for key in sought
        for place in range(len(words))
        if words[place : place + len(key.split())] == key.split() and len(key.split()) <= 12
    }
    readable = [phrase for phrase in phrases if len(phrase.split()) <= 12]
    found = lists("\n".join(readable)).found_in(view_of(text))
    lines = {" ".join(line.split()) for each in found for line in each.lines}
    apart = {key for key in lines - there if "".join(words).find(key) >= 0}  # letters that were set apart
    assert there <= lines
    assert lines - there == apart


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_whatever_a_moderator_types_is_read_or_refused_and_finds_itself(line: str, text: str):
    for kind in ("words", "domains"):
        try:
            entries = entries_of(line, kind)
        except Unreadable:
            continue
        listed = lists(line, kind)
        if kind == "words":
            for entry in entries:
                assert marked(entry.line.rstrip("*"), listed)
        for start, end in [span for found in listed.found_in(view_of(text)) for span in found.spans]:
            assert 0 <= start < end <= len(text)


@pytest.mark.parametrize("text", ["a " * 1500, "a." * 1500, "x" * 3000, "the " * 750, "%41" * 1000, "坏" * 3000])
def test_ten_thousand_entries_take_no_longer_over_hostile_text_than_over_any(text: str, quickest):
    words = [f"the {number} a" for number in range(5000)] + [f"scam{number}*" for number in range(5000)]
    listed = Lists(
        [
            Listing(1, 1, "Words", "words", "\n".join([*words, "a b c d e f g h i j k l", "坏 蛋 坏 蛋"])),
            Listing(2, 1, "Domains", "domains", "\n".join(f"a{number}.a.a" for number in range(5000))),
        ]
    )
    view = view_of(text)
    assert quickest(lambda: listed.found_in(view)) < 0.1  # some 5 ms; a walk over all entries would take seconds
