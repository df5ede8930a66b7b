"""Rows of rooms that may not know delivery, for they lie below it or beside it, and that stand on public pages."""

from dateline.delivery.triggers import Watch

WATCHED = [
    Watch("people_newsroom", ("frame",)),
    Watch("atlas_mapsettings", ("maps",)),
    Watch("atlas_drawnmap", ("map:{id}",), verbs=("UPDATE", "DELETE")),
]
