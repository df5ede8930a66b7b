"""What stands before and after a span."""

from __future__ import annotations

from ..words import CASED, Words
from .containment import cue
from .spans import Span
from .surroundings import Surroundings
from .vocabulary import AFTER, BEFORE, ORGANISATIONS, SPEECH, STATE_ABBREVIATIONS, TITLES

GAPS = {
    " ": "space", ", ": "comma", "-": "hyphen", "": "none", ". ": "stop", " (": "bracket", ") ": "closing",
    "'": "apostrophe", "’": "apostrophe",
}  # fmt: skip
FAR_LEFT, FAR_RIGHT = 4, 5  # words of a run of capitals that are counted


def gap_name(gap: str) -> str:
    """A name for what stands between two words."""
    if gap in GAPS:
        return GAPS[gap]
    return "line" if "\n" in gap else "quote" if any(mark in gap for mark in '"“”') else "other"


def before(span: Span, seen: Surroundings) -> list[str]:
    """The two words before, and the run of capitals that leads to the span."""
    words, index = seen.words, span.first - 1
    if index < 0:
        return ["begins text"]
    gap, word, cased = gap_name(words.gaps[span.first]), words.lower[index], seen.cased(index)
    found = [f"before {gap} {cased}", f"left {left_run(seen, span.first)}"]
    if kind := cue(words, span):
        found.append(f"called {kind}")
    if gap == "line":
        return found
    if word in BEFORE:
        found.append(f"before {word}" + (" cased" if cased else ""))
    elif cased and gap == "space":
        found.append("before cased unknown")
    if word in TITLES and gap in ("space", "stop"):
        found.append(f"before title {cased}")
    if index and gap == "space" and words.lower[index - 1] in BEFORE and words.gaps[index] == " ":
        found.append(f"before that {words.lower[index - 1]}" + (" cased" if cased else ""))
    return found


def left_run(seen: Surroundings, first: int) -> str:
    """How many capitalised words stand directly before, and whether they begin the sentence."""
    words, index = seen.words, first
    while index > 0 and first - index < FAR_LEFT and not words.opens[index]:
        if words.gaps[index] not in (" ", ". ") or words.shapes[index - 1] not in CASED or index in seen.headings:
            break
        index -= 1
    return f"{first - index}" + (" opens" if words.opens[index] else "")


def after(span: Span, seen: Surroundings) -> list[str]:
    """The words behind, and the run of capitals that goes on from the span."""
    words, index = seen.words, span.last + 1
    if index >= len(words):
        return ["ends text"]
    gap, cased = gap_name(words.gaps[index]), words.shapes[index] in CASED and index not in seen.headings
    if span.end > words.ends[span.last] and gap == "stop":
        gap = "space"
    found = [f"after {gap} {cased}", *right_run(seen, span.last)]
    if gap == "space":
        found += next_word(words, index, cased, span.first == span.last)
    elif gap == "apostrophe":
        found += owned(words, index)
    elif gap == "comma" and words.written[index][0].isdigit():
        found.append("comma figure")
    elif gap == "comma" and cased and words.lower[index] in STATE_ABBREVIATIONS:
        found.append("comma state letters")
    return found


def next_word(words: Words, index: int, cased: bool, single: bool) -> list[str]:
    """What the word behind says, and the next if it is capitalised."""
    word, found = words.lower[index], []
    if word in AFTER:
        found.append(f"after {word}" + (" cased" if cased else ""))
    elif cased:
        found.append("after cased unknown" + (" single" if single else ""))
    if word in SPEECH:
        found.append("after speech")
    further = index + 1
    is_beside = further < len(words) and words.gaps[further] == " " and words.shapes[further] in CASED
    if is_beside and words.lower[further] in AFTER:
        found.append(f"after that {words.lower[further]}")
    return found


def owned(words: Words, index: int) -> list[str]:
    """What belongs to the span, where an apostrophe and an s follow."""
    further = index + 1
    if words.lower[index] != "s" or further >= len(words) or words.gaps[further] != " ":
        return []
    found = [f"owns {words.shapes[further] in CASED}"]
    return [*found, f"owns {words.lower[further]}"] if words.lower[further] in AFTER else found


def right_run(seen: Surroundings, last: int) -> list[str]:
    """How many capitalised words follow directly, and whether an organisation ends there."""
    words, index = seen.words, last
    while index + 1 < len(words) and index - last < FAR_RIGHT and goes_on(seen, index + 1):
        index += 1
    found = [f"right {min(index - last, 3)}"]
    if index > last and words.lower[index] in ORGANISATIONS:
        found += ["right organisation", f"right ends {words.lower[index]}"]
    return found


def goes_on(seen: Surroundings, index: int) -> bool:
    """Whether a run of capitals goes on with this word: "of" does, before another capital."""
    words = seen.words
    if index in seen.headings or words.gaps[index] not in (" ", "-", "&", " & "):
        return False
    if words.shapes[index] in CASED:
        return True
    small = words.lower[index] in ("of", "and", "for") and index + 1 < len(words)
    return small and words.shapes[index + 1] in CASED
