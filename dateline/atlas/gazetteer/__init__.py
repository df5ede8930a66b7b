"""Names of places and where they lie: one SQLite file, made once at install, read by everybody."""

from .gazetteer import Gazetteer, NotBuilt
from .place import Place

# GeoNames asks for it (CC BY 4.0) wherever its rows are shown.
CREDIT = "Places: GeoNames (CC BY 4.0), Natural Earth, US Census Bureau."

__all__ = ["CREDIT", "Gazetteer", "NotBuilt", "Place"]
