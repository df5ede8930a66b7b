"""Reports and what belongs to them."""

from .author import Author
from .byline import Byline
from .change import ChangeIsSaid, Correction, Update
from .claim import Claim
from .claim_standing import ClaimStanding, StandingIsSaid
from .claim_words import Basis, Modality, Precision, Spread, Standing, WhenBasis
from .dismissal import Dismissal
from .front_page import FrontPage, FrontPick
from .picture import Picture, PictureQuerySet, Rendition
from .report import RelatedReport, ReportPage, ReportTag
from .section import SectionPage
from .situation import Axis, SituationPage
from .source import Source
from .standing import StandingPage

__all__ = [
    "Author",
    "Axis",
    "Basis",
    "Byline",
    "ChangeIsSaid",
    "Claim",
    "ClaimStanding",
    "Correction",
    "Dismissal",
    "FrontPage",
    "FrontPick",
    "Modality",
    "Picture",
    "PictureQuerySet",
    "Precision",
    "RelatedReport",
    "Rendition",
    "ReportPage",
    "ReportTag",
    "SectionPage",
    "SituationPage",
    "Source",
    "Spread",
    "Standing",
    "StandingIsSaid",
    "StandingPage",
    "Update",
    "WhenBasis",
]
