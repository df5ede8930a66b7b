"""What of the sample is here already: a step is done once, and what an editor deleted since stays deleted."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction

from dateline.imports.models import Source

NAME = "The Vess Valley Courier"
FORMAT = "sample"


@dataclass(frozen=True)
class Step:
    """One thing to be made; ``key`` is its name for ever. None is made where what it needs was deleted."""

    key: str
    make: Callable[[Memory], models.Model | None]


class Memory:
    """The steps that were done, and the things that they made."""

    def __init__(self, now: datetime) -> None:
        digest = hashlib.sha256(NAME.encode()).hexdigest()
        self.source, _ = Source.objects.get_or_create(
            format=FORMAT, digest=digest, defaults={"name": NAME, "imported_at": now}
        )
        self.keys = set(self.source.keys())

    def take(self, step: Step) -> bool:
        """Do ``step`` unless it was done; return whether it was done now. It and its note are one transaction."""
        if step.key in self.keys:
            return False
        with transaction.atomic():
            thing = step.make(self)
            if thing is not None:
                kind = ContentType.objects.get_for_model(thing)
                self.source.made.create(key=step.key, kind=kind, object_id=thing.pk)
        self.keys.add(step.key)
        return thing is not None

    def thing(self, key: str) -> Any:
        """What the step ``key`` made, as it is now; None when somebody deleted it."""
        made = self.source.made.select_related("kind").filter(key=key).first()
        # Any: the key says what it is, and the caller knows the key.
        return made.kind.get_all_objects_for_this_type(pk=made.object_id).first() if made else None
