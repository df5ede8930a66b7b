"""Which language a comment is in: what the heads of the model may be asked about."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.screening.model.language import LANGUAGES, language_of
from dateline.screening.model.languages.looks import WORDS
from dateline.screening.view import view_of

from .texts_by_language import LATIN, OTHER, lines_of

# Readers of a language tell these apart, and no head was taught any of them.
NEIGHBOURS = [{"da", "no"}, {"cs", "sk", "sl"}, {"nl", "af"}, {"hr", "sl"}]

SLANG = """
u r sooo dum lol
stfu
ur such a loser omg
wtf is wrong w u ppl
lmao dis dude trippin
aint nobody got time 4 that
go kys nobody likes u
u mad bro? cry moar
smh these clowns
idgaf what u think
dat bitch be crazy tho
yall some broke ass hoes
tbh ur mom shoulda swallowed
gtfo outta here
nah fam he cappin
imma slap the taste outta ur mouth
wat a moron hahaha
dey all liars n thieves
ppl like u r y we cant have nice things
thx 4 nuthin jackass
""".strip().splitlines()

OBFUSCATED = """
1d10t
y0u 4r3 5uch 4 l0s3r
f*ck you and your sh!tty paper
what an a$$hole
you stuuuupid biiiitch
s t u p i d
s.t.f.u
ｙｏｕ ａｒｅ ａｎ ｉｄｉｏｔ
𝖄𝖔𝖚 𝖆𝖗𝖊 𝖆𝖓 𝖎𝖉𝖎𝖔𝖙
yоu аrе а mоrоn
y​o​u are a cl​own
fück yöu ässhölë, you ärë só dümb
Y0U SUCK S0 MUCH
d1e in a f1re
""".strip().splitlines()

GERMAN = """
Ich bin nicht einverstanden, die Stadt hat schon vor zwei Jahren eine neue Schule versprochen.
Immer zahlen dieselben
so ein bloedsinn, halt die klappe
was fuer ein Depp
Haste Recht, digga
Des is doch a Schmarrn, des glaubt doch koana mehr
Danke für den Artikel, endlich erklärt es jemand.
du arschloch
Die Zahl in der zweiten Tabelle ist falsch.
Omg das ist so cringe, voll der Loser ey
""".strip().splitlines()


def told(text: str) -> str:
    return language_of(view_of(text))


def is_right(language: str, found: str) -> bool:
    return found == language or any({language, found} <= those for those in NEIGHBOURS)


@pytest.mark.parametrize("language", [*LATIN, *OTHER])
def test_comments_are_told_by_their_language(language: str):
    """At most two of a dozen are left open or taken for another."""
    wrong = [
        (found, text)
        for name, text in lines_of({**LATIN, **OTHER})
        if name == language and not is_right(language, found := told(text))
    ]
    assert len(wrong) <= 2, wrong


def test_comments_in_other_languages_are_hardly_ever_scored():
    texts = [text for _language, text in lines_of({**LATIN, **OTHER})]
    wrong = [text for text in texts if told(text) in ("en", "de")]
    assert len(wrong) <= len(texts) // 100, wrong


@pytest.mark.parametrize("text", SLANG)
def test_slang_is_english(text: str):
    assert told(text) == "en"


@pytest.mark.parametrize("text", OBFUSCATED)
def test_english_is_english_when_it_hides(text: str):
    assert told(text) == "en"


@pytest.mark.parametrize("text", GERMAN)
def test_german_is_german_also_as_it_is_spoken(text: str):
    assert told(text) == "de"


@pytest.mark.parametrize(
    "text",
    [
        "My grandmother used to say “Тише едешь, дальше будешь”, and I think she was right about this.",
        "The sign says Schadenfreude and nobody here knows what that means, so please explain.",
        "I asked for «un café con leche, por favor» and they gave me tea, what a place.",
        "@naïve_reader see https://beispiel.example/das-ist-nicht-der-weg this is the report that I meant",
        "Łukasz Wiśniewski and Zoë Žižek were both at the meeting, not only the mayor.",
    ],
)
def test_english_that_quotes_another_language_stays_english(text: str):
    assert told(text) == "en"


@pytest.mark.parametrize(
    "text", ["", " ", "👍👍👍", "12:30", "!!!", "https://example.com/a", "@somebody", "No", "Xqz", "a"]
)
def test_too_little_is_told_from_nothing(text: str):
    assert told(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Ny teny malagasy dia fitenin'ny mponina manontolo eto Madagasikara",
        "ތިޔަ ބަލަނީ މި ޞަފްޙާގެ ކުރީގެ",
        "Ua hānau ʻia nā kānaka apau loa me ke kūʻokoʻa",
    ],
)
def test_what_is_known_to_nobody_is_not_scored(text: str):
    assert told(text) not in ("en", "de")


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=300))
def test_any_text_has_an_answer_that_stays_the_same(text: str):
    found = told(text)
    assert found == told(text)
    assert found == "" or found.isalpha()


HOSTILE = ["1", "1,", "a", "a ", "é", "@", "a@", "a-", "www.", "'", "a'", "a*", "&a", "л", "漢", "ab ", "½", "xq ", "ﷺ"]


@pytest.mark.parametrize("run", HOSTILE)
def test_hostile_text_costs_what_other_text_does(run: str, quickest):
    """Twenty times what is promised, for a busy machine: what repeats itself in the patterns would be far above."""
    view = view_of((run * 3_000)[:3_000])
    assert quickest(lambda: language_of(view)) < 0.010


def test_every_language_with_words_has_a_family():
    assert sorted(WORDS) == sorted(language for language, _family in LANGUAGES)
