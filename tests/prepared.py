"""A newsroom's home that is prepared once in a run of the tests, and copied for each that wants one."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUN = os.getppid() if "PYTEST_XDIST_WORKER" in os.environ else os.getpid()  # the same for all that run together
ENOUGH_SECONDS = 300


def prepare(home: Path) -> None:
    """Do what ``dateline prepare --no-sample`` does in ``home``, on SQLite: tables, static files and a first editor."""
    shutil.copytree(_made_once(), home, dirs_exist_ok=True)


def forget() -> None:
    """Take away what was made for this run."""
    shutil.rmtree(_folder(), ignore_errors=True)


def _folder() -> Path:
    return Path(tempfile.gettempdir()) / f"dateline-prepared-{RUN}"


def _made_once() -> Path:
    """Return the home to copy; several processes of one run may ask for it at once."""
    home = _folder() / "home"
    home.parent.mkdir(exist_ok=True)
    with (home.parent / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not home.exists():
            new = home.with_name("new")
            kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
            done = subprocess.run(
                [sys.executable, "-m", "dateline", "prepare", "--no-sample"],
                env={**kept, "DATELINE_HOME": str(new), "PYTHONPATH": str(ROOT)},
                capture_output=True,
                text=True,
                timeout=ENOUGH_SECONDS,
                check=False,
            )
            assert done.returncode == 0, done.stdout + done.stderr
            new.rename(home)
    return home
