"""Static files as they are sent: our scripts without what only their readers in the source need."""

from __future__ import annotations

import re
from typing import IO, Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

ENDING = re.compile(r"\s//[^\"'`]*$")
ROOMS = ("atlas/", "discussion/", "front/", "funding/", "moderation/", "people/", "reports/")


def lean(script: str) -> str:
    """Return a script without comments, indentation and blank lines; a sixth less once it is compressed.

    One that has a text over several lines is left as it is, because there blanks are part of the text. A comment at the
    end of a line goes where no quotation mark follows: within a text, one would have to.
    """
    lines = [ENDING.sub("", line).strip() for line in script.splitlines()]
    if any(line.count("`") % 2 for line in lines):
        return script
    return "\n".join(line for line in lines if line and not line.startswith("//")) + "\n"


class LeanStatics(CompressedManifestStaticFilesStorage):
    """Collects static files, named by their content and compressed ahead; our own scripts lean."""

    def _save(self, name: str, content: IO[Any]) -> str:
        if name.endswith(".js") and name.startswith(ROOMS):
            content.seek(0)  # it was read already where its name holds what it says
            data = content.read()
            text = data.decode() if isinstance(data, bytes) else data
            content = ContentFile(lean(text).encode(), name=name)
        return str(super()._save(name, content))
