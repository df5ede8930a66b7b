"""A task for tests that count how often one is done."""

from __future__ import annotations

from pathlib import Path

from django_tasks import task


@task()
def note(path: str, word: str) -> None:
    """Add ``word`` to the file at ``path``."""
    with Path(path).open("a", encoding="ascii") as file:
        file.write(f"{word}\n")
