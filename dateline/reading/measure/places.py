"""Measure how places are found, on marked texts.

    python -m dateline.reading.measure.places DATA_DIR [--half even] [--weights FILE] [--folds 4] [--past] [--in-order]

Prints, for each corpus, precision and recall of exact spans, their F1, accuracy within 161 km, mean error, AUC and
end-to-end F1; then the time for 1,000 words and the memory of the process. ``--folds`` learns anew without the
documents that are measured. ``--past`` reads the local papers once more, with what was marked in earlier documents as
confirmed; ``--in-order`` does so with the names given, and asks only where they lie.
"""

from __future__ import annotations

import argparse
import resource
import sys
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from time import process_time

from dateline.atlas.gazetteer import Gazetteer

from ..places.find import Toponym, toponyms
from ..places.model import Model, read, shipped_path
from ..places.prior import Prior
from ..words import Words
from . import in_order
from .corpora import Document, documents
from .past import with_past
from .scores import Score

PAPERS = "lgl"
Chosen = Callable[[Document], Model]
Reader = Callable[[Document, "Prior | None"], list[Toponym]]
HEADINGS = (
    f"{'corpus':24}{'marked':>7}{'P':>7}{'R':>7}{'F1':>7}{'Acc@161':>9}{'mean km':>9}{'AUC':>7}{'end-to-end F1':>15}\n"
)


def main(arguments: list[str] | None = None) -> int:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(
        prog="python -m dateline.reading.measure.places", description=__doc__.splitlines()[0]
    )
    parser.add_argument("data", type=Path, help="The folder with the marked texts.")
    parser.add_argument(
        "--half", choices=("all", "odd", "even"), default="all", help="Every second document, by its number."
    )
    parser.add_argument("--weights", type=Path, default=shipped_path(), help="Other weights than those shipped.")
    parser.add_argument(
        "--folds", type=int, default=0, help="Learn anew for so many parts, each without its own documents."
    )
    parser.add_argument(
        "--past", action="store_true", help="Read the local papers with what was confirmed before, too."
    )
    parser.add_argument(
        "--in-order", action="store_true", help="Place the names given in local papers, with what was confirmed before."
    )
    asked = parser.parse_args(arguments)
    marked, gazetteer = documents(asked.data, asked.half), Gazetteer.open()
    if not marked:
        sys.stderr.write(f"There are no marked texts in {asked.data}.\n")
        return 2
    model = folded(marked, gazetteer, asked.folds) if asked.folds else shipped(read(asked.weights))
    reader = reading(gazetteer, model)
    sys.stdout.write(HEADINGS)
    timed(marked, reader)
    papers = [one for one in marked if one.corpus == PAPERS]
    if asked.past:
        continued(papers, gazetteer, reader)
    if asked.in_order:
        sys.stdout.write(in_order.told(papers, gazetteer, model))
    return 0


def shipped(model: Model) -> Chosen:
    """Read everything with the same weights."""
    return lambda _document: model


def folded(marked: list[Document], gazetteer: Gazetteer, folds: int) -> Chosen:
    """Read each document with weights that were learnt without it."""
    training = import_module("dateline.reading.training.places")  # needs numpy, which reading does not
    models = [
        Model.of(training.learnt([one for one in marked if one.number % folds != fold], gazetteer))
        for fold in range(folds)
    ]
    return lambda document: models[document.number % folds]


def reading(gazetteer: Gazetteer, model: Chosen) -> Reader:
    """Find the names and place them."""
    return lambda document, prior: toponyms(Words(document.text), gazetteer, prior=prior, model=model(document))


def timed(marked: list[Document], reader: Reader) -> None:
    """Score all documents, and say how long it took."""
    scores = {one.corpus: Score() for one in marked}
    words, seconds = 0, 0.0
    for document in marked:
        begun = process_time()
        found = reader(document, None)
        seconds += process_time() - begun
        words += len(document.text.split())
        scores[document.corpus].add(document.places, found)
    for corpus, score in scores.items():
        sys.stdout.write(line(corpus, score))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"{1e6 * seconds / words:.1f} ms for 1,000 words, {memory:.0f} MB at most.\n")


def continued(papers: list[Document], gazetteer: Gazetteer, reader: Reader) -> None:
    """Score the local papers without and with their past, where there is so much of the same paper."""
    for name, least, past in in_order.PASTS:
        plain, after = Score(), Score()
        for document, paper, others in with_past(papers, gazetteer):
            if len(paper) >= least:
                plain.add(document.places, reader(document, None))
                after.add(document.places, reader(document, past(paper, others)))
        sys.stdout.write(line(f"{PAPERS}, alone", plain) + line(f"  {name}", after))


def line(name: str, score: Score) -> str:
    """One row of the table."""
    rates: Iterable[float] = (score.precision, score.recall, score.f1)
    first = "".join(f"{rate:7.3f}" for rate in rates)
    last = f"{score.accuracy:9.3f}{score.mean_km:9.0f}{score.auc:7.3f}{score.end_to_end:15.3f}"
    return f"{name:24}{score.marked:7}{first}{last}\n"


if __name__ == "__main__":
    raise SystemExit(main())
