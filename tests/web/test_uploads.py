"""A large upload passes the door as it comes; the door holds none of it but what is on its way."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

import httpx
import pytest

from .conftest import Newsroom, dateline

ADA = """
from dateline.people.models import User
User.objects.create_superuser("ada", "ada@example.org", "ada-edits-daily", display_name="Ada")
"""
SIZE = 60 * 1024 * 1024
BLOCK = 256 * 1024
HELD = 12 * 1024 * 1024  # bytes that the door may take for it, of sixty million: buffers of the two connections
BOUNDARY = "a-film-of-the-levee"
PATIENCE = 120
PLACE = "/newsroom/documents/multiple/add/"
HEAD = (
    '--{}\r\nContent-Disposition: form-data; name="files[]"; filename="film.bin"\r\n'
    "Content-Type: application/octet-stream\r\n\r\n"
)


@pytest.fixture
def ada(newsroom: Newsroom) -> Iterator[httpx.Client]:
    """The editor, signed in."""
    dateline(newsroom.home, "shell", "-v0", "-c", ADA)
    where = f"http://localhost:{newsroom.port}"
    with httpx.Client(base_url=where, timeout=PATIENCE, headers={"Referer": where}, follow_redirects=True) as ada:
        form = ada.get("/newsroom/login/")
        token = re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', form.text)[0]
        words = {"username": "ada", "password": "ada-edits-daily", "csrfmiddlewaretoken": token}
        assert ada.post("/newsroom/login/", data=words).url.path == "/newsroom/"
        yield ada


def child(newsroom: Newsroom, name: str) -> Path:
    """Where the kernel tells of a process of the server."""
    assert newsroom.process
    parent = Path(f"/proc/{newsroom.process.pid}/task/{newsroom.process.pid}/children").read_text().split()
    return next(one for one in map(Path("/proc").joinpath, parent) if (one / "comm").read_text().strip() == name)


def memory(process: Path, kind: str) -> int:
    """Bytes of memory that a process has (VmRSS), or had at most (VmHWM)."""
    return int(re.findall(rf"^{kind}:\s+(\d+) kB", (process / "status").read_text(), re.M)[0]) * 1024


def film(digest: hashlib._Hash, look: Callable[[], object]) -> Iterator[bytes]:
    """A film, block by block; ``look`` is called after each."""
    for number in range(SIZE // BLOCK):
        block = number.to_bytes(4) * (BLOCK // 4)
        digest.update(block)
        yield block
        look()


def test_a_large_upload_is_not_held_in_memory(newsroom: Newsroom, ada: httpx.Client) -> None:
    door, digest, seen = child(newsroom, "dateline-door"), hashlib.sha256(), []
    token = re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', ada.get(PLACE).text)[0]
    (door / "clear_refs").write_text("5")  # the most that it ever had is counted from here (proc(5))
    before = memory(door, "VmRSS")
    head, foot = HEAD.format(BOUNDARY).encode(), f"\r\n--{BOUNDARY}--\r\n".encode()
    answer = ada.post(
        PLACE,
        content=chain([head], film(digest, lambda: seen.append(memory(door, "VmRSS"))), [foot]),
        headers={
            "Content-Type": f"multipart/form-data; boundary={BOUNDARY}",
            "Content-Length": str(len(head) + SIZE + len(foot)),
            "X-Requested-With": "XMLHttpRequest",
            "X-CSRFToken": token,
        },
    )
    assert answer.status_code == 200
    assert answer.json()["success"], answer.text
    kept = next((newsroom.home / "media/documents").glob("film*.bin"))
    assert hashlib.sha256(kept.read_bytes()).digest() == digest.digest()
    kept.unlink()
    assert max(memory(door, "VmHWM"), *seen) - before < HELD
