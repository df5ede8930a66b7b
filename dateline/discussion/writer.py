"""Who is writing: an account, or a guest's device."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.http import HttpRequest

from dateline.delivery.sender import sender_key
from dateline.people.models import User
from dateline.people.roles import is_staff_member

from .device import device_of, fingerprint, new_device
from .models import Comment
from .models.comment import writer_key


@dataclass(frozen=True, slots=True)
class Writer:
    """``device`` is what is stored of a guest's browser; ``fresh`` is the secret it must be given if it had none."""

    account: User | None = None
    device: str = ""
    origin: str = ""
    by_staff: bool = False
    name: str = ""
    mail: str = ""
    fresh: str = ""

    @property
    def account_id(self) -> int | None:
        """The account's key, if there is one."""
        return self.account.pk if self.account else None

    @property
    def key(self) -> str:
        """Who votes: one account or one device; empty for a stranger."""
        return writer_key(self.account_id, self.device)

    def wrote(self, comment: Comment) -> bool:
        """Return whether this is the author of ``comment``."""
        if comment.account_id:
            return comment.account_id == self.account_id
        return not self.account and bool(comment.device) and comment.device == self.device

    def named(self, name: str, mail: str = "") -> Writer:
        """The same writer under the name on the form; an account keeps its own."""
        if self.account:
            return replace(self, name=self.account.public_name)
        return replace(self, name=name, mail=mail)


def key_of(comment: Comment) -> str:
    """Return the ``Writer.key`` of whoever wrote ``comment``; empty for an archive's authors."""
    return writer_key(comment.account_id, comment.device)


def writer_of(request: HttpRequest) -> Writer:
    """Return who sent ``request``. A guest without a device gets one, which the answer must hand over (``fresh``)."""
    origin = sender_key(request, purpose="discussion")
    if isinstance(request.user, User):
        staff = is_staff_member(request.user)
        return Writer(account=request.user, origin=origin, by_staff=staff, name=request.user.public_name)
    device = device_of(request)
    fresh = "" if device else new_device()
    return Writer(device=fingerprint(device or fresh), origin=origin, fresh=fresh)


def reader_of(request: HttpRequest) -> Writer:
    """Return who reads a private page; a browser without a device stays without."""
    return replace(known, device="") if (known := writer_of(request)).fresh else known
