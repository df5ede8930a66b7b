"""Who we are: the newsroom's own settings, edited in the editor."""

from __future__ import annotations

import zoneinfo
from collections.abc import Collection

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.fields import RichTextField

from .accent import accent_errors

RIGHT_TO_LEFT = {"ar", "fa", "he", "ur", "ckb", "ps", "yi", "dv", "ug"}
colour = RegexValidator(r"^#[0-9a-fA-F]{6}$", _("Write a colour as # and six hexadecimal digits, such as #8a1c1c."))


def currency_choices() -> list[tuple[str, str]]:
    """Currencies a newsroom may keep its meter in."""
    codes = ("USD", "EUR", "GBP", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "UAH", "CAD", "AUD", "JPY")
    return [(code, code) for code in codes]


def language_choices() -> list[tuple[str, str]]:
    """Languages in which every sentence of ours is there, each by its own name."""
    return list(settings.LANGUAGES)


def known_zone(name: str) -> None:
    """Raise ValidationError unless ``name`` is an IANA time zone."""
    try:
        zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValidationError(
            _("“%(zone)s” is not a time zone. Write it as in Europe/Berlin."), params={"zone": name}
        ) from error


@register_setting(icon="home", order=10)
class Newsroom(BaseGenericSetting):
    """One row: name, look, place, money and policies."""

    name = models.CharField(_("name"), max_length=80, default="Dateline", help_text=_("The title in the masthead."))
    tagline = models.CharField(_("tagline"), max_length=140, blank=True, help_text=_("One line under the title."))
    logo = models.ImageField(
        _("logo"),
        upload_to="newsroom",
        blank=True,
        help_text=_("Square, at least 512 pixels; used in feeds and shares."),
    )
    language = models.CharField(
        _("language"),
        max_length=16,
        default="en",
        choices=language_choices,
        help_text=_("The language you publish in."),
    )
    other_languages = models.CharField(
        _("other languages"),
        max_length=80,
        blank=True,
        help_text=_("Codes with commas between, such as uk, ar."),
    )
    time_zone = models.CharField(
        _("time zone"),
        max_length=64,
        default="UTC",
        validators=[known_zone],
        help_text=_("Such as Europe/Berlin. Times are shown, and months of funding begin, in this zone."),
    )
    place = models.CharField(_("place"), max_length=80, blank=True, help_text=_("Where the newsroom is."))
    currency = models.CharField(
        _("currency"),
        max_length=3,
        default="USD",
        choices=currency_choices,
        help_text=_("In which goals and meters are kept."),
    )
    contact = models.EmailField(_("contact"), blank=True, help_text=_("Shown to readers; receipts are answered here."))
    corrections_policy = RichTextField(
        _("corrections policy"),
        blank=True,
        features=["bold", "italic", "link", "ul", "ol"],
        help_text=_("Shown on /corrections."),
    )
    ethics_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("ethics page"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Linked from every page and named in its metadata."),
    )
    accent = models.CharField(
        _("accent colour"),
        max_length=7,
        default="#8a1c1c",
        validators=[colour],
        help_text=_("Of links and buttons on light paper; dark enough to read."),
    )
    accent_dark = models.CharField(
        _("accent colour, dark"),
        max_length=7,
        default="#f2a38c",
        validators=[colour],
        help_text=_("Of links and buttons on dark paper; light enough to read."),
    )

    select_related = ["ethics_page"]  # the footer of every page links to it
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("name"),
                FieldPanel("tagline"),
                FieldPanel("logo"),
                FieldPanel("accent"),
                FieldPanel("accent_dark"),
            ],
            heading=_("Masthead"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("language"),
                FieldPanel("other_languages"),
                FieldPanel("time_zone"),
                FieldPanel("place"),
                FieldPanel("currency"),
                FieldPanel("contact"),
            ],
            heading=_("Place, language and money"),
        ),
        MultiFieldPanel([FieldPanel("corrections_policy"), FieldPanel("ethics_page")], heading=_("Policies")),
    ]

    class Meta:
        verbose_name = _("newsroom")

    def __str__(self) -> str:
        return self.name

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        """Tell the editor when an accent colour cannot be read; only once both are colours at all."""
        super().clean_fields(exclude=exclude)
        errors = accent_errors(self.accent, self.accent_dark)
        if errors:
            raise ValidationError(errors)

    @property
    def is_unnamed(self) -> bool:
        """Whether nobody has given the newsroom a name yet."""
        return self.name in {"", self._meta.get_field("name").default}

    @property
    def zone(self) -> zoneinfo.ZoneInfo:
        """The time zone as an object."""
        return zoneinfo.ZoneInfo(self.time_zone)

    @property
    def direction(self) -> str:
        """``rtl`` or ``ltr``, for the ``dir`` attribute."""
        return "rtl" if self.language.split("-")[0] in RIGHT_TO_LEFT else "ltr"
