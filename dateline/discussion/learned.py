"""The newsroom's own model as this process keeps it: mapped once, and anew when the number of the edition has changed.

It lies in a file below the home folder, so that all processes of a machine share its pages of memory; whoever comes
first writes the file from the row. Where that cannot be done it is read from the row.
"""

from __future__ import annotations

import logging
from pathlib import Path
from threading import Lock

from django.conf import settings

from dateline.screening.learning import Learned as Model
from dateline.screening.learning import Unreadable

from .models import Learned
from .statements import ask

log = logging.getLogger(__name__)
IN_FORCE = "SELECT version FROM discussion_learned WHERE in_force"


_AT_IT = Lock()


class _Kept:
    """The last one that was made ready, and which that was."""

    version = ""
    model: Model | None = None


def own_model() -> Model | None:
    """Return the model in force as it was when ``look`` last looked; None where there is none."""
    return _Kept.model


def look() -> None:
    """See which is in force: one small question, and more only where that is another one than before."""
    found = ask(IN_FORCE)
    version = found[0][0] if found else ""
    with _AT_IT:
        if version != _Kept.version:
            _Kept.model = _ready(version) if version else None
            _Kept.version = version


def _ready(version: str) -> Model | None:
    """Make it ready: from the file where that is sound, else from the row, and the file anew."""
    path = Path(settings.HOME) / "learned" / version
    try:
        return Model.map(path)
    except (Unreadable, OSError):
        pass  # not there yet, or damaged
    try:
        _write(path, version)
        return Model.map(path)
    except (Unreadable, OSError, Learned.DoesNotExist):
        log.warning("The newsroom's own model could not be written to %s; each process keeps its own copy.", path)
        return _from_row(version)


def _write(path: Path, version: str) -> None:
    """Write the file, and take away those of former models: who has them mapped keeps them until then."""
    path.parent.mkdir(mode=0o700, exist_ok=True)
    Model.from_bytes(bytes(Learned.objects.in_force().get(version=version).model)).write(path)
    for other in path.parent.iterdir():
        if other.name != path.name and not other.name.startswith("."):
            other.unlink(missing_ok=True)


def _from_row(version: str) -> Model | None:
    """A model that nobody can read is as none: what was shipped judges, until it is learned anew."""
    try:
        return Model.from_bytes(bytes(Learned.objects.in_force().get(version=version).model))
    except (Unreadable, OSError, Learned.DoesNotExist):
        log.exception(
            "The newsroom's own model %s cannot be read; it is learned anew with the next decisions.", version
        )
        return None
