"""``bin/messages``: bring the catalogues up to date with the code, and say what is to be translated."""

from __future__ import annotations

import sys
from pathlib import Path

from django.conf import settings

from dateline.lib.catalogues import compile_stale

from .catalogues import PLURALS, brought_up_to_date, empty, path_of, read
from .extraction import messages

ROOT = Path(__file__).resolve().parent.parent.parent


def main() -> int:
    """Write every catalogue anew; a language that has none yet gets an empty one."""
    settings.configure(USE_I18N=True)
    wanted = messages(ROOT)
    for language in PLURALS:
        path = path_of(ROOT, language)
        catalogue = read(path) if path.exists() else empty(language)
        waiting = brought_up_to_date(catalogue, language, wanted)
        path.parent.mkdir(parents=True, exist_ok=True)
        catalogue.save(str(path))
        sys.stdout.write(f"{language}: {len(catalogue)} messages, {waiting} to translate\n")
    compile_stale()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
