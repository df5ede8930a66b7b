"""Every sentence of the interface stands in every language that a newsroom may choose, and fits where it is printed."""

from __future__ import annotations

import os
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.utils import translation

from dateline.lib.catalogues import FOLDER, CannotCompile, compile_stale, is_stale, sources
from tests.languages import unmarked
from tests.languages.catalogues import (
    PLURALS,
    brought_up_to_date,
    empty,
    faults,
    key_of,
    path_of,
    read,
    translations,
)
from tests.languages.extraction import Message, NotLiteral, in_code, in_template, messages
from tests.languages.merging import merged

ROOT = Path(__file__).resolve().parent.parent
WANTED = messages(ROOT)
LANGUAGES = sorted(code for code, _name in settings.LANGUAGES if code != "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_says_everything_and_nothing_else(language: str) -> None:
    assert list(faults(read(path_of(ROOT, language)), language, WANTED)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_lies_there_as_bin_messages_writes_it(language: str, tmp_path: Path) -> None:
    path = path_of(ROOT, language)
    catalogue = read(path)
    brought_up_to_date(catalogue, language, WANTED)
    catalogue.save(str(tmp_path / "django.po"))
    assert (tmp_path / "django.po").read_text(encoding="utf-8") == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_program_says_is_what_our_catalogue_says(language: str) -> None:
    """Django and Wagtail have words of their own for some of ours, and each its own rule for plurals."""
    with translation.override(language):
        for entry in read(path_of(ROOT, language)):
            assert said(entry) in translations(entry)


def said(entry: polib.POEntry) -> str:
    """What gettext makes of an entry, for one of whatever it counts."""
    if entry.msgid_plural:
        return translation.ngettext(entry.msgid, entry.msgid_plural, 1)
    return translation.pgettext(entry.msgctxt, entry.msgid) if entry.msgctxt else translation.gettext(entry.msgid)


def test_newsrooms_may_choose_what_is_translated_and_nothing_else() -> None:
    assert set(LANGUAGES) == set(PLURALS)
    assert {source.parent.parent.name for source in sources()} == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("package", ["django.conf", "wagtail.admin", "wagtail.images", "allauth"])
def test_what_we_stand_on_speaks_the_language_too(package: str, language: str) -> None:
    place = Path(__import__(package, fromlist=["_"]).__file__).parent
    assert (place / "locale" / language / "LC_MESSAGES" / "django.mo").exists()


@pytest.mark.parametrize(
    ("language", "number", "form"),
    [
        *[("de", 0, 1), ("de", 1, 0), ("de", 2, 1), ("es", 0, 1), ("fr", 0, 0), ("fr", 2, 1)],
        *[("uk", 1, 0), ("uk", 3, 1), ("uk", 12, 2), ("uk", 21, 0), ("uk", 25, 2)],
        *[("ar", 0, 0), ("ar", 1, 1), ("ar", 2, 2), ("ar", 7, 3), ("ar", 14, 4), ("ar", 100, 5)],
    ],
)
def test_numbers_take_the_form_that_the_language_has_for_them(language: str, number: int, form: int) -> None:
    entry = read(path_of(ROOT, language)).find("%(number)s reply")
    assert entry is not None
    with translation.override(language):
        assert translation.ngettext(entry.msgid, entry.msgid_plural, number) == entry.msgstr_plural[form]


def test_nobody_sees_words_that_were_not_handed_to_gettext() -> None:
    assert [str(breach) for breach in unmarked.unmarked(ROOT)] == []


PLANTED = [
    ("in_templates", "dateline/front/templates/front/x.html", "<p>Give to us</p>"),
    ("in_templates", "dateline/front/templates/front/x.html", "<p>{{ number }} comments</p>"),
    ("in_templates", "dateline/front/templates/front/x.html", "{% block title %}Give{% endblock %}"),
    ("in_templates", "dateline/front/templates/front/x.html", '<input placeholder="Your name">'),
    ("in_templates", "dateline/front/templates/front/x.html", '<nav aria-label="Sections {{ x }}">'),
    ("in_templates", "dateline/front/templates/front/x.html", '<input type="submit" value="Send">'),
    ("in_templates", "dateline/front/templates/front/x.html", '<meta name="description" content="A newspaper">'),
    ("in_templates", "dateline/people/templates/account/email/x.txt", "Here is your code: {{ code }}"),
    ("in_code", "dateline/people/forms.py", 'name = CharField(label="Your name")'),
    ("in_code", "dateline/people/forms.py", 'raise ValidationError("This is no name.")'),
    ("in_code", "dateline/people/forms.py", 'raise ValidationError(f"{name} is no name.")'),
    ("in_code", "dateline/people/views.py", 'messages.success(request, "It is done.")'),
    ("in_code", "dateline/people/models/x.py", 'class Kind(models.TextChoices):\n    HELD = "held", "Waiting"'),
    ("in_code", "dateline/people/models/x.py", 'class Meta:\n    x = 1\nx = CharField(help_text="Shown to readers.")'),
    ("in_scripts", "dateline/front/static/front/x.js", 'button.textContent = "Show new comments";'),
    ("in_scripts", "dateline/front/static/front/x.js", 'dot.setAttribute("aria-label", "New");'),
    ("in_scripts", "dateline/front/static/front/x.js", 'label(words.close ?? "Close");'),
]
INNOCENT = [
    (
        "dateline/front/templates/front/x.html",
        '<p title="{% translate "Give" %}">{% blocktranslate %}Give{% endblocktranslate %}</p>',
    ),
    (
        "dateline/front/templates/front/x.html",
        "{% block body_class %}page-account{% endblock %}<code>dateline serve</code>",
    ),
    ("dateline/front/templates/front/x.html", '<button name="choice" value="hold">{% translate "Hold" %}</button>'),
    (
        "dateline/front/templates/front/x.html",
        "{# a note #}{% comment %}a longer one{% endcomment %} · {{ number }}&nbsp;",
    ),
    ("dateline/people/forms.py", 'name = CharField(label=_("Your name"), title=title)\nlog.error("It broke.")'),
    ("dateline/imports/actions.py", 'raise ValidationError("Line 4 is no report.")'),
    ("dateline/front/static/front/x.js", 'line.textContent = line.dataset.show; place.className = "Wide";'),
]


@pytest.mark.parametrize(("law", "name", "content"), PLANTED)
def test_words_that_were_not_handed_to_gettext_are_found(law: str, name: str, content: str, tmp_path: Path) -> None:
    plant(tmp_path, name, content)
    assert [breach.path for breach in getattr(unmarked, law)(tmp_path)] == [name]


@pytest.mark.parametrize(("name", "content"), INNOCENT)
def test_what_is_translated_or_nobody_sees_is_let_stand(name: str, content: str, tmp_path: Path) -> None:
    plant(tmp_path, name, content)
    assert unmarked.unmarked(tmp_path) == []


def plant(tree: Path, name: str, content: str) -> None:
    path = tree / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")


ONE = Message("Give %(amount)s to <b>%(name)s</b>")
MANY = Message("%(number)s reply", "%(number)s replies")


def fault_of(message: Message, *written: str, fuzzy: bool = False, language: str = "uk") -> str:
    """The first fault of a catalogue of one message, or of none."""
    catalogue = empty(language)
    entry = polib.POEntry(msgid=message.sentence, msgid_plural=message.plural, flags=["fuzzy"] if fuzzy else [])
    entry.msgstr = written[0] if written and not message.plural else ""
    entry.msgstr_plural = dict(enumerate(written)) if message.plural else {}
    if written:
        catalogue.append(entry)
    return next(iter(faults(catalogue, language, {message.key: message})), "").split(":")[0]


def test_a_translation_that_fits_has_no_fault() -> None:
    assert fault_of(ONE, "Дати <b>%(name)s</b> %(amount)s") == ""
    assert fault_of(MANY, "одна відповідь", "%(number)s відповіді", "%(number)s відповідей") == ""


@pytest.mark.parametrize(
    ("message", "written", "fault"),
    [
        (ONE, (), "missing"),
        (ONE, ("",), "untranslated"),
        (ONE, ("Дати <b>%(name)s</b>",), "slots differ"),
        (ONE, ("Дати %(amount)s для <b>%(who)s</b>",), "slots differ"),
        (ONE, ("Дати %(amount)d для <b>%(name)s</b>",), "slots differ"),
        (ONE, ("Дати %(amount)s для <i>%(name)s</i>",), "markup differs"),
        (ONE, ("Дати %(amount)s для <b>%(name)s",), "markup differs"),
        (ONE, ("Дати %(amount)s для <b>%(name)s</b> ",), "edges differ"),
        (Message("{day}: %s"), ("%s",), "slots differ"),
        (MANY, ("%(number)s відповідь", "%(number)s відповіді"), "needs 3 forms"),
        (MANY, ("%(number)s відповідь", "%(number)s відповіді", ""), "untranslated"),
        (MANY, ("%(number)s відповідь", "%(number)s відповіді", "%(count)s"), "slots differ"),
    ],
)
def test_a_translation_that_does_not_fit_is_found(message: Message, written: tuple[str, ...], fault: str) -> None:
    assert fault_of(message, *written) == fault


def test_a_translation_that_is_unsure_is_found() -> None:
    assert fault_of(Message("Give"), "Дати", fuzzy=True) == "unsure"


def test_a_translation_of_what_nobody_says_any_more_is_found() -> None:
    catalogue = empty("de")
    catalogue.append(polib.POEntry(msgid="Gone", msgstr="Weg"))
    assert list(faults(catalogue, "de", {})) == ["nobody says any more: 'Gone'"]


def test_a_rule_for_plurals_that_is_not_the_languages_is_found() -> None:
    catalogue = empty("uk")
    catalogue.metadata["Plural-Forms"] = PLURALS["de"]
    assert list(faults(catalogue, "uk", {})) == [f"Plural-Forms should be {PLURALS['uk']}"]


def test_bringing_a_catalogue_up_to_date_keeps_what_is_translated() -> None:
    catalogue = empty("de")
    catalogue.append(polib.POEntry(msgid="Give", msgstr="Spenden"))
    catalogue.append(polib.POEntry(msgid="Gone", msgstr="Weg"))
    wanted = {message.key: message for message in (Message("Give"), Message("Back"), MANY)}
    assert brought_up_to_date(catalogue, "de", wanted) == 2
    assert [key_of(entry)[1] for entry in catalogue] == ["%(number)s reply", "Back", "Give"]
    assert translations(catalogue[2]) == ["Spenden"]


def catalogue_of(**said: str) -> polib.POFile:
    catalogue = empty("de")
    catalogue.extend(polib.POEntry(msgid=sentence, msgstr=words) for sentence, words in said.items())
    return catalogue


def test_branches_that_both_add_sentences_are_merged() -> None:
    base = catalogue_of(Back="Zurück", Gone="Weg", Give="Geben")
    ours = catalogue_of(Back="Zurück", Gone="Weg", Give="Spenden", Mine="Meines")
    theirs = catalogue_of(Back="Retour", Give="Geben", Yours="Ihres")
    assert merged(base, ours, theirs)
    assert [(entry.msgid, entry.msgstr) for entry in ours] == [
        ("Back", "Retour"),
        ("Give", "Spenden"),
        ("Mine", "Meines"),
        ("Yours", "Ihres"),
    ]


def test_branches_that_say_one_thing_in_two_ways_are_left_to_a_person() -> None:
    ours = catalogue_of(Give="Spenden")
    assert not merged(catalogue_of(Give="Geben"), ours, catalogue_of(Give="Schenken"))
    assert ours[0].msgstr == "Spenden"


def test_messages_are_found_wherever_they_are_handed_over() -> None:
    code = (
        'a = _("One")\nb = ngettext("a reply", "replies", n)\nc = pgettext_lazy("byline", "By")\nd = x.gettext("Two")'
    )
    assert [message for _line, message in in_code(code)] == [
        Message("One"),
        Message("a reply", "replies"),
        Message("By", context="byline"),
        Message("Two"),
    ]
    page = (
        "{% load i18n %}<p title=\"{% translate 'It (still) isn’t' %}\">\n"
        "{% blocktranslate count n=x trimmed %}\n one {{ a }}\n"
        '{% plural %}{{ n }} of {{ a }}{% endblocktranslate %}{% translate "By" context "byline" as by %}{{ _("Two") }}'
    )
    assert [message for _line, message in in_template(page)] == [
        Message("It (still) isn’t"),
        Message("one %(a)s", "%(n)s of %(a)s"),
        Message("By", context="byline"),
        Message("Two"),
    ]


def test_a_sentence_that_is_put_together_cannot_be_translated() -> None:
    with pytest.raises(NotLiteral, match="must be written out"):
        list(in_code('x = _(f"{n} replies")'))


def test_compiling_is_done_once_and_again_after_a_change(tmp_path: Path) -> None:
    path = tmp_path / "de" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    empty("de").save(str(path))
    assert [made.name for made in compile_stale(tmp_path)] == ["django.mo"]
    assert compile_stale(tmp_path) == []
    written = path.with_suffix(".mo").stat().st_mtime_ns
    os.utime(path, ns=(written + 1, written + 1))
    assert is_stale(path)


def test_a_catalogue_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "de" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    path.write_text('msgid "Give\nmsgstr', encoding="utf-8")
    with pytest.raises(CannotCompile, match=r"de/LC_MESSAGES/django.po could not be compiled"):
        compile_stale(tmp_path)
    assert [left.name for left in path.parent.iterdir()] == ["django.po"]


def test_where_translations_lie_is_where_django_looks() -> None:
    assert settings.LOCALE_PATHS == [FOLDER]
