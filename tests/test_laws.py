"""The house keeps its laws, and each law catches who breaks it."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.laws import LAWS, budgets
from tests.laws.exceptions import ALLOWED
from tests.laws.house import ROOMS, Breach
from tests.laws.manners import REGISTRIES

ROOT = Path(__file__).resolve().parent.parent
LONG = "\n".join(["def long() -> None:", *["    pass"] * 60])

# law, file, content: each of these breaks exactly that law.
PLANTED = [
    ("law_lines", "dateline/atlas/__init__.py", '"""Whatever comes to mind."""'),
    ("law_lines", "dateline/atlas/__init__.py", ""),
    ("upward_relations", "dateline/atlas/models.py", 'x = models.ForeignKey("reports.ReportPage", models.CASCADE)'),
    ("upward_relations", "dateline/funding/models.py", 'x = ParentalKey("discussion.Thread")'),
    ("upward_relations", "dateline/people/models.py", 'x = apps.get_model("reports", "ReportPage")'),
    ("upward_reversals", "dateline/discussion/views.py", 'x = reverse("moderation:queue")'),
    ("upward_reversals", "dateline/reports/views.py", 'x = redirect("funding:give")'),
    ("upward_dotted_names", "dateline/delivery/paths.py", 'x = import_string("dateline.front.pages.render")'),
    ("upward_templates", "dateline/reports/templates/reports/_x.html", '{% include "funding/_meter.html" %}'),
    ("upward_templates", "dateline/atlas/templates/atlas/_x.html", "{% load i18n reports %}"),
    ("upward_templates", "dateline/people/templates/people/_x.html", '{% extends "front/frame.html" %}'),
    ("upward_templates", "dateline/discussion/templates/discussion/_x.html", "{% url 'moderation:queue' %}"),
    ("reads_in_thin_modules", "dateline/reports/views.py", "x = ReportPage.objects.filter(live=True)"),
    ("reads_in_thin_modules", "dateline/reports/templatetags/reports.py", "x = pages.exclude(live=True)"),
    ("reads_in_thin_modules", "dateline/imports/management/commands/x.py", "x = pages.filter(live=True)"),
    ("clocks_at_import", "dateline/funding/month.py", "THIS_MONTH = timezone.now().month"),
    ("clocks_at_import", "dateline/funding/month.py", "def month(at=datetime.now()):\n    return at"),
    ("clocks_at_import", "dateline/funding/month.py", "class Month:\n    at = date.today()"),
    ("model_signals", "dateline/reports/models.py", "from django.db.models.signals import post_save"),
    ("imports_in_functions", "dateline/people/actions.py", "def f():\n    import json"),
    ("drawers", "dateline/reports/utils.py", ""),
    ("drawers", "dateline/reports/helpers/dates.py", ""),
    ("machine_names", "docs/start.md", "Put it into /home/ada/dateline."),
    ("machine_names", "requirements/base.in", f"--index-url https://{REGISTRIES[0]}/simple"),
    ("inline_code", "dateline/front/templates/reports/report.html", "<script>alert(1)</script>"),
    ("inline_code", "dateline/front/templates/reports/report.html", '<p style="color: red">'),
    ("inline_code", "dateline/front/templates/reports/report.html", '<a onclick="go()">'),
    ("inline_code", "dateline/front/templates/reports/report.html", "<style>p {}</style>"),
    ("shouting", "dateline/front/static/front/x.css", "p { color: red !important; }"),
    ("shouting", "dateline/front/static/front/x.css", "#masthead { color: red; }"),
    ("physical_sides", "dateline/front/static/front/x.css", "p { margin-left: 1rem; }"),
    ("physical_sides", "dateline/front/static/front/x.css", "p { text-align: right; }"),
    ("physical_sides", "dateline/front/static/front/x.css", "p { position: absolute; left: 0; }"),
    ("script_knots", "dateline/front/static/front/x.js", 'import { x } from "./x.js";'),
    ("over_budget", "dateline/lib/long.py", LONG),
    ("over_budget", "dateline/front/templates/front/long.html", "<p>\n" * 161),
]

# What looks like a breach and is none.
INNOCENT = [
    ("upward_relations", "dateline/reports/models.py", 'x = models.ForeignKey("atlas.DrawnMap", models.CASCADE)'),
    ("upward_templates", "dateline/front/templates/reports/report.html", '{% include "discussion/_thread.html" %}'),
    ("clocks_at_import", "dateline/funding/month.py", "def month():\n    return timezone.now()"),
    ("reads_in_thin_modules", "dateline/reports/models.py", "x = self.filter(live=True)"),
    ("reads_in_thin_modules", "dateline/reports/templatetags/x.py", 'register.filter("iso", str)'),
    ("inline_code", "dateline/front/templates/reports/x.html", '<script type="application/ld+json">{}</script>'),
    ("inline_code", "dateline/front/templates/reports/x.html", '<script type="module" src="/static/x.js"></script>'),
    ("shouting", "dateline/front/static/front/x.css", "p { color: #a0b0c0; } /* never !important */"),
    ("physical_sides", "dateline/front/static/front/x.css", "p { margin-inline-start: 1rem; text-align: start; }"),
]


def plant(tree: Path, name: str, content: str) -> None:
    path = tree / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")


def unexcused(breaches: list[Breach]) -> list[str]:
    return [str(breach) for breach in breaches if f"{breach.path}: {breach.what}" not in ALLOWED]


@pytest.mark.parametrize("law", LAWS)
def test_the_house_keeps_its_law(law: str) -> None:
    assert unexcused(list(LAWS[law](ROOT))) == []


@pytest.mark.parametrize(("law", "name", "content"), PLANTED)
def test_a_planted_breach_is_caught(tmp_path: Path, law: str, name: str, content: str) -> None:
    plant(tmp_path, name, content)
    assert [breach.path for breach in LAWS[law](tmp_path)] == [name]


@pytest.mark.parametrize(("law", "name", "content"), INNOCENT)
def test_what_keeps_the_law_is_left_in_peace(tmp_path: Path, law: str, name: str, content: str) -> None:
    plant(tmp_path, name, content)
    assert list(LAWS[law](tmp_path)) == []


def test_every_law_has_a_planted_breach() -> None:
    assert {law for law, _name, _content in PLANTED} == set(LAWS)


def test_every_exception_is_still_needed() -> None:
    found = {f"{breach.path}: {breach.what}" for law in LAWS.values() for breach in law(ROOT)}
    assert set(ALLOWED) <= found
    assert all(ALLOWED.values())


def test_the_order_of_rooms_is_the_one_that_import_linter_holds() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    told = [{room.strip() for room in layer.split("|")} for layer in layers if layer != "__main__"]
    assert told == [set(rooms) for rooms in ROOMS]


def test_budgets_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        sys.stdout.write(f"\n{budgets.report(ROOT)}\n")


IMPORTS = [
    ("A room imports only what stands below it", "dateline/atlas/planted.py", "import dateline.reports"),
    ("A room imports only what stands below it", "dateline/funding/planted.py", "import dateline.discussion"),
    ("Screening, reading and lib know no framework", "dateline/screening/planted.py", "import django"),
    ("Only funding knows a payment kit", "dateline/reports/planted.py", "import stripe"),
    ("No room holds a knot", "dateline/lib/planted.py", "import dateline.lib.planted_too"),
]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Rooms with nothing in them, under the contracts of the real ones."""
    tree = tmp_path_factory.mktemp("house")
    shutil.copy(ROOT / "pyproject.toml", tree)
    plant(tree, "dateline/__init__.py", "")
    plant(tree, "dateline/__main__.py", "")
    for room in [room for rooms in ROOMS for room in rooms]:
        plant(tree, f"dateline/{room}/__init__.py", "")
    plant(tree, "dateline/atlas/gazetteer/__init__.py", "")
    plant(tree, "dateline/lib/planted_too.py", "import dateline.lib.planted")
    return tree


def contracts_broken(tree: Path) -> str:
    linter = Path(sys.executable).with_name("lint-imports")
    return subprocess.run([linter, "--no-cache"], cwd=tree, capture_output=True, text=True, check=False).stdout


@pytest.mark.parametrize(("contract", "name", "content"), IMPORTS)
def test_a_planted_import_is_caught(house: Path, contract: str, name: str, content: str) -> None:
    plant(house, name, content)
    told = contracts_broken(house)
    (house / name).unlink()
    assert f"{contract} BROKEN" in told
