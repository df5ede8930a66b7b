"""The shipped heads: small, shared, and what they say adds up."""

from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np
import pytest

from dateline.screening.model.explain import explain
from dateline.screening.model.heads import WEIGHTS, Head, heads, quantised, squared
from dateline.screening.model.pointing import places_in
from dateline.screening.model.reading import read
from dateline.screening.model.traits import NAMES
from dateline.screening.tests.attack_texts import CLEAN, INSULTS
from dateline.screening.tests.hard_negatives import GERMAN_HARD_NEGATIVES, HARD_NEGATIVES
from dateline.screening.train.disguise import DISGUISES, disguise
from dateline.screening.view import view_of

TEXTS = [*INSULTS, *CLEAN, *GERMAN_HARD_NEGATIVES, *(text for texts in HARD_NEGATIVES.values() for text in texts)]
LARGEST = 1_100_000  # bytes
NAMED = sorted(heads())
AREA = re.compile(r"^[0-9a-f]+-[0-9a-f]+ .*\.int8\n(?:[A-Z]\w+:.*\n)+", re.MULTILINE)  # of a process's memory


def ten_thousand() -> list[str]:
    kinds = sorted(DISGUISES)
    return [disguise(TEXTS[n % len(TEXTS)], kinds[n % len(kinds)], n) for n in range(10_000)]


@pytest.mark.thorough
def test_contributions_and_bias_are_the_logit_for_ten_thousand_comments():
    for number, text in enumerate(ten_thousand()):
        head = heads()[NAMED[number % len(NAMED)]]
        reading = read(view_of(text[:3_000]))
        assert explain(head, reading).logit == pytest.approx(head.logit(reading), rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("name", NAMED)
def test_contributions_and_bias_are_the_logit(name: str):
    head = heads()[name]
    for text in ["", " ", *TEXTS[:400]]:
        reading = read(view_of(text))
        assert explain(head, reading).logit == pytest.approx(head.logit(reading), rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("name", NAMED)
def test_a_head_is_small(name: str):
    assert (WEIGHTS / f"{name}.int8").stat().st_size <= LARGEST


def test_the_heads_are_mapped_and_nobody_has_a_copy():
    for head in heads().values():
        assert squared(head.weights[:: 4_096 // 8]).size  # touch every page
    mapped = AREA.findall(Path("/proc/self/smaps").read_text(encoding="utf-8"))
    assert len(mapped) >= len(NAMED)
    for area in mapped:
        own = [line for line in area.splitlines() if line.startswith(("Private_Dirty", "Anonymous"))]
        assert all(line.split()[1] == "0" for line in own), own


def test_a_head_that_is_cut_short_is_refused(tmp_path: Path):
    card = json.loads((WEIGHTS / "heads.json").read_text(encoding="utf-8"))
    card["heads"] = {"spam": card["heads"]["spam"]}
    (tmp_path / "heads.json").write_text(json.dumps(card), encoding="utf-8")
    (tmp_path / "spam.int8").write_bytes(b"\0" * 100)
    with pytest.raises(ValueError, match=r"spam\.int8 holds 100 weights"):
        heads(tmp_path)


@pytest.mark.parametrize("name", NAMED)
def test_the_more_may_be_held_the_lower_the_threshold(name: str):
    head = heads()[name]
    thresholds = [head.threshold(rate) for rate in (0.5, 1, 2, 5, 10, 20, 50, 100)]
    assert thresholds == sorted(thresholds, reverse=True)
    assert 0 < head.probability(thresholds[-1]) < head.probability(thresholds[0]) < 1


def test_small_weights_survive_their_storage():
    weights = np.array([10.0, -3.0, 0.01, -0.002, 0.0])
    stored, unit = quantised(weights)
    assert squared(stored) * unit == pytest.approx(weights, rel=0.1, abs=0.001)


def test_the_word_that_insults_is_pointed_at():
    text = "The report is fine but you are a pathetic moron, and it rained."
    places = places_in(explain(heads()["abuse-en"], read(view_of(text))))
    assert "moron" in [text[start:end] for start, end in places]
    assert "rained" not in [text[start:end] for start, end in places]


def test_a_head_says_the_same_of_the_same_words():
    head: Head = heads()["spam"]
    reading = read(view_of("Work from home and earn $500 a day!"))
    assert head.logit(reading) == head.logit_of(reading.buckets, reading.signals)
    assert len(head.signals) == len(NAMED) or len(head.signals) == len(NAMES)
