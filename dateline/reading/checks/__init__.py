"""What is odd about a text's places, distances and numbers: each check states both values, and is a question.

A check gets plain values and yields questions; none of them blocks anything.
"""

from .bearings import wrong_bearings
from .extent import outside_extent
from .far import wrong_distances
from .headline import other_numbers
from .opposite import opposite_directions
from .order import out_of_order
from .rate import too_fast
from .superseded import superseded

__all__ = [
    "opposite_directions",
    "other_numbers",
    "out_of_order",
    "outside_extent",
    "superseded",
    "too_fast",
    "wrong_bearings",
    "wrong_distances",
]
