"""Which pages anybody may read, asked within the query that reads them."""

from __future__ import annotations

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef
from wagtail.models import PageViewRestriction
from wagtail.query import PageQuerySet


class OpenPageQuerySet(PageQuerySet):
    """Wagtail's words for pages, and one for what anybody may read."""

    def named(self, slug: str) -> OpenPageQuerySet:
        """Those with a slug."""
        return self.filter(slug=slug)

    def open_to_all(self) -> OpenPageQuerySet:
        """Pages that do not stand in a part of the tree behind a password or a sign-in.

        Wagtail reads all restrictions first, in a query of its own each time the word is said: eight times for a front
        page. Here the database looks for one above each page. A search cannot: it needs Wagtail's ``public``.
        """
        path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
        above = PageViewRestriction.objects.annotate(path=path).filter(path__startswith=F("page__path"))
        return self.exclude(Exists(above))
