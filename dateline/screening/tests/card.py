"""``python -m dateline.screening.tests.card``: what the model card says of the texts of these tests."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.screening.card.bearing import RATES, Bearing
from dateline.screening.card.writing import percent, table
from dateline.screening.measure.opinions import judged, model_version, submission
from dateline.screening.train.disguise import DISGUISES, TRAINED

from . import attack_texts as texts
from .hard_negatives import GERMAN_HARD_NEGATIVES, HARD_NEGATIVES
from .test_attacks import SPAM, caught
from .test_hard_negatives import held

GROUPS = {
    "insults": texts.INSULTS,
    "job scams": texts.JOB_SCAMS,
    "crypto": texts.CRYPTO,
    "gambling": texts.GAMBLING,
    "phone scams": texts.PHONE_SCAMS,
    "flattery with a link": texts.FLATTERY_WITH_LINK,
    "pills and adult": texts.PILLS_AND_ADULT,
    "subtle": texts.SUBTLE_SPAM,
}
BY_RATE = "held in plain words by the head alone, where of 1,000 clean comments may be held"
Row = tuple[str, ...]


def parts() -> Iterator[str]:
    """Yield each part in Markdown."""
    yield f"Edition `{model_version()}`"
    yield f"## Tricks\n\n{table(('disguise', 'insults', 'spam') * 2, disguises(), 'lrr' * 2)}"
    plain = (f"{name} {caught('', tuple(group)):.0%}" for name, group in GROUPS.items())
    yield f"In plain words: {', '.join(plain)}."
    rows = (
        by_rate(f"{len(texts.INSULTS)} insults", "abuse", texts.INSULTS),
        by_rate(f"{len(SPAM)} advertisements", "spam", SPAM),
    )
    yield table((BY_RATE, *(f"{rate:g}" for rate in RATES)), rows, "l" + "r" * len(RATES))
    yield "## Hard negatives\n\n" + "\n".join(hard_negatives())


def disguises() -> Iterator[Row]:
    """Yield rows of two disguises side by side; a star for what was never learned from."""
    cells = [disguised(kind) for kind in ("", *sorted(DISGUISES))]
    half = (len(cells) + 1) // 2
    for place in range(half):
        yield *cells[place], *(cells[half + place] if half + place < len(cells) else ("", "", ""))


def disguised(kind: str) -> Row:
    """The shares of insults and of advertising that are held or flagged in a disguise."""
    name = kind.replace("_", " ") + ("" if kind in TRAINED or not kind else " *")
    return name or "none", f"{caught(kind, texts.INSULTS):.0%}", f"{caught(kind, SPAM):.0%}"


def by_rate(name: str, kind: str, attacks: tuple[str, ...]) -> Row:
    """What the head for a kind catches, by how many clean comments of a thousand may be held."""
    bearing = Bearing()
    for text in attacks:
        bearing.see(judged(submission(text)).opinions.get(kind))
    return name, *(percent(share) for share in bearing.shares())


def hard_negatives() -> Iterator[str]:
    """Yield how many are held, and which."""
    english = {kind: held(group) for kind, group in HARD_NEGATIVES.items()}
    german = held(GERMAN_HARD_NEGATIVES, "de")
    number, wrong = sum(map(len, HARD_NEGATIVES.values())), sum(map(len, english.values()))
    yield f"Of {number} hard negatives {wrong} are held ({percent(wrong / number, 1)}),"
    yield f"of {len(HARD_NEGATIVES['dialect'])} in dialects {len(english['dialect'])},"
    yield f"of {len(GERMAN_HARD_NEGATIVES)} German ones {len(german)}.\n"
    yield from (f"- {kind}: {text}" for kind, found in {**english, "German": german}.items() for text in found)


if __name__ == "__main__":
    for part in parts():
        print(f"{part}\n", flush=True)  # noqa: T201
