"""How good the verdicts are on labelled comments. FILE: CSV, TSV or JSON lines (.gz, too) with a text and a label in
each row; what is not said about it is guessed, and the guess is told. DATA_DIR: the public data sets in it that are
known here."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from . import folder, labelled
from .one import add_author, from_one, number
from .opinions import HELD
from .reading import Unreadable
from .report import POLICY


def add_options(parser: argparse.ArgumentParser) -> None:
    """Say what may be asked."""
    add = parser.add_argument
    add("paths", nargs="+", metavar="FILE|DATA_DIR", help="labelled comments; - is standard input")
    add("--text", metavar="COLUMN", help="where the text stands (a number without a header)")
    add("--label", metavar="COLUMN", help="where the label stands")
    yes = parser.add_mutually_exclusive_group()
    yes.add_argument("--positive", metavar="VALUE[,VALUE]", help="labels that mean yes")
    yes.add_argument("--positive-at", type=float, metavar="NUMBER", help="labels from this number on mean yes")
    add(
        "--head",
        choices=[*HELD, POLICY],
        help="who is measured: one head, or all checks together (default: by the labels)",
    )
    add("--form", choices=["csv", "tsv", "jsonl", "json"], help="default: by the name and the first line")
    add("--separator", metavar="CHARACTER", help="between cells")
    add("--no-header", action="store_true", help="the first line is a row; columns are 1, 2, …")
    add("--encoding", default="", help="default utf-8")
    add("--limit", type=from_one, metavar="N", help="only so many rows, drawn by chance")
    add("--seed", type=int, default=1, help="of what is drawn")
    add(
        "--errors",
        type=number,
        default=0,
        metavar="N",
        help="show the N worst mistakes on either side, at the shipped thresholds",
    )
    add("--json", action="store_true", help="tell it as JSON")
    add_author(parser)


def run(wanted: argparse.Namespace) -> int:
    """Measure each path."""
    told = []
    for path in wanted.paths:
        part = folder if Path(path).is_dir() else labelled
        try:
            result = part.measured(path, wanted)
        except Unreadable as problem:
            raise Unreadable(str(problem) if path in str(problem) else f"{path}: {problem}") from problem
        told.append(result)
        if not wanted.json:
            sys.stdout.write("\n".join(part.lines_of(result)) + "\n")
            sys.stdout.flush()
    if wanted.json:
        sys.stdout.write(json.dumps(told[0] if len(told) == 1 else told, indent=2) + "\n")
    return 0
