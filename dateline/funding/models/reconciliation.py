"""How our books and a provider's compared when we last looked."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from dateline.funding.mode import Mode


class Reconciliation(models.Model):
    """One row a provider and mode. ``until`` is how far its movements are known to be booked; sums are minor units."""

    provider = models.CharField(_("provider"), max_length=20)
    mode = models.CharField(_("mode"), max_length=4, choices=Mode.choices)
    at = models.DateTimeField(_("compared"))
    until = models.DateTimeField(_("compared up to"), null=True, blank=True)
    found = models.PositiveIntegerField(_("movements that nobody had told us of"), default=0)
    ours = models.JSONField(_("our books, by currency"), default=dict)
    theirs = models.JSONField(_("the provider's balance, by currency"), default=dict)
    error = models.CharField(_("error"), max_length=300, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("comparison with a provider")
        constraints = [models.UniqueConstraint(fields=["provider", "mode"], name="funding_one_comparison_a_provider")]

    def __str__(self) -> str:
        return f"{self.provider} {self.mode}"

    @property
    def differences(self) -> dict[str, int]:
        """What the provider has beyond our books, by currency; empty where both agree."""
        both = {*self.ours, *self.theirs}
        differences = {currency: self.theirs.get(currency, 0) - self.ours.get(currency, 0) for currency in both}
        return {currency: amount for currency, amount in sorted(differences.items()) if amount}
