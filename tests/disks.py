"""Disks that fill up."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def small_disk(at: Path, size: str) -> Iterator[Path]:
    """Mount an empty disk of a ``size`` such as ``8m`` for a while; skip the test where nobody may."""
    at.mkdir()
    mount, umount = shutil.which("mount"), shutil.which("umount")
    made = mount and os.geteuid() == 0 and subprocess.run(
        [mount, "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(at)], check=False, capture_output=True
    ).returncode == 0  # fmt: skip
    if not made or not umount:
        pytest.skip("no disk may be mounted here: that takes the administrator")
    yield at
    subprocess.run([umount, "-l", str(at)], check=True)


def fill(ballast: Path) -> None:
    """Leave no byte on the disk."""
    with ballast.open("wb", buffering=0) as file:
        for size in (1 << 20, 1 << 12):
            try:
                while file.write(bytes(size)):
                    continue
            except OSError:
                continue
