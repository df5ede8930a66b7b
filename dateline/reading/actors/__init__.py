"""Who takes part in what happens: forces, groups, offices, companies and persons with a title, each with a role."""

from .acronyms import defined
from .actor import Mention
from .mentions import mentions
from .roles import roles

__all__ = ["Mention", "defined", "mentions", "roles"]
