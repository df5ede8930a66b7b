"""What is shipped for whoever runs it: units that systemd takes, and a container's file whose steps can be taken."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

import pytest

pytestmark = pytest.mark.own_database
ROOT = Path(__file__).resolve().parent.parent
UNITS = sorted((ROOT / "deploy").iterdir())
SERVICES = [path for path in UNITS if path.suffix == ".service"]
PROGRAM = "/srv/dateline/.venv/bin/dateline"
MOST_EXPOSED = "20"  # of 100
SYSTEMD = shutil.which("systemd-analyze")
CONTAINER = (ROOT / "Containerfile").read_text(encoding="utf-8")


def analyze(*arguments: object) -> None:
    """Ask systemd; where it is not at home, there is nobody to ask."""
    if SYSTEMD is None:
        return
    done = subprocess.run(
        [SYSTEMD, *map(str, arguments)], capture_output=True, text=True, timeout=60, check=False, env={"PATH": ""}
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_systemd_takes_the_units(tmp_path: Path) -> None:
    for path in UNITS:  # with a program that is there
        (tmp_path / path.name).write_text(path.read_text(encoding="utf-8").replace(PROGRAM, "/bin/true"))
    analyze("verify", *tmp_path.iterdir())


@pytest.mark.parametrize("path", SERVICES, ids=lambda path: path.name)
def test_a_service_may_do_little_beside_its_work(path: Path) -> None:
    analyze("security", "--offline=true", f"--threshold={MOST_EXPOSED}", path)


@pytest.mark.parametrize("path", SERVICES, ids=lambda path: path.name)
def test_a_service_runs_a_command_of_ours(path: Path, tmp_path: Path) -> None:
    (line,) = re.findall(rf"^ExecStart={PROGRAM} (.+)$", path.read_text(encoding="utf-8"), re.M)
    command, *options = line.split()
    told = subprocess.run(
        [sys.executable, "-m", "dateline", command, "--help"],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
        env={"PATH": os.environ["PATH"], "DATELINE_HOME": str(tmp_path), "PYTHONPATH": str(ROOT)},
    )
    assert [option for option in options if option.startswith("--") and option not in told.stdout] == []


def instructions(word: str) -> list[str]:
    """What follows a word at the beginning of a line."""
    return re.findall(rf"^{word} (.+)$", CONTAINER, re.M)


def test_a_container_takes_no_file_that_is_kept_from_it() -> None:
    rules = [line for line in (ROOT / ".containerignore").read_text().splitlines() if line and line[0] != "#"]
    let_in = {rule[1:] for rule in rules if rule.startswith("!")}
    assert rules[0] == "*"
    assert {line.split()[0] for line in instructions("COPY")} == let_in


@pytest.mark.thorough
def test_what_a_container_takes_is_enough_to_begin_with(tmp_path: Path) -> None:
    """All but the dependencies, which are those of the lock that everybody else has."""
    assert "bin/environment base" in instructions("RUN")
    place, home = tmp_path / "place", tmp_path / "home"
    for line in instructions("COPY"):
        source, target = line.split()
        if (ROOT / source).is_dir():
            shutil.copytree(ROOT / source, place / target, ignore=shutil.ignore_patterns("tests", "__pycache__"))
        else:
            (place / target).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / source, place / target)
    done = subprocess.run(
        [sys.executable, "-m", "dateline", "prepare", "--no-sample"],
        env={"PATH": os.environ["PATH"], "DATELINE_HOME": str(home), "PYTHONPATH": str(place)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        cwd=place,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert list((home / "static").rglob("*.css.gz"))


def test_a_container_is_nobodys_root_and_tells_its_health() -> None:
    lines = CONTAINER.splitlines()
    assert instructions("USER") == ["dateline"]
    assert [line for line in lines[lines.index("USER dateline") :] if line.startswith(("RUN", "COPY"))] == []
    assert "/healthz" in "".join(instructions("HEALTHCHECK"))
    assert instructions("ENTRYPOINT") == [f'["{PROGRAM}"]']
    assert instructions("VOLUME") == re.findall(r"DATELINE_HOME=(\S+)", CONTAINER)
    assert any(fnmatch(line, "python:3.11-slim*") for line in instructions("FROM"))
