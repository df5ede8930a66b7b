"""What is held, what passes, and that every reason points at the original words."""

from __future__ import annotations

import pytest

from dateline.lib.skeleton import skeleton
from dateline.screening import LONGEST, Reason, Submission, Verdict, screen
from dateline.screening.phases import PHASES

SCAM = (
    "Google is paying $97 per hour, with weekly payouts. Last month I earned $9,752 and bought a brand new car. "
    "It is the most comfortable job. ➽➽ http://jobs.example/easy ★✫★★✫★"
)


def known(text: str, **more: object) -> Verdict:
    """Screen the words of somebody who was accepted before."""
    return screen(Submission(text=text, **{"accepted": 3, **more}))  # type: ignore[arg-type]


def marked(text: str, verdict: Verdict) -> list[str]:
    return [text[start:end] for reason in verdict.reasons for start, end in reason.spans]


def test_ordinary_words_of_a_known_author_are_published():
    assert known("The water has fallen by 20 cm since noon.").reasons == ()


def test_a_first_comment_waits():
    verdict = screen(Submission(text="Good morning."))
    assert verdict.outcome == "hold"
    assert [reason.code for reason in verdict.reasons] == ["first-comment"]


def test_staff_are_not_made_to_wait():
    assert screen(Submission(text="See https://example.org", trusted=True)).outcome == "publish"


def test_a_first_link_waits_and_a_later_one_does_not():
    text = "The figures: https://water.example/levels"
    first = screen(Submission(text=text, hold_first=False))
    assert first.outcome == "hold"
    assert marked(text, first) == ["https://water.example/levels"]
    assert known(text).outcome == "publish"


def test_a_first_link_to_a_mailbox_waits_too():
    assert screen(Submission(text="[Write to me](mailto:win@money.example)", hold_first=False)).outcome == "hold"


def test_a_job_scam_is_spam_whoever_sends_it():
    verdict = known(SCAM)
    assert (verdict.outcome, verdict.kind) == ("hold", "spam")
    assert "$97 per hour" in marked(SCAM, verdict)


@pytest.mark.parametrize(
    "text",
    [
        "I made $5000 with bitcoin trading, contact him on WhatsApp +1 (555) 010-9988",
        "Guaranteed profit with crypto investment, text Mr John at +44 7700 900123",
        "Ｇoogle is paying 97$ per hour from home, weekly payouts",
        "Work from home and earn 300 dollars a day, instant payouts www.example.biz",
    ],
)
def test_other_offers_of_easy_money_wait(text: str):
    assert (known(text).outcome, known(text).kind) == ("hold", "spam")


@pytest.mark.parametrize("text", ["visit mysite (dot) com", "visit mysite[dot]com now"])
def test_a_spelled_out_address_waits(text: str):
    assert known(text).outcome == "hold"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("You are an idiot.", "idiot"),
        ("you are such a complete moron", "moron"),
        ("You аre an idіot", "idіot"),
        ("you i\u200bd\u200biot", "i\u200bd\u200biot"),
        ("𝕪𝕠𝕦 𝕞𝕠𝕣𝕠𝕟", "𝕞𝕠𝕣𝕠𝕟"),
        ("Go home and drop dead", "drop dead"),
        ("You dirty rats", "You dirty rats"),
    ],
)
def test_an_insult_thrown_at_somebody_waits_and_is_pointed_at(text: str, word: str):
    verdict = known(text)
    assert (verdict.outcome, verdict.kind) == ("hold", "abuse")
    assert word in marked(text, verdict)


HARD_NEGATIVES = [
    "At least 40 people were killed and 112 wounded in the shelling of the market, the hospital said.",
    "The bodies of three men were found in the cellar; police say they drowned.",
    "Scunthorpe, Penistone and Cockermouth were cut off, and so was Bitche in Lorraine.",
    "My aunt lives in Fucking, Austria, now spelled Fugging.",
    "The minister called him “an idiot and a clown”, on the record.",
    '"You are a moron", he shouted at the mayor, says the protocol.',
    "> you idiot\n\nPlease do not talk like this to other readers.",
    "The minimum wage is 12 € per hour, and nurses earn a little more.",
    "The dam costs $4 million per year. Who pays?",
    "You can see the rats in the flooded cellar, it is horrible.",
    "Your figure is wrong: it is 6.2 m, see https://water.example/bridge",
    "Твой дом под водой? Мы можем помочь, звоните.",
    "Ο ποταμός ανεβαίνει, προσοχή στη γέφυρα.",
    "می‌خواهم بدانم پل باز است یا نه 👩‍👩‍👧‍👦",
    "Das ist doch kein Damm, das ist ein Deich!",
    "As a gay man I was glad to read this; queer people were flooded out too.",
    "I disagree with every word of this article, and with you.",
    "It was pathetic weather. Nobody came.",
    "He worked as a pig farmer and lost 200 pigs to the flood.",
    "Trump, Putin, Nazis, war crimes: the report names who said what.",
    "We ain't never seen water like dat, y'all be safe",
    "Call the helpline 116 123, free and open at night.",
]


@pytest.mark.parametrize("text", HARD_NEGATIVES)
def test_news_and_heat_are_not_abuse(text: str):
    assert known(text).outcome == "publish", known(text).reasons


def test_the_same_words_again_wait():
    text = "Everybody on the west bank should sign the petition at the town hall today."
    assert known(text, earlier=("Thanks.", text.upper())).outcome == "hold"
    assert known("Thanks a lot!", earlier=("Thanks a lot!",)).outcome == "publish"


def test_a_filled_trap_waits():
    assert known("hello", trap=True).kind == "spam"


def test_what_is_too_long_to_read_waits_though_its_end_is_clean():
    assert known("a " * LONGEST).outcome == "hold"


def test_a_phase_that_fails_holds_the_comment_and_is_named():
    def broken(submission: Submission, view: object) -> list[Reason]:
        raise RuntimeError("broken")

    verdict = screen(Submission(text="hello", accepted=3), [*PHASES, ("broken", broken)])
    assert verdict.outcome == "hold"
    assert (verdict.kind, verdict.reasons[-1].code) == ("fault", "phase-failed")
    assert "broken" in verdict.reasons[-1].told


def test_a_machine_never_rejects():
    worst = screen(Submission(text=SCAM + " you idiot", author_name="http://x.example", trap=True, hold_all=True))
    assert worst.outcome == "hold"


def test_names_that_look_alike_have_one_skeleton():
    assert (
        len({skeleton(name) for name in ("Ada Marsh", "ada.marsh", "Аdа Mаrsh", "A\u200bda Marsh", "𝔸da Marsh")}) == 1
    )
    assert skeleton("Ada Marsh") != skeleton("Ben Marsh")
