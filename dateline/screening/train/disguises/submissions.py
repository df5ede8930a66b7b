"""Attacks that take more than one text: a name, somebody else's words, an edit. Each is what was sent, in its order.

The last submission is the attack; those before it are what made it possible and are harmless.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from ...verdict import Submission
from .wrapping import host, sentence

Attack = Callable[[Submission, random.Random], tuple[Submission, ...]]
THANKS = ("Thanks, well said.", "Great article!", "I agree with this.", "Nice.", "Good to know, thank you.")
NAME = 80  # characters of a name that are taken


def link_in_name(submission: Submission, rng: random.Random) -> tuple[Submission, ...]:
    """Praise as the text and an address as the name: programs that want the link, not the reader."""
    name = rng.choice((f"www.{host(rng)}", f"https://{host(rng)}", host(rng), f"Best {host(rng)}"))
    return (replace(submission, text=rng.choice(THANKS), author_name=name),)


def words_in_name(submission: Submission, rng: random.Random) -> tuple[Submission, ...]:
    """What is meant stands in the name, over a harmless text: trolls."""
    return (replace(submission, text=rng.choice(THANKS), author_name=submission.text[:NAME]),)


def copied_with_link(submission: Submission, rng: random.Random) -> tuple[Submission, ...]:
    """Somebody else's comment once more, with a link: to a filter it reads like its readers."""
    scheme = rng.choice(("https://", "www.", ""))
    copy = f"{submission.text} {rng.choice(('', 'More: ', 'See '))}{scheme}{host(rng)}"
    return submission, replace(submission, text=copy, author_name="", accepted=0, trusted=False, earlier=())


def repeated_with_changes(submission: Submission, rng: random.Random) -> tuple[Submission, ...]:
    """One's own comment again under every article, with a word added here and there so that it is not the same."""
    words = submission.text.split(" ")
    for _ in range(max(1, len(words) // 15)):
        words.insert(rng.randint(0, len(words)), rng.choice(("really", "so", "now", "well", "just")))
    again = replace(submission, text=" ".join(words), earlier=(submission.text, *submission.earlier))
    return submission, again


def late_edit(submission: Submission, rng: random.Random) -> tuple[Submission, ...]:
    """A harmless comment that is accepted and then edited into what was meant."""
    first = replace(submission, text=sentence(rng))
    return first, replace(submission, accepted=submission.accepted + 1, earlier=(first.text, *submission.earlier))


def grown_account(submission: Submission, rng: random.Random) -> tuple[Submission, ...]:
    """An account that was bought, or patient: many harmless comments were accepted before."""
    earlier = tuple(sentence(rng) for _ in range(20))
    return (replace(submission, accepted=rng.randint(20, 400), earlier=earlier),)


def in_pieces(submission: Submission, rng: random.Random) -> tuple[Submission, ...]:
    """Half of it in one comment and half in the next, to be read one below the other."""
    words = submission.text.split(" ")
    at = rng.randint(1, max(len(words) - 1, 1))
    first, second = (replace(submission, text=" ".join(part)) for part in (words[:at], words[at:]))
    return first, replace(second, earlier=(first.text, *submission.earlier))


def in_lines(submission: Submission, rng: random.Random) -> tuple[Submission, ...]:
    """Each word on a line of its own, which a page joins and which filters by line do not."""
    return (replace(submission, text=submission.text.replace(" ", rng.choice(("\n", "\n\n", "\r\n")))),)


SUBMISSION_ATTACKS: dict[str, Attack] = {
    attack.__name__: attack
    for attack in (
        link_in_name, words_in_name, copied_with_link, repeated_with_changes,
        late_edit, grown_account, in_pieces, in_lines,
    )
}  # fmt: skip
