"""An archive is whole or refused."""

from __future__ import annotations

import io
import tarfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.imports.backup.archive import new_archive, unpacked, verify
from dateline.imports.backup.keeping import name_at, place_for
from dateline.imports.backup.manifest import Broken, Manifest

NOW = datetime(2025, 11, 14, 9, 30, tzinfo=UTC)
FILES = {"database.sqlite3": b"rows" * 300, "media/ä b.jpg": b"\xff" * 700, "media/empty": b""}


def written(path: Path) -> bytes:
    manifest = Manifest(NOW.isoformat(), "0.1.0", "sqlite", ["funding.0001_initial"], [], {"said": 3}, {})
    with new_archive(path, NOW) as archive:
        for name, content in FILES.items():
            archive.add(name, io.BytesIO(content), len(content))
        archive.close(manifest)
    return path.read_bytes()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("archive") / "one.tar"
    written(path)
    return path


def contents(path: Path) -> dict[str, bytes]:
    with unpacked(path) as members:
        return {name: file.read() for name, file, _size in members}


def test_what_went_in_comes_out(whole: Path) -> None:
    manifest = verify(whole)
    assert manifest.rows == {"said": 3}
    assert {name: contents(whole)[name] for name in manifest.members} == FILES


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_flipped_bit_passes_for_other_content(whole: Path, data: st.DataObject) -> None:
    content = bytearray(whole.read_bytes())
    content[data.draw(st.integers(0, len(content) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    broken = whole.with_name("broken.tar")
    broken.write_bytes(content)
    try:
        manifest = verify(broken)
    except Broken:
        return
    assert manifest == verify(whole)  # the bit lay between members, where there is nothing
    assert contents(broken) == contents(whole)


@given(st.integers(0, 5_000))
@settings(max_examples=40, deadline=None)
def test_one_that_is_cut_off_anywhere_is_refused(whole: Path, length: int) -> None:
    cut = whole.with_name("cut.tar")
    cut.write_bytes(whole.read_bytes()[:length])
    with pytest.raises(Broken):
        verify(cut)


@pytest.mark.parametrize("name", ["/etc/passwd", "media/../../x", "..", "media\\x"])
def test_a_member_that_would_leave_its_folder_is_refused(tmp_path: Path, name: str) -> None:
    with tarfile.open(tmp_path / "x.tar", "w") as tar:
        tar.addfile(tarfile.TarInfo(name), io.BytesIO())
    with pytest.raises(Broken, match="which no backup of ours would"):
        verify(tmp_path / "x.tar")


def test_a_link_is_refused(tmp_path: Path) -> None:
    info = tarfile.TarInfo("media/x")
    info.type, info.linkname = tarfile.SYMTYPE, "/etc/passwd"
    with tarfile.open(tmp_path / "x.tar", "w") as tar:
        tar.addfile(info)
    with pytest.raises(Broken):
        verify(tmp_path / "x.tar")


def test_a_folder_gets_a_name_with_the_moment_and_a_file_keeps_its_own(tmp_path: Path) -> None:
    assert name_at(NOW) == "dateline-20251114-093000.tar"
    assert place_for("", tmp_path, NOW) == tmp_path / name_at(NOW)
    assert place_for(str(tmp_path), Path(), NOW) == tmp_path / name_at(NOW)
    assert place_for(f"{tmp_path}/new/", Path(), NOW) == tmp_path / "new" / name_at(NOW)
    assert place_for(f"{tmp_path}/one.tar", Path(), NOW) == tmp_path / "one.tar"
