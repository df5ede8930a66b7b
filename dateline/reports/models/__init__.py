"""Reports and what belongs to them."""

from .author import Author
from .byline import Byline
from .change import ChangeIsSaid, Correction, Update
from .front_page import FrontPage, FrontPick
from .picture import Picture, PictureQuerySet, Rendition
from .report import RelatedReport, ReportPage, ReportTag
from .section import SectionPage
from .standing import StandingPage

__all__ = [
    "Author",
    "Byline",
    "ChangeIsSaid",
    "Correction",
    "FrontPage",
    "FrontPick",
    "Picture",
    "PictureQuerySet",
    "RelatedReport",
    "Rendition",
    "ReportPage",
    "ReportTag",
    "SectionPage",
    "StandingPage",
    "Update",
]
