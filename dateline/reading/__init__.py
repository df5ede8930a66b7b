"""A report's text in, proposed claims with reasons out; no database, no network, nothing published."""

from .places.prior import Prior
from .proposal import Actor, Proposal, Source, Warned, When, Where
from .read import Reading, read

__all__ = ["Actor", "Prior", "Proposal", "Reading", "Source", "Warned", "When", "Where", "read"]
