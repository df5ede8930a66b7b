"""A backup that is made while people write, put back elsewhere, and compared."""

from __future__ import annotations

import json
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tarfile
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest

from .prepared import prepare
from .test_serve import dateline, environment, served

pytestmark = pytest.mark.own_database

SEED = """
from django.core.files.base import ContentFile
from django.utils import timezone
from dateline.discussion.actions import record_comment, set_mode, thread_of
from dateline.discussion.models import Mode
from dateline.funding.actions import open_drive, record_gift
from dateline.lib.money import Money
from dateline.people.models import Newsroom
from dateline.reports.actions import Story, open_section, record_report
from wagtail.documents.models import Document

now = timezone.now()
report = record_report(section=open_section(slug="flood", title="Flood"), story=Story(headline="Water"), now=now)
report.save_revision().publish()
thread = thread_of(page=report, now=now)
set_mode(page=report, mode=Mode.OPEN, now=now)
currency = Newsroom.load().currency
open_drive(year=now.year, month=now.month, goal=Money(100_000, currency), purpose="Boats", ticks=[])
for number in range(20):
    record_gift(money=Money(1_000 + number, currency), occurred_at=now, now=now, key=f"seed:{number}")
said = None
for number in range(SAID):
    said = record_comment(
        thread=thread, author_name="Ben", text=f"Word {number} of a long flood.", created_at=now, now=now,
        parent=said if number % 4 else None,
    )
for number in range(5):
    content = ContentFile(bytes([number]) * 300_000, name=f"plan{number}.pdf")
    Document.objects.create(title=f"Plan {number}", file=content)
print(report.pk)
"""


def run(home: Path, *arguments: str, url: str = "") -> subprocess.CompletedProcess[str]:
    """Run a command in ``home``, on another database where one is named."""
    if not url:
        return dateline(home, *arguments)
    command = [sys.executable, "-m", "dateline", *arguments]
    env = {**environment(home), "DATABASE_URL": url}
    return subprocess.run(command, env=env, capture_output=True, text=True, timeout=300, check=False)


def seeded(home: Path, said: int, url: str = "") -> int:
    """Make a newsroom with words, money and files in it; return the number of its report."""
    if url:
        assert run(home, "migrate", "--verbosity", "0", url=url).returncode == 0
    else:
        prepare(home)
    made = run(home, "shell", "-v0", "-c", SEED.replace("SAID", str(said)), url=url)
    assert made.returncode == 0, made.stderr
    return int(made.stdout.split()[-1])


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    home = tmp_path_factory.mktemp("newsroom")
    return home, seeded(home, 600)


@pytest.fixture(scope="module")
def backup(newsroom: tuple[Path, int], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup of it."""
    path = tmp_path_factory.mktemp("backups") / "one.tar"
    told = run(newsroom[0], "backup", str(path))
    assert told.returncode == 0, told.stderr
    return path


@dataclass
class Crowd:
    """Readers who go on writing, each from a house of their own. ``answered`` are the words that were, by number."""

    port: int
    page: int
    answered: dict[int, str] = field(default_factory=dict)
    refused: list[int] = field(default_factory=list)
    unheard: int = 0
    stopped: threading.Event = field(default_factory=threading.Event)

    def write(self, street: int) -> None:
        url = f"http://127.0.0.1:{self.port}/threads/{self.page}/post/"
        for house in range(10_000):
            if self.stopped.is_set():
                break
            text = f"The water is at house {house} of street {street}."
            sender = {"Sec-Fetch-Site": "same-origin", "X-Forwarded-For": f"10.{street}.{house // 250}.{house % 250}"}
            try:
                answer = httpx.post(url, data={"author_name": "Ben", "text": text}, headers=sender, timeout=30)
            except httpx.TransportError:
                self.unheard += 1  # whoever got no answer was promised nothing
                continue
            place = re.search(r"#c(\d+)$|/mine/(\d+)/", answer.headers.get("Location", ""))
            if answer.status_code == 303 and place:
                self.answered[int(place[1] or place[2])] = text
            else:
                self.refused.append(answer.status_code)

    @contextmanager
    def writing(self, many: int = 3) -> Iterator[None]:
        threads = [threading.Thread(target=self.write, args=[street], daemon=True) for street in range(many)]
        for one in threads:
            one.start()
        try:
            yield
        finally:
            self.stopped.set()
            for one in threads:
                one.join(60)

    def has_written(self, number: int) -> bool:
        """Wait until so many were answered."""
        deadline = time.monotonic() + 60
        while len(self.answered) < number and time.monotonic() < deadline:
            assert not self.refused
            self.stopped.wait(0.05)
        return len(self.answered) >= number


def words(home: Path) -> dict[int, str]:
    """What everybody said, by number."""
    with closing(sqlite3.connect(home / "dateline.sqlite3")) as rows:
        return dict(rows.execute("SELECT id, text FROM discussion_comment"))


def counted(home: Path) -> dict[str, int]:
    """Rows of each table."""
    with closing(sqlite3.connect(home / "dateline.sqlite3")) as rows:
        tables = [name for (name,) in rows.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: rows.execute(f"SELECT COUNT(*) FROM {name}").fetchone()[0] for name in tables}


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def manifest_of(path: Path) -> dict[str, object]:
    with tarfile.open(path) as tar:
        member = tar.extractfile("manifest.json")
        assert member is not None
        return dict(json.load(member))


def test_what_was_answered_before_it_began_is_in_it_and_nothing_is_torn(
    newsroom: tuple[Path, int], tmp_path: Path
) -> None:
    home, there, page = tmp_path / "here", tmp_path / "there", newsroom[1]
    shutil.copytree(newsroom[0], home, ignore=shutil.ignore_patterns("run"))  # another test's sockets may lie there
    with served(home, DATELINE_TRUSTED_PROXIES="1") as (_process, port):
        crowd = Crowd(port, page)
        with crowd.writing():
            assert crowd.has_written(20)
            before = set(crowd.answered)
            told = run(home, "backup", str(tmp_path / "under-load.tar"))
            after = len(crowd.answered)
        assert told.returncode == 0, told.stderr
        assert after > len(before)  # nobody was kept from writing while it was made
        assert crowd.unheard <= len(crowd.answered) // 20
    restored = run(there, "restore", str(tmp_path / "under-load.tar"))
    assert restored.returncode == 0, restored.stderr
    found = words(there)
    assert before <= set(found)
    assert all(found[number] == text for number, text in crowd.answered.items() if number in found)
    counts = {name: count for name, count in counted(there).items() if not name.startswith("sqlite_")}
    manifest = manifest_of(tmp_path / "under-load.tar")
    assert {**manifest["rows"], **counts} == manifest["rows"]  # what Django calls a table may leave out parts of search
    assert files(there / "media") == files(home / "media")
    assert run(there, "doctor").returncode == 0


def test_it_says_what_it_holds_and_no_secret(newsroom: tuple[Path, int], backup: Path) -> None:
    manifest = manifest_of(backup)
    assert manifest["rows"]["discussion_comment"] == 600
    assert manifest["rows"]["funding_gift"] == 20
    assert len(manifest["ledger"]) == 1
    assert "DATELINE_HOME" in manifest["settings"]
    assert manifest["missing"] == []
    key = (newsroom[0] / "secret_key").read_bytes().strip()
    assert len(key) > 30
    assert key not in backup.read_bytes()
    assert str(newsroom[0]) not in json.dumps(manifest)
    assert backup.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("where", [0.2, 0.9])
def test_a_flipped_byte_is_refused_before_anything_is_touched(backup: Path, tmp_path: Path, where: float) -> None:
    content = bytearray(backup.read_bytes())
    content[int(len(content) * where)] ^= 0x01
    broken, there = tmp_path / "broken.tar", tmp_path / "there"
    broken.write_bytes(content)
    told = run(there, "restore", str(broken))
    assert told.returncode == 1
    assert "was refused." in told.stderr
    assert "Nothing was changed." in told.stderr
    assert len(told.stderr.strip().splitlines()) == 1
    assert not (there / "media").exists()
    assert not (there / "dateline.sqlite3").exists()


@pytest.mark.thorough
def test_one_that_is_cut_off_or_no_backup_is_refused(backup: Path, tmp_path: Path) -> None:
    content = backup.read_bytes()
    for name, piece in (("cut", content[: len(content) // 2]), ("empty", b""), ("letter", b"Dear newsroom, " * 100)):
        (tmp_path / name).write_bytes(piece)
        told = run(tmp_path / "there", "restore", "--check", str(tmp_path / name))
        assert told.returncode == 1
        assert "was refused." in told.stderr
        assert len(told.stderr.strip().splitlines()) == 1


@pytest.mark.thorough
def test_a_newsroom_is_put_aside_only_when_told_and_whole(
    newsroom: tuple[Path, int], backup: Path, tmp_path: Path
) -> None:
    there = tmp_path / "there"
    assert run(there, "restore", str(backup)).returncode == 0
    with closing(sqlite3.connect(there / "dateline.sqlite3")) as rows:
        rows.execute("UPDATE discussion_comment SET text = 'Later words.' WHERE id = 1")
        rows.commit()
    (there / "media" / "later.txt").write_text("later")
    told = run(there, "restore", str(backup))
    assert told.returncode == 1
    assert "--force" in told.stderr
    assert words(there)[1] == "Later words."
    dry = run(there, "restore", "--force", "--dry-run", str(backup))
    assert dry.returncode == 0
    assert "nothing was changed" in dry.stdout
    assert words(there)[1] == "Later words."
    done = run(there, "restore", "--force", str(backup))
    assert done.returncode == 0, done.stderr
    assert words(there) == words(newsroom[0])
    assert not (there / "media" / "later.txt").exists()
    (aside,) = (path for path in there.glob("dateline.sqlite3.before-*") if not path.name.endswith(("-wal", "-shm")))
    with closing(sqlite3.connect(aside)) as rows:
        assert rows.execute("SELECT text FROM discussion_comment WHERE id = 1").fetchone() == ("Later words.",)
    (media,) = there.glob("media.before-*")
    assert (media / "later.txt").read_text() == "later"


def test_nothing_is_restored_while_the_newsroom_is_served(newsroom: tuple[Path, int], backup: Path) -> None:
    home = newsroom[0]
    with served(home) as (process, _port):
        told = run(home, "restore", "--force", str(backup))
    assert told.returncode == 1
    assert f"`dateline serve` (process {process.pid}) runs on {home}" in told.stderr
    assert len(told.stderr.strip().splitlines()) == 1


@pytest.mark.thorough
def test_a_backup_of_a_newer_dateline_is_refused(newsroom: tuple[Path, int], tmp_path: Path) -> None:
    home, there = tmp_path / "here", tmp_path / "there"
    home.mkdir()
    with closing(sqlite3.connect(newsroom[0] / "dateline.sqlite3")) as rows:
        rows.execute("VACUUM INTO ?", [str(home / "dateline.sqlite3")])
    with closing(sqlite3.connect(home / "dateline.sqlite3")) as rows:
        rows.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('funding', '9999_gold', '2030-01-01')")
        rows.commit()
    assert run(home, "backup", str(tmp_path / "newer.tar")).returncode == 0
    told = run(there, "restore", str(tmp_path / "newer.tar"))
    assert told.returncode == 1
    assert "newer Dateline" in told.stderr
    assert "funding.9999_gold" in told.stderr
    assert not (there / "dateline.sqlite3").exists()


def test_only_so_many_are_kept_and_nothing_else_is_touched(newsroom: tuple[Path, int], tmp_path: Path) -> None:
    for name in ("dateline-20200101-000000.tar", "dateline-20210101-000000.tar", "letters.tar"):
        (tmp_path / name).write_bytes(b"old")
    told = run(newsroom[0], "backup", str(tmp_path), "--keep", "2", "--json")
    assert told.returncode == 0, told.stderr
    said = json.loads(told.stdout)
    assert said["removed"] == [str(tmp_path / "dateline-20200101-000000.tar")]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        ["dateline-20210101-000000.tar", "letters.tar", Path(said["path"]).name]
    )


def test_an_interrupted_one_leaves_nothing(tmp_path: Path, newsroom: tuple[Path, int]) -> None:
    big = newsroom[0] / "media" / "film.mp4"
    with big.open("wb") as film:
        film.truncate(1 << 30)
    try:
        command = [sys.executable, "-m", "dateline", "backup", f"{tmp_path}/"]
        with subprocess.Popen(command, env=environment(newsroom[0]), stderr=subprocess.PIPE, text=True) as one:
            deadline = time.monotonic() + 60
            while not list(tmp_path.glob(".dateline-backup-*/*.tar")) and time.monotonic() < deadline:
                assert one.poll() is None
            one.send_signal(signal.SIGTERM)
            _out, told = one.communicate(timeout=60)
    finally:
        big.unlink()
    assert one.returncode == 130
    assert "no backup was made" in told
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_one_sentence_and_leaves_nothing(newsroom: tuple[Path, int], tmp_path: Path) -> None:
    limited = ["prlimit", "--fsize=1500000", sys.executable, "-m", "dateline", "backup", f"{tmp_path}/"]
    told = subprocess.run(
        limited, env=environment(newsroom[0]), capture_output=True, text=True, timeout=120, check=False
    )
    assert told.returncode == 1
    assert "No backup was made." in told.stderr
    assert "Traceback" not in told.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.thorough
def test_a_file_that_a_row_names_and_nobody_has_is_told(newsroom: tuple[Path, int], tmp_path: Path) -> None:
    lost = next((newsroom[0] / "media" / "documents").iterdir())
    kept = lost.read_bytes()
    lost.unlink()
    try:
        told = run(newsroom[0], "backup", str(tmp_path / "lacking.tar"))
        assert told.returncode == 0
        assert f"1 uploads that a row names are not there, such as documents/{lost.name}" in told.stdout
        ill = run(newsroom[0], "doctor")
        assert ill.returncode == 1
        assert f"documents/{lost.name} is not there." in ill.stdout
        assert ill.stderr.strip() == "CommandError: Not sound: uploads."
    finally:
        lost.write_bytes(kept)
