"""The comment form of the plain case, read without Django's form: a tenth of the time, and no word of refusal.

What is accepted here, ``CommentForm`` accepts with the same words cleaned the same way; a test holds the two together.
It may accept more: whatever is not plain is left to it.
"""

from __future__ import annotations

from collections.abc import Container
from typing import NamedTuple
from urllib.parse import parse_qsl

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from dateline.delivery.proof import FIELD as PROOF
from dateline.lib.skeleton import skeleton
from dateline.people.names import tidy_name
from dateline.screening import LONGEST

from .models.comment import NAME
from .opened import FIELD as OPENED

KINDS = {"application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=utf-8"}
MAIL = 254  # characters; what the column holds


class Words(NamedTuple):
    """What a guest filled in, cleaned; ``trap`` says whether the hidden field was, ``opened`` is the form's own."""

    text: str
    author_name: str
    mail: str
    trap: bool
    opened: str = ""


def read_form(kind: str, body: bytes, taken: Container[str]) -> Words | None:
    """Return the words of a form of content type ``kind``, None unless it is plain; of ``taken`` skeletons none."""
    fields = _fields(body) if kind.lower() in KINDS else {}
    text, name, mail, trap = (fields.get(field, "").strip() for field in ("text", "author_name", "mail", "website"))
    if "preview" in fields or PROOF in fields or not 0 < len(text) <= LONGEST or len(name) > NAME:
        return None
    if any("\x00" in value for value in (text, name, mail, trap)) or not _is_mail(mail):
        return None
    name = tidy_name(name)
    if not name or len(name) > NAME or skeleton(name) in taken:
        return None
    return Words(text, name, mail, bool(trap), fields.get(OPENED, ""))


def _fields(body: bytes) -> dict[str, str]:
    """The last value of each field, as a QueryDict gives it; none where the body is not as a browser sends it."""
    try:
        most = settings.DATA_UPLOAD_MAX_NUMBER_FIELDS
        return dict(parse_qsl(body.decode("ascii"), keep_blank_values=True, max_num_fields=most))
    except ValueError:
        return {}


def _is_mail(mail: str) -> bool:
    if not mail:
        return True
    try:
        validate_email(mail)
    except ValidationError:
        return False
    return len(mail) <= MAIL
