"""On which other sites our discussions may stand."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from dateline.lib.web_address import BadAddress, read_pattern

MOST = 100  # they all stand in a header of every page that is framed


def lines_of(text: str) -> list[str]:
    """Return the lines of ``text`` that say something."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def readable_origins(text: str) -> None:
    """Raise ValidationError for a line that is no origin, and where there are too many."""
    lines = lines_of(text)
    if len(lines) > MOST:
        raise ValidationError(_("There are more than %(most)s lines."), params={"most": MOST})
    errors = []
    for line in lines:
        try:
            read_pattern(line)
        except BadAddress:
            words = _("“%(line)s” is not the address of a site. Write it as in https://blog.example.org.")
            errors.append(ValidationError(words, params={"line": line[:80]}))
    if errors:
        raise ValidationError(errors)


@register_setting(icon="code", order=20)
class Embedding(BaseGenericSetting):
    """One row, edited in the editor, which keeps who changed it and when."""

    origins = models.TextField(
        _("sites"),
        blank=True,
        validators=[readable_origins],
        help_text=_(
            "One a line, such as https://blog.example.org. With https://*.example.org all names before example.org "
            "may, but example.org itself needs its own line. Nobody else may show our discussions, maps and timelines."
        ),
    )

    panels = [FieldPanel("origins")]

    class Meta:
        verbose_name = _("embedding")

    def __str__(self) -> str:
        return str(_("Embedding"))

    @classmethod
    def allowed(cls) -> tuple[str, ...]:
        """Return the patterns of origins, in their one spelling and order; reading writes no row."""
        text = cls.objects.values_list("origins", flat=True).first() or ""
        patterns = set()
        for line in lines_of(text)[:MOST]:
            try:
                patterns.add(read_pattern(line))
            except BadAddress:  # a row that was not written by the form
                continue
        return tuple(sorted(patterns))
