"""Who says so, in sentences written for the purpose."""

from __future__ import annotations

import pytest

from dateline.reading.attribution import Attribution, find_attributions
from dateline.reading.words import Words


def found(text: str) -> list[Attribution]:
    """All attributions of ``text``."""
    return find_attributions(Words(text))


def written(text: str, span: tuple[int, int] | None) -> str:
    """What stands at ``span``."""
    return text[slice(*span)] if span else ""


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("The bridge was shelled twice, according to the interior ministry.", "according to", "the interior ministry"),
        ("According to the harbour master, two ships were lost.", "According to", "the harbour master"),
        ("The mayor said that the bridge would stay closed.", "said", "The mayor"),
        ("“The bridge stays closed,” Ada Byron said.", "said", "Ada Byron"),
        ("“The bridge stays closed,” said Ada Byron.", "said", "Ada Byron"),
        (
            '"The bridge stays closed," said Ada Byron, a spokeswoman for the port.',
            "said",
            "Ada Byron, a spokeswoman for the port",
        ),
        ("A spokesman for the army told reporters that the road was open.", "told", "A spokesman for the army"),
        (
            "Ada Byron, the mayor of the town, has repeatedly denied that money was taken.",
            "has repeatedly denied",
            "Ada Byron, the mayor of the town",
        ),
        ("It was first reported by Reuters that the bridge had fallen.", "was first reported", "Reuters"),
        ("The army has claimed that it took the hill.", "has claimed", "The army"),
        ("On Tuesday the ministry announced that the school would open.", "announced", "the ministry"),
        ("Officials say the water is safe to drink.", "say", "Officials"),
        ("The general warned that more attacks would follow.", "warned", "The general"),
        ("The union called for a strike on Monday.", "called", "The union"),
        ("The minister is calling for calm.", "is calling", "The minister"),
        ("The U.S. Army said it had no part in the raid.", "said", "The U.S. Army"),
    ],
)
def test_cue_and_source_are_found(text: str, cue: str, source: str) -> None:
    assert (cue, source) in [(written(text, one.cue), written(text, one.source)) for one in found(text)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The bridge was shelled twice, according to the ministry.", "The bridge was shelled twice"),
        ("According to the ministry, the bridge was shelled.", "the bridge was shelled"),
        ("The mayor said that the bridge would stay closed.", "that the bridge would stay closed"),
        ("“The bridge stays closed,” Ada Byron said.", "“The bridge stays closed,”"),
        ("“It is closed. It stays closed,” Ada Byron said.", "“It is closed. It stays closed,”"),
        ("“It is closed,” Ada Byron said. “It stays closed.”", "“It is closed,” Ada Byron said. “It stays closed.”"),
        ("The sources claimed on May 2, that a large force was sent.", "that a large force was sent"),
        ("The mayor said that the bridge is closed, although cars were seen on it.", "that the bridge is closed"),
    ],
)
def test_content_is_what_is_said(text: str, said: str) -> None:
    assert written(text, found(text)[0].content) == said


@pytest.mark.parametrize(
    "text",
    [
        "The report lies on the table.",
        "Two claims were settled in March.",
        "He has a question.",
        "The river rose by two metres after the rain.",
        "A call came at noon.",
        "",
        "   \n\n  ",
    ],
)
def test_no_attribution_where_nobody_speaks(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ada Byron opened the hall. Ada Byron said it was small. She said that it would grow.", "Ada Byron"),
        (
            "Syrian and Iraqi sources confirmed the plan. The sources said that more would come.",
            "Syrian and Iraqi sources",
        ),
        ("Ada Byron said that the hall was small. Byron added that it would grow.", "Ada Byron"),
        ("The Blue Party in Northam said so. The Blue Party added that it was glad.", "Blue Party in Northam"),
        ("Truck drivers claimed that aid came. If the drivers are correct, more will follow.", "Truck drivers"),
        ("Local officials said that the dam was safe. They said that nobody had to leave.", "Local officials"),
    ],
)
def test_a_source_is_carried_back_to_its_name(text: str, name: str) -> None:
    assert found(text)[-1].name == name


@pytest.mark.parametrize(
    ("text", "kind", "side"),
    [
        ("The dam is safe, according to the Hezbollah media wing.", "party", "Hezbollah"),
        ("Syrian pro-government sources claimed that the town was taken.", "party", "Syrian government"),
        ("The Iraqi Army said that it took the hill.", "party", "Iraqi Army"),
        ("The Health Ministry said that the water is safe.", "official", "Health Ministry"),
        ("The bridge has fallen, according to Reuters.", "media", ""),
        ("Residents said that they heard shots.", "witness", ""),
        ("Ada Byron said that the hall was small.", "", ""),
    ],
)
def test_a_source_has_a_kind_and_a_side(text: str, kind: str, side: str) -> None:
    assert (found(text)[0].kind, found(text)[0].side) == (kind, side)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The mayor said that the bridge was closed.", "reported"),
        ("The army claimed that it took the hill.", "claimed"),
        ("The army denied that it took the hill.", "denied"),
        ("The mayor said that the bridge will be closed.", "forecast"),
        ("The mayor said that the bridge may be closed.", "conditional"),
        ("If the mayor is right, the bridge will be closed.", "conditional"),
    ],
)
def test_how_sure_it_is_said_to_be(text: str, modality: str) -> None:
    assert found(text)[0].modality == modality


@pytest.mark.parametrize(
    ("text", "against"),
    [
        ("The Northern Army said that the Northern Army lost forty men.", True),
        ("The Northern Army said that its troops withdrew from the hill.", True),
        ("The Northern Army admitted that the hill was gone.", True),
        ("The Northern Army said that the rebels lost forty men.", False),
        ("Residents said that the rebels withdrew.", False),
    ],
)
def test_a_word_against_ones_own_side_is_noted(text: str, against: bool) -> None:
    assert found(text)[0].against_interest is against


def test_spans_are_code_points() -> None:
    text = "🌊 “Wir bleiben,” Ada Byron said."
    assert written(text, found(text)[0].source) == "Ada Byron"
