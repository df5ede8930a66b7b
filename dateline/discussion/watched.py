"""Rows of discussion that others write, and that stand on public pages: the editor's list of sites."""

from dateline.delivery.triggers import Watch

WATCHED = [Watch("discussion_embedding", ("embedding",))]
