"""Answers made ahead: status, headers and body in one piece of bytes for each form of a file."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.utils import formatdate, parsedate_to_datetime
from pathlib import Path
from time import time
from typing import NamedTuple

from ..store.forms import SUFFIXES
from ..store.kinds import REVALIDATE_LINE
from .asked import Asked

Stamp = tuple[int, int, int]


class Form(NamedTuple):
    """One form of a file: its validator, what comes before the body (after the status line and the date), the body."""

    tag: bytes
    head: bytes
    body: bytes
    unchanged: bytes


@dataclass(slots=True)
class Ready:
    """A file in those forms that were asked for so far. ``checked`` is when we last saw that it is the present one.

    A date tells two versions of one second not apart. So none is sent within that second, and none is believed but the
    very one that we sent. A cache in front may keep it as ``kept_as`` (host and target), and is told so by ``leave``.
    """

    path: Path
    headers: bytes
    stamp: Stamp
    checked: int
    codings: tuple[str, ...]
    modified: bytes
    forms: dict[str, Form] = field(default_factory=dict)
    kept_as: bytes = b""
    leave: bytes = b""

    def with_leave(self, lines: bytes, asked: Asked, target: bytes) -> bytes:
        """Return header lines as they are sent to who asks for ``target``."""
        if self.kept_as and asked.host + target == self.kept_as:
            return lines.replace(REVALIDATE_LINE, self.leave, 1)
        return lines

    def form_for(self, asked: Asked) -> Form:
        """Return the smallest form that the reader takes. Raises OSError where the file is gone."""
        coding = next((coding for coding in self.codings if not coding or coding in asked.codings), "")
        form = self.forms.get(coding)
        if form is None:
            form = self.forms[coding] = self._load(coding)
        return form

    def _load(self, coding: str) -> Form:
        path = self.path.with_name(self.path.name + SUFFIXES[coding])
        descriptor = os.open(path, os.O_RDONLY)
        with os.fdopen(descriptor, "rb") as file:
            found = os.fstat(descriptor)
            body = file.read()
        tag = b'"%x-%x"' % (int(found.st_mtime), found.st_size)  # as nginx makes it, so that both mean the same version
        dated = b"last-modified: " + self.modified + b"\r\n" if self.modified else b""
        head = self.headers + b"etag: " + tag + b"\r\n" + dated
        encoding = b"content-encoding: " + coding.encode() + b"\r\n" if coding else b""
        return Form(tag, head + encoding + b"content-length: %d\r\n\r\n" % len(body), body, head + b"\r\n")

    def is_known_to(self, asked: Asked, form: Form) -> bool:
        """Return whether the reader has this very version (RFC 9110, 13.2.2)."""
        if asked.tags:
            return form.tag in asked.tags or b"*" in asked.tags
        return bool(asked.since) and asked.since == self.modified

    def is_unwanted(self, asked: Asked, form: Form) -> bool:
        """Return whether the reader wants another version or none (the same section)."""
        if asked.match:
            return form.tag not in asked.match and b"*" not in asked.match
        return bool(asked.unmodified) and _is_before(asked.unmodified, self.stamp[1] // 10**9)

    @property
    def is_young(self) -> bool:
        """Whether the file was made in the second in which we read it: another of its date may come."""
        return not self.modified

    def is_due(self) -> bool:
        """Return whether that second is over."""
        return self.is_young and self.stamp[1] // 10**9 < int(time())

    @property
    def size(self) -> int:
        """Bytes in memory."""
        return sum(len(form.body) + len(form.head) for form in self.forms.values())


def open_ready(path: Path, headers: Mapping[str, str], checked: int) -> Ready:
    """Return the file at ``path`` as it is now. Raises OSError where there is none."""
    found = os.stat(path)
    sizes: list[tuple[int, str]] = [(found.st_size, "")]
    for coding, suffix in SUFFIXES.items():
        if coding:
            try:
                sizes.append((os.stat(f"{path}{suffix}").st_size, coding))
            except OSError:
                continue
    sent = dict(headers)
    if len(sizes) > 1:
        sent["Vary"] = "Accept-Encoding"
    lines = "".join(f"{name.lower()}: {value}\r\n" for name, value in sent.items()).encode("latin-1")
    is_over = int(found.st_mtime) < int(time())
    modified = formatdate(int(found.st_mtime), usegmt=True).encode() if is_over else b""
    codings = tuple(coding for _size, coding in sorted(sizes))
    return Ready(path, lines, stamp_of(found), checked, codings, modified)


def stamp_of(found: os.stat_result) -> Stamp:
    """Return what tells one version of a file from another."""
    return (found.st_ino, found.st_mtime_ns, found.st_size)


def _is_before(asked: bytes, modified: int) -> bool:
    """Whether a date lies before a moment (seconds since 1970). What is no date does not count."""
    try:
        return parsedate_to_datetime(asked.decode("ascii")).timestamp() < modified
    except (ValueError, TypeError, OverflowError):
        return False
