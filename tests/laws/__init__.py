"""The laws of the house that import-linter cannot see, each a function over a tree of files.

A law takes the folder that holds the ``dateline`` package and yields breaches, so that a test can plant one in a folder
of its own and see it caught. What may stand in spite of a law is named in exceptions.py, with the reason.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from . import budgets, manners, names, surface
from .house import Breach

LAWS: dict[str, Callable[[Path], Iterator[Breach]]] = {
    law.__name__: law
    for law in (
        names.law_lines,
        names.upward_relations,
        names.upward_reversals,
        names.upward_dotted_names,
        names.upward_templates,
        manners.reads_in_thin_modules,
        manners.clocks_at_import,
        manners.model_signals,
        manners.imports_in_functions,
        manners.drawers,
        manners.machine_names,
        surface.inline_code,
        surface.shouting,
        surface.physical_sides,
        surface.script_knots,
        budgets.over_budget,
    )
}
