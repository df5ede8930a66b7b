"""How the newsroom takes gifts: the ways that are open, its account, and what receipts say."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from dateline.funding.bank.iban import check_bic, check_iban
from dateline.funding.bank.sentence import SaidError
from dateline.funding.said import in_words
from dateline.funding.terms_form import TermsForm

BASIS = 10_000  # basis points of one whole


@register_setting(icon="pick", order=30)
class FundingTerms(BaseGenericSetting):
    """One row. A way that is closed here takes no new gift at once; what was begun there is still booked."""

    takes_stripe = models.BooleanField(
        _("cards (Stripe)"), default=True, help_text=_("As soon as Stripe’s keys are set on the machine.")
    )
    takes_paypal = models.BooleanField(
        _("PayPal"), default=True, help_text=_("As soon as PayPal’s keys are set on the machine.")
    )
    takes_rehearsal = models.BooleanField(
        _("rehearsal"), default=True, help_text=_("The provider that moves no money; never in production.")
    )
    takes_bank = models.BooleanField(
        _("bank transfer"),
        default=False,
        help_text=_("Givers transfer to the account below, with a reference of ours."),
    )
    bank_holder = models.CharField(
        _("account holder"), max_length=70, blank=True, help_text=_("As the bank writes it; at most 70 characters.")
    )
    bank_iban = models.CharField(
        _("IBAN"), max_length=42, blank=True, help_text=_("Of the account that gifts go to; checked as you save.")
    )
    bank_bic = models.CharField(
        _("BIC"), max_length=14, blank=True, help_text=_("Needed for accounts beyond the European Economic Area only.")
    )
    offers_cover = models.BooleanField(
        _("let givers cover the fee"), default=True, help_text=_("A box on the form; it is never ticked for them.")
    )
    fee_basis_points = models.PositiveSmallIntegerField(
        _("fee, in hundredths of a per cent"),
        default=290,
        validators=[MaxValueValidator(2000)],
    )
    fee_fixed = models.PositiveIntegerField(_("fee for each gift, in minor units"), default=30)
    receipt_words = models.TextField(
        _("words on receipts"),
        max_length=600,
        blank=True,
        help_text=_("Such as your tax number, or that gifts are not tax-deductible."),
    )
    year_begins = models.PositiveSmallIntegerField(
        _("first month of the year of accounts"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(12)],
        help_text=_("From 1 to 12. Statements of a year begin with it."),
    )

    base_form_class = TermsForm
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("takes_stripe"),
                FieldPanel("takes_paypal"),
                FieldPanel("takes_bank"),
                FieldPanel("takes_rehearsal"),
            ],
            heading=_("Ways to give"),
            help_text=_("Untick one to close it at once. Monthly gifts that run there go on."),
        ),
        MultiFieldPanel(
            [FieldPanel("bank_holder"), FieldPanel("bank_iban"), FieldPanel("bank_bic")], heading=_("Bank account")
        ),
        MultiFieldPanel(
            [FieldPanel("offers_cover"), FieldPanel("fee_share"), FieldPanel("fee_each")], heading=_("Fees")
        ),
        MultiFieldPanel([FieldPanel("receipt_words"), FieldPanel("year_begins")], heading=_("Receipts")),
    ]

    class Meta:
        verbose_name = _("ways to give")

    def __str__(self) -> str:
        return str(_("ways to give"))

    def clean(self) -> None:
        """Keep the account as banks write it, and refuse to take transfers to none."""
        errors: dict[str, str] = {}
        for name, check in (("bank_iban", check_iban), ("bank_bic", check_bic)):
            try:
                if getattr(self, name):
                    setattr(self, name, check(getattr(self, name)))
            except SaidError as error:
                errors[name] = in_words(error.sentence)
        if self.takes_bank and not (self.bank_holder and self.bank_iban):
            errors["takes_bank"] = gettext("Transfers need an account: write its holder and its IBAN below.")
        if errors:
            raise ValidationError(errors)

    def takes(self, provider: str) -> bool:
        """Whether gifts may be begun by this way."""
        return bool(getattr(self, f"takes_{provider}", False))
