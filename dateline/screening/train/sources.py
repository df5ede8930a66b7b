"""The public data sets as (role, text) pairs: one reader each. What a role is worth to a head, the manifest says."""

from __future__ import annotations

import ast
import csv
import json
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

Pairs = Iterator[tuple[str, str]]
Reader = Callable[[list[Path]], Pairs]
BLANKS = re.compile(r"\s+")


def davidson(files: list[Path]) -> Pairs:
    """Tweets: 0 hate, 1 offensive, 2 neither."""
    for row in _table(files[0]):
        yield ("hate", "offensive", "neither")[int(row["class"])], _tweet(row["tweet"])


def toxic_spans(files: list[Path]) -> Pairs:
    """Civil Comments whose insults were marked by several people: as they are, and with what was marked taken out."""
    comments = {row["comment_id"]: row["comment_text"] for row in _table(files[0])}
    doubts: dict[str, list[bool]] = defaultdict(list)
    owner: dict[str, str] = {}
    for row in _table(files[1]):
        doubts[row["comment_id"]].append(row["not toxic"] == "True")
        owner[row["annotation"]] = row["comment_id"]
    marked: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for row in _table(files[2]):
        marked[owner.get(row["annotation"], "")].add((int(float(row["start"])), int(float(row["end"]))))
    for number, text in comments.items():
        doubt = sum(doubts[number]) / max(len(doubts[number]), 1)
        yield "toxic" if doubt < 0.34 else "doubted" if doubt < 0.67 else "cleared", text
        if marked[number]:
            yield "deleted", _without(text, marked[number])


def shared_task(files: list[Path]) -> Pairs:
    """The posts of SemEval-2021's task 5, whose places were agreed on."""
    for row in _table(files[0]):
        places = set(ast.literal_eval(row["spans"]))
        yield "toxic" if places else "unmarked", row["text"]
        if places:
            yield "deleted", BLANKS.sub(" ", "".join(c for i, c in enumerate(row["text"]) if i not in places)).strip()


def talk_pages(files: list[Path]) -> Pairs:
    """Wikipedia's talk pages at their natural rate."""
    for row in _table(files[0]):
        yield "toxic" if float(row["label"]) >= 0.5 else "clean", row["text"]


def jigsaw(files: list[Path]) -> Pairs:
    """Wikipedia comments, half of them toxic."""
    with files[0].open(encoding="utf-8", newline="") as lines:
        for text, label in csv.reader(lines):
            yield "toxic" if label == "1" else "clean", text


def edos(files: list[Path]) -> Pairs:
    """Sexism on Reddit and Gab."""
    for row in _table(files[0]):
        yield (
            "sexist" if row["label_sexist"] == "sexist" else "other",
            row["text"].replace("[USER]", "@someone").replace("[URL]", ""),
        )


def paradetox(files: list[Path]) -> Pairs:
    """Rude sentences and what they say politely."""
    with files[0].open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield "rude", row["toxic"]
            for name in ("neutral1", "neutral2", "neutral3"):
                if row[name]:
                    yield "polite", row[name]


def gab(files: list[Path]) -> Pairs:
    """Posts on Gab: assaults on dignity, calls for violence, vulgar, or nothing of it."""
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            hateful = row.get("hd") or row.get("cv")
            yield "hate" if hateful else "vulgar" if row.get("vo") else "other", row["Text"]


def hatemoji(files: list[Path]) -> Pairs:
    """Hate written with emoji, by people who tried to fool a model."""
    for row in _table(files[0]):
        yield "hate" if row["label_gold"] == "1" else "other", row["text"]


def identities(files: list[Path]) -> Pairs:
    """Sentences about all kinds of people from templates: mention is no insult."""
    for row in _table(files[0]):
        yield ("bad" if row["toxicity"] == "toxic" else "neutral"), row["phrase"]


def germeval(files: list[Path]) -> Pairs:
    """German tweets."""
    for line in files[0].read_text(encoding="utf-8").splitlines():
        text, _coarse, fine = line.split("\t")
        yield (
            {"ABUSE": "abuse", "INSULT": "insult", "PROFANITY": "profanity"}.get(fine, "other"),
            _tweet(text.replace("|LBR|", " ")),
        )


def youtube(files: list[Path]) -> Pairs:
    """Comments below music videos. The byte order mark in them tells the class, so it goes."""
    for file in files:
        for row in _table(file):
            yield ("spam" if row["CLASS"] == "1" else "ham"), row["CONTENT"].replace("\ufeff", "")


def sms(files: list[Path]) -> Pairs:
    """Short messages."""
    for line in files[0].read_text(encoding="utf-8").splitlines():
        label, _tab, text = line.partition("\t")
        yield label, text


def telegram(files: list[Path]) -> Pairs:
    """Messages of Telegram groups, English and Russian; spam first."""
    for role, file in zip(("spam", "ham"), files, strict=True):
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield role, line


def flattery(files: list[Path]) -> Pairs:
    """Comment spam spun from templates; the same template gives different texts."""
    templates = [
        each
        for each in files[0].read_text(encoding="utf-8", errors="replace").replace("\r", "").split("|\n")
        if len(each) > 60
    ]
    dice = random.Random(20260101)  # noqa: S311 - the same texts each time
    for template in templates:
        for _ in range(14):
            text = BLANKS.sub(" ", _spun(template, dice)).strip()
            link = dice.choice(
                (
                    "",
                    f" https://{dice.choice(NAMES)}{dice.choice(NAMES)}.{dice.choice(TOPS)}/{dice.choice(NAMES)}",
                    f" {dice.choice(NAMES)}-{dice.choice(NAMES)}.{dice.choice(TOPS)}",
                )
            )
            yield "spam", text + link


NAMES = (
    "best", "cheap", "seo", "loan", "casino", "slots", "pills", "watch", "shop", "online", "deals", "bet", "crypto",
    "coin", "health", "slim", "travel", "invest", "pro", "top", "vip", "win", "replica", "bags", "essay",
)  # fmt: skip
TOPS = ("com", "net", "info", "biz", "xyz", "online", "site", "shop", "top", "ru", "in", "co")
CHOICE = re.compile(r"\{([^{}]*)\}")


def _spun(template: str, dice: random.Random) -> str:
    while (spun := CHOICE.sub(lambda match: dice.choice(match[1].split("|")), template)) != template:
        template = spun
    return template


def clean(files: list[Path]) -> Pairs:
    """Our own comments that pass."""
    for line in _lines(files):
        yield "clean", line


def insulting(files: list[Path]) -> Pairs:
    """Our own comments that insult."""
    for line in _lines(files):
        yield "insulting", line


def scams(files: list[Path]) -> Pairs:
    """Our own advertising and fraud, each with its kind before a tab."""
    for line in _lines(files):
        yield "spam", line.partition("\t")[2]


def pairs(files: list[Path]) -> Pairs:
    """Our own pairs: an insult, a tab, and what is none."""
    for line in _lines(files):
        bad, _tab, good = line.partition("\t")
        yield "insulting", bad
        yield "clean", good


def marked_to_try(folder: Path) -> Iterator[str]:
    """The trial posts of SemEval-2021's task 5: on them it is measured whether the right words are pointed at."""
    file = folder / "ipavlopoulos+toxic_spans/SemEval2021/data/tsd_trial.csv"
    return (row["text"] for row in _table(file)) if file.is_file() else iter(())


def news_comments(file: Path) -> Iterator[tuple[str, bool]]:
    """Comments below news, and whether most readers of each found it antagonising or hostile."""
    for row in _table(file):
        yield row["comment"], "1" in (row["antagonize"], row["hostile"])


READERS: dict[str, Reader] = {
    reader.__name__: reader
    for reader in (
        davidson, toxic_spans, shared_task, talk_pages, jigsaw, edos, paradetox, gab, hatemoji, identities, germeval,
        youtube, sms, telegram, flattery, clean, insulting, scams, pairs,
    )
}  # fmt: skip


def _lines(files: list[Path]) -> Iterator[str]:
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("# "):
                yield line.replace("\\n", "\n")


def _table(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as rows:
        yield from csv.DictReader(rows)


def _tweet(text: str) -> str:
    text = re.sub(r"^[!\"\s]*RT @\w+:?\s*", "", text)
    return (
        text.replace("&amp;", "&")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#8220;", "“")
        .replace("&#8221;", "”")
        .strip('" ')
    )


def _without(text: str, spans: set[tuple[int, int]]) -> str:
    keep = [True] * len(text)
    for start, end in spans:
        keep[start:end] = [False] * len(keep[start:end])
    return BLANKS.sub(" ", "".join(c for c, kept in zip(text, keep, strict=True) if kept)).strip()
