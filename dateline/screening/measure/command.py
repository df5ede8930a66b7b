"""``dateline screen``: what the screening says of a comment, of a file of them, and how good it is on labelled ones.

Nothing here needs settings, a database or the network.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from . import bench, one, stream
from .reading import Unreadable
from .telling import visible

NAME = "dateline screen"
NOT_DONE, INTERRUPTED = 1, 130


def main(arguments: Sequence[str]) -> int:
    """Run what is asked; return the exit code. What cannot be done is one sentence."""
    for output in (sys.stdout, sys.stderr):
        if isinstance(output, TextIOWrapper):
            output.reconfigure(errors="backslashreplace")
    wanted = parser().parse_args(arguments)
    try:
        code: int = wanted.run(wanted)
        sys.stdout.flush()
    except Unreadable as problem:
        sys.stdout.flush()
        sys.stderr.write(f"{NAME}: {visible(str(problem))}\n")
        return NOT_DONE
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # so that the flush at exit does not complain
        return NOT_DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def parser() -> argparse.ArgumentParser:
    """All options."""
    words = (__doc__ or "").split(":", 1)[1].strip()
    whole = argparse.ArgumentParser(NAME, description=words[:1].upper() + words[1:])
    asked = whole.add_subparsers(required=True, metavar="text | file | bench")
    for name, part, words in (
        ("text", one, "The verdict on one comment, with reasons and what moved the model."),
        ("file", stream, "A verdict for each comment of a file, a line of JSON each."),
        ("bench", bench, "How good the verdicts are on labelled comments, and how quick."),
    ):
        sub = asked.add_parser(name, help=words, description=part.__doc__)
        part.add_options(sub)
        sub.set_defaults(run=part.run)
    return whole
