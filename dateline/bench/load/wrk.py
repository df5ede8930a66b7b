"""wrk, where it is installed, else a small generator of our own: as many readers as there are connections."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass

from ..program import LOOPBACK
from .running import Load, LoadFailed

UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0, "m": 60_000.0}
SHARE = re.compile(r"^\s+(50|99)%\s+([\d.]+)(us|ms|s|m) *$", re.M)
RATE = re.compile(r"^Requests/sec:\s+([\d.]+)$", re.M)
WRONG = re.compile(r"Non-2xx or 3xx responses: (\d+)|Socket errors: (.+)")


@dataclass(frozen=True)
class Reading:
    """What readers saw: requests a second, and the milliseconds in which half, and 99 of 100, were answered."""

    rate: float
    p50: float
    p99: float
    number: int


def read(port: int, path: str, *, connections: int, seconds: float, coding: str) -> Reading:
    """Ask for one page again and again. Raises LoadFailed when an answer is not 200."""
    if shutil.which("wrk") is None:
        return _by_ourselves(port, path, connections, seconds, coding)
    command = ["wrk", "-t1", f"-c{connections}", f"-d{max(round(seconds), 1)}s", "--latency", "--timeout", "30s"]
    headers = ["-H", f"Accept-Encoding: {coding}"] if coding else []
    url = f"http://{LOOPBACK}:{port}{path}"
    done = subprocess.run([*command, *headers, url], capture_output=True, text=True, check=False, timeout=120)  # noqa: S603
    wrong, rate = WRONG.search(done.stdout), RATE.search(done.stdout)
    if done.returncode != 0 or wrong or rate is None:
        raise LoadFailed(f"wrk {url}: {wrong[0] if wrong else done.stderr or done.stdout}")
    number = re.search(r"(\d+) requests in", done.stdout)
    if number is None or number[1] == "0":
        raise LoadFailed(f"{url} was not answered once in {seconds} seconds")
    shares = {share: float(took) * UNITS[unit] for share, took, unit in SHARE.findall(done.stdout)}
    return Reading(float(rate[1]), shares["50"], shares["99"], int(number[1]))


def _by_ourselves(port: int, path: str, connections: int, seconds: float, coding: str) -> Reading:
    with Load("readers", port=port, path=path, connections=connections, seconds=seconds, coding=coding) as load:
        seen = load.wait(seconds + 60)
    if seen["failed"] or not seen["number"]:
        raise LoadFailed(f"{seen['failed']} of {seen['number']} answers at {path} were not 200")
    return Reading(seen["number"] / seen["seconds"], seen["p50"], seen["p99"], seen["number"])
