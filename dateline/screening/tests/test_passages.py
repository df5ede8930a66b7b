"""An insult does not pass for want of a preface in another language."""

from __future__ import annotations

import pytest

from dateline.screening import Submission, screen

ATTACK = (
    "You are such a pathetic idiot and everybody hates you, crawl back under your rock you worthless piece of garbage, "
    "nobody wants you here."
)
SPANISH = (
    "Hola a todos. Me gusta mucho este artículo sobre el río. Gracias por la información. Vivo cerca del puente. "
    "Mañana iremos a ver el agua."
)


def known(text: str):
    return screen(Submission(text=text, accepted=3))


@pytest.mark.parametrize("text", ["汉" * 60 + ATTACK, ATTACK + " " + "汉" * 160, f"{SPANISH} {ATTACK}"])
def test_what_is_in_a_language_that_is_read_is_read(text: str):
    assert "model-abuse" in [reason.code for reason in known(text).reasons]


@pytest.mark.parametrize(
    "text", [SPANISH, "Ceci est un commentaire en français. Merci beaucoup pour l'article.", "汉" * 60]
)
def test_where_nothing_is_that_is_said(text: str):
    verdict = known(text)
    assert [reason.code for reason in verdict.reasons] == ["abstained"]
    assert verdict.outcome == "publish"


def test_a_quotation_in_another_language_changes_nothing():
    text = "The mayor wrote “Gracias por la información, vivo cerca del puente”, and that was all."
    assert known(text).reasons == ()


MIXED = [
    "Thank you for the report about the dyke. Du bist ein widerlicher Drecksack, verpiss dich.",
    "Thank you for the report about the dyke.\nDu bist ein widerlicher Drecksack, verpiss dich.",
    f"Danke für den ausführlichen Bericht über den Deich, den wir alle sehr gern gelesen haben. {ATTACK}",
]


@pytest.mark.parametrize("text", MIXED)
def test_a_polite_sentence_in_one_language_hides_nothing_in_another_that_is_read(text: str):
    verdict = known(text)
    assert verdict.outcome == "hold"
    assert "model-abuse" in [reason.code for reason in verdict.reasons]


@pytest.mark.parametrize(
    "text",
    [
        "Thank you. Wir sehen uns in Hamburg bei der Deichschau, ich freue mich.",
        "Die Feuerwehr schrieb: The pump is back in service tomorrow. Das klingt gut.",
    ],
)
def test_two_languages_alone_are_no_offence(text: str):
    assert known(text).reasons == ()
