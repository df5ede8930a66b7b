"""What a newsroom has decided for all its maps."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from ..scenery import Disputed


@register_setting(icon="globe", order=25)
class MapSettings(BaseGenericSetting):
    """One row, edited in the editor, which keeps who changed it and when."""

    class Borders(models.TextChoices):
        """What is drawn of borders that are disputed."""

        BOTH = Disputed.BOTH.value, _("Dashed, as they are held and as they are claimed")
        HELD = Disputed.HELD.value, _("Dashed, only as they are held")
        NONE = Disputed.NONE.value, _("Not at all")

    disputed = models.CharField(
        _("disputed borders"),
        max_length=8,
        choices=Borders.choices,
        default=Borders.BOTH,
        help_text=_(
            "On maps whose land and borders we draw. To draw one of them otherwise, choose “not at all” and add your "
            "own border to the map."
        ),
    )

    panels = [FieldPanel("disputed")]

    class Meta:
        verbose_name = _("map settings")

    def __str__(self) -> str:
        return str(_("Map settings"))

    @classmethod
    def policy(cls) -> Disputed:
        """What to draw of disputed borders; reading writes no row."""
        return Disputed(cls.objects.values_list("disputed", flat=True).first() or Disputed.BOTH)
