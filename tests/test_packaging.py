"""A built package holds what the checkout holds: templates, styles, scripts and the sample newsroom, not code alone."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path
from runpy import run_path

from dateline import __version__

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
SETUPTOOLS = PROJECT["tool"]["setuptools"]


def is_packed(path: Path) -> bool:
    """Whether a file that is no module lies in a folder that the package takes along whole."""
    folders = {pattern.removesuffix("/**") for pattern in SETUPTOOLS["package-data"]["*"]}
    return bool(folders.intersection(path.parts))


def test_every_file_that_is_no_module_is_packed() -> None:
    files = [path for path in (ROOT / "dateline").rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    assert [path for path in files if path.suffix != ".py" and not is_packed(path)] == []


def test_what_is_built_holds_the_translations_as_the_program_reads_them(tmp_path: Path) -> None:
    package = tmp_path / "dateline"
    shutil.copytree(ROOT / "dateline" / "locale", package / "locale", ignore=shutil.ignore_patterns("*.mo"))
    run_path(str(ROOT / "setup.py"))["compile_catalogues"](package)
    sources = list(package.rglob("*.po"))
    assert sources
    assert all(source.with_suffix(".mo").stat().st_size > 0 for source in sources)


def test_every_folder_of_modules_is_a_package() -> None:
    folders = {path.parent for path in (ROOT / "dateline").rglob("*.py") if "tests" not in path.parts}
    assert [folder for folder in folders if not (folder / "__init__.py").exists()] == []


def test_the_version_is_said_in_one_place() -> None:
    assert "version" in PROJECT["project"]["dynamic"]
    assert SETUPTOOLS["dynamic"]["version"] == {"attr": "dateline.__version__"}
    assert __version__
