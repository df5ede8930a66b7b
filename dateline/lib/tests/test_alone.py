"""One process to a home."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from dateline.lib.alone import NotAlone, alone_in

HOLD = """
import pathlib, sys
from dateline.lib.alone import alone_in

with alone_in(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_home_that_another_process_has_is_named_with_that_process(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(NotAlone, match=str(tmp_path)) as refused, alone_in(tmp_path):
            pass
        assert refused.value.who == str(other.pid)
        other.communicate("")
    with alone_in(tmp_path):
        assert (tmp_path / "serve.lock").is_file()
