"""The documentation is part of the program: whatever a person can set, call or be told has its heading."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage

from dateline.discussion.device import COOKIE, TWO_YEARS
from dateline.funding.actions.refunding import BY_HAND
from dateline.funding.providers import configured
from dateline.imports.formats import FORMATS
from dateline.people.hint import HINT
from dateline.screening.measure.opinions import model_version
from dateline.screening.phases import PHASES

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
READERS = re.compile(r"""\benv_(?:str|address|bool|int|list|choice|folder)\(\s*["']([A-Z][A-Z0-9_]+)["']""")
EDITORS_OWN_COOKIES = {"wagtail_sidebar_collapsed"}  # set by its script
CHECK_ID = re.compile(r"""\bid=["'](dateline\.[EWI]\d{3})["']""")


def headings(page: str) -> set[str]:
    """What the headings of a page say, without the marks of code."""
    return set(titles(page))


def titles(page: str) -> list[str]:
    """The same, in their order."""
    return re.findall(r"^#+ `?(.+?)`?$", (DOCS / page).read_text(encoding="utf-8"), re.M)


def found(pattern: re.Pattern[str]) -> set[str]:
    """What the code of the house says, tests left out."""
    modules = (path for path in (ROOT / "dateline").rglob("*.py") if "tests" not in path.parts)
    return {name for path in modules for name in pattern.findall(path.read_text(encoding="utf-8"))}


def commands() -> set[str]:
    """Our own commands by name."""
    paths = (ROOT / "dateline").glob("*/management/commands/*.py")
    return {f"dateline {path.stem}" for path in paths if not path.stem.startswith("_")}


def requirements(lock: str) -> set[str]:
    """The names that a list of wishes holds."""
    lines = (ROOT / "requirements" / lock).read_text(encoding="utf-8").splitlines()
    return {re.split(r"[\[~=<>; ]", line)[0] for line in lines if line and not line.startswith(("-", "#"))}


def test_every_setting_is_explained() -> None:
    assert found(READERS) - headings("settings.md") == set()


def test_no_setting_is_explained_that_is_not_there() -> None:
    told = {name for name in headings("settings.md") if re.fullmatch(r"[A-Z][A-Z0-9_]+", name)}
    assert told - found(READERS) == set()


def test_every_check_is_explained() -> None:
    told = {name for name in headings("settings.md") if name.startswith("dateline.")}
    assert told == found(CHECK_ID)


def test_every_command_is_explained() -> None:
    assert commands() - headings("commands.md") == set()


def test_every_importer_is_explained() -> None:
    assert set(FORMATS) - headings("imports.md") == set()


def test_every_way_that_money_comes_is_explained() -> None:
    assert {*BY_HAND, *(provider.name for provider in configured())} - headings("giving.md") == set()


def cookies() -> dict[str, int]:
    """The cookies that the documentation tells, each with its days."""
    text = (DOCS / "privacy.md").read_text(encoding="utf-8")
    return {name: int(days) for name, days in re.findall(r"^\| `(\w+)` \|.+\| (\d+) \|$", text, re.M)}


def cookies_we_set() -> set[str]:
    """The names that our code gives cookies, each written as a constant of the module that sets it."""
    modules = (path for path in (ROOT / "dateline").rglob("*.py") if "tests" not in path.parts)
    return {name for path in modules for name in set_in(path.read_text(encoding="utf-8"))}


def set_in(code: str) -> set[str]:
    """The cookies that a module sets; one whose name cannot be read off is told by its expression."""
    constants = dict(re.findall(r"""^([A-Z_]+) = ["'](\w+)["']$""", code, re.M))
    return {constants.get(word, word) for word in re.findall(r"\.set_(?:signed_)?cookie\(\s*([^,)\s]+)", code)}


def test_every_cookie_is_explained_and_none_that_is_not_there() -> None:
    frameworks = {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, CookieStorage.cookie_name}
    assert cookies_we_set() >= {COOKIE, HINT}
    assert set(cookies()) == cookies_we_set() | frameworks | EDITORS_OWN_COOKIES


def test_cookies_live_as_long_as_is_told() -> None:
    told, day = cookies(), 24 * 3600
    assert told[COOKIE] == TWO_YEARS / day
    assert told[HINT] == told[settings.SESSION_COOKIE_NAME] == settings.SESSION_COOKIE_AGE / day
    assert told[settings.CSRF_COOKIE_NAME] == settings.CSRF_COOKIE_AGE / day


def test_the_screening_policy_is_explained_in_its_order() -> None:
    phases = [name for name, _phase in PHASES]
    assert [title for title in titles("screening.md") if title in phases] == phases


def test_the_model_card_is_of_the_edition_that_ships() -> None:
    told = "what `python -m dateline.screening.card` and `python -m dateline.screening.tests.card` print goes there"
    assert f"\nEdition `{model_version()}`" in (DOCS / "model-card.md").read_text(encoding="utf-8"), told


def test_decisions_are_numbered_without_a_gap() -> None:
    pages = sorted(path.name for path in (DOCS / "decisions").glob("*.md"))
    assert [int(name[:4]) for name in pages] == list(range(1, len(pages) + 1))
    for number, name in enumerate(pages, 1):
        assert titles(f"decisions/{name}")[0].startswith(f"{number}. "), name


@pytest.mark.parametrize("lock", ["base.in", "dev.in"])
def test_every_dependency_says_why_it_is_here(lock: str) -> None:
    told = set(re.findall(r"^\| ([\w.-]+) \|", (DOCS / "dependencies.md").read_text(encoding="utf-8"), re.M))
    assert requirements(lock) - told == set()


@pytest.mark.parametrize(
    "page", sorted(path.relative_to(ROOT).as_posix() for path in [*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
)
def test_every_link_within_the_repository_leads_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    targets = [target.split("#")[0] for target in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in target]
    assert [target for target in targets if target and not (ROOT / page).parent.joinpath(target).exists()] == []


def test_the_locks_name_versions_and_hashes_only() -> None:
    for lock in (ROOT / "requirements").glob("*.txt"):
        assert "://" not in lock.read_text(encoding="utf-8"), lock.name
