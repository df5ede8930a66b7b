"""A person with an account."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dateline.lib.skeleton import skeleton


class PeopleManager(UserManager["User"]):
    """Reads about people, as words."""

    use_in_migrations = False

    def in_charge(self) -> models.QuerySet[User]:
        """Those who may do everything, the longest here first."""
        return self.filter(is_superuser=True, is_active=True).order_by("date_joined", "pk")

    def staff(self) -> models.QuerySet[User]:
        """Those who work here: in a role, or in charge. Readers have no group."""
        in_a_role = User.groups.through.objects.values("user_id")
        in_charge = User.objects.filter(is_superuser=True).values("pk")
        return self.filter(models.Q(pk__in=in_a_role) | models.Q(pk__in=in_charge), is_active=True)

    def who_show_support(self, accounts: Collection[int]) -> set[int]:
        """Return which of these accounts want it to be seen that they support the newsroom."""
        return set(self.filter(pk__in=accounts, shows_support=True).values_list("pk", flat=True))

    def names_of_staff(self) -> models.QuerySet[User, tuple[str, ...]]:
        """Rows of ``User.NAMES`` of those who work here."""
        return self.staff().values_list(*User.NAMES)


class User(AbstractUser):
    """Staff or reader. Staff enter the editor through their group; readers have no group."""

    display_name = models.CharField(
        _("display name"),
        max_length=80,
        blank=True,
        help_text=_("The name that readers see beside your words."),
    )
    shows_support = models.BooleanField(
        _("shows support"), default=False, help_text=_("Whether “Supporter” may stand beside their comments.")
    )
    name_skeleton = models.CharField(max_length=160, blank=True, editable=False)  # kept by save()

    objects: ClassVar[PeopleManager] = PeopleManager()

    NAMES = ("display_name", "first_name", "last_name", "username")  # all of them that a reader may see

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        indexes = [
            # So that staff are found among a hundred thousand readers; the others are found by their group.
            models.Index(fields=["is_superuser"], name="person_in_charge", condition=models.Q(is_superuser=True)),
            # Whether a guest's name is taken is asked with every batch of comments.
            models.Index(fields=["name_skeleton"], name="person_by_skeleton"),
        ]

    def __str__(self) -> str:
        return self.public_name

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        """Keep the skeleton of the public name in step with the name."""
        self.name_skeleton = skeleton(self.shown_name)[:160]
        if update_fields is not None and set(update_fields) & {*self.NAMES}:
            update_fields = {*update_fields, "name_skeleton"}
        super().save(*args, update_fields=update_fields, **kwargs)

    def get_full_name(self) -> str:
        """The display name before any other: the editor signs drafts and decisions with what this returns."""
        return self.display_name or super().get_full_name()

    @property
    def shown_name(self) -> str:
        """The name that is this person's own; empty where there is none but the mail address."""
        return self.get_full_name() or ("" if "@" in self.username else self.username)

    @property
    def public_name(self) -> str:
        """The name to print; never the mail address."""
        return self.shown_name or gettext("Reader")
