"""Who is told of what, once, and who is not."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest

from dateline.discussion.actions import mute, record_comment, set_status, withdraw
from dateline.discussion.models import Comment, Status, Thread
from dateline.discussion.writer import Writer
from dateline.moderation.actions import answer, appeal, decide, undo
from dateline.moderation.links import appeal_link
from dateline.moderation.models import Action, Outcome
from dateline.notices.actions import choose
from dateline.notices.models import Kind, Notice, Pace, Recipient
from dateline.people.models import User

from .conftest import Say, account, mails, read

pytestmark = pytest.mark.django_db


def kinds(writer: Writer) -> list[str]:
    """What somebody was told, in its order."""
    return list(Notice.objects.filter(recipient__whose=writer.key).order_by("pk").values_list("kind", flat=True))


def test_somebody_who_is_answered_is_told_once(say: Say, ben: Writer, dee: Writer, now: datetime) -> None:
    answer = say(dee, "It fell again.", parent=say(ben))
    [sent] = mails(now)
    assert sent.to == ["ben@example.org"]
    assert sent.subject == "Dee answered you. “The river rises”"
    assert "> It fell again." in sent.body
    assert f"http://127.0.0.1:8000/comments/{answer.pk}/#c{answer.pk}" in sent.body
    assert mails(now + timedelta(days=2)) == []


def test_an_account_is_told_without_having_asked_and_a_guest_only_after_it(
    say: Say, ben: Writer, dee: Writer, now: datetime
) -> None:
    say(ben, parent=say(dee))
    assert mails(now) == []
    assert not Recipient.objects.known_as(dee.key).exists()


def test_a_guest_who_has_confirmed_is_told(say: Say, ben: Writer, dee: Writer, told_dee: Recipient, now: datetime):
    say(ben, parent=say(dee))
    assert [sent.to for sent in mails(now)] == [["dee@example.org"]]


def test_nobody_is_told_of_their_own_words(say: Say, ben: Writer, now: datetime) -> None:
    say(ben, "And @Ben says more.", parent=say(ben))
    assert mails(now) == []


def test_what_is_imported_is_told_to_nobody(thread: Thread, say: Say, ben: Writer, now: datetime) -> None:
    record_comment(
        thread=thread,
        author_name="Old",
        text="Old words, @Ben.",
        created_at=now,
        now=now,
        parent=say(ben),
        source_key="1",
    )
    assert mails(now) == []


def test_whom_one_has_muted_one_is_not_told_of(say: Say, ben: Writer, cass: Writer, now: datetime) -> None:
    first = say(cass)
    mute(comment=first, writer=ben, now=now)
    say(cass, "You are wrong, @Ben.", parent=say(ben))
    assert mails(now) == []


@pytest.mark.parametrize(
    "words", ["Ask @Ben about it.", "@Ben, you know.", "(@Ben)", "So says @Ben!", "@BEN and nobody else"]
)
def test_who_is_named_is_told(say: Say, ben: Writer, dee: Writer, now: datetime, words: str) -> None:
    say(dee, words)
    assert [sent.subject for sent in mails(now)] == ["Dee named you in a comment. “The river rises”"]


@pytest.mark.parametrize("words", ["Write to me@Ben", "Ben knows", "@Benjamin", "@@Ben", "https://x.example/@Ben"])
def test_who_is_not_named_is_not_told(say: Say, ben: Writer, dee: Writer, now: datetime, words: str) -> None:
    say(dee, words)
    read(now)
    assert kinds(ben) == []


def test_a_name_of_several_words_is_found_before_a_shorter_one(say: Say, ben: Writer, dee: Writer, now: datetime):
    mill = account("Millben")
    User.objects.filter(pk=mill.pk).update(display_name="Ben of the Mill")
    User.objects.get(pk=mill.pk).save()
    say(dee, "Ask @Ben of the Mill about the weir.")
    read(now)
    assert kinds(ben) == []
    assert kinds(Writer(account=mill)) == [Kind.MENTION]


def test_a_guest_is_named_by_the_name_they_wrote_under_in_that_thread(
    say: Say, ben: Writer, dee: Writer, told_dee: Recipient, now: datetime
) -> None:
    say(dee)
    say(ben, "Is that so, @Dee?")
    read(now)
    assert kinds(dee) == [Kind.MENTION]


def test_an_answer_that_names_whom_it_answers_is_told_once(say: Say, ben: Writer, dee: Writer, now: datetime) -> None:
    say(dee, "No, @Ben.", parent=say(ben))
    read(now)
    assert kinds(ben) == [Kind.REPLY]


def test_one_comment_names_five_people_at_most(say: Say, dee: Writer, now: datetime) -> None:
    people = [account(f"Reader{number}") for number in range(7)]
    say(dee, " ".join(f"@{user.display_name}," for user in people))
    read(now)
    assert Notice.objects.count() == 5


def test_a_held_answer_is_told_when_it_is_published(say: Say, ben: Writer, dee: Writer, ada: User, now: datetime):
    answer = say(dee, parent=say(ben))
    set_status(comment=answer, status=Status.HELD)
    assert mails(now) == []
    decide(comment=Comment.objects.get(pk=answer.pk), action=Action.APPROVE, moderator=ada, now=now)
    assert [sent.subject for sent in mails(now)] == ["Dee answered you. “The river rises”"]


@pytest.mark.parametrize("status", [Status.HELD, Status.SPAM, Status.REJECTED])
def test_what_is_hidden_before_the_mail_goes_is_not_in_it(
    say: Say, ben: Writer, dee: Writer, now: datetime, status: Status
) -> None:
    answer = say(dee, "Hidden words.", parent=say(ben))
    read(now)
    set_status(comment=answer, status=status)
    assert mails(now) == []


def test_what_its_author_takes_back_is_mailed_to_nobody(say: Say, ben: Writer, dee: Writer, now: datetime) -> None:
    answer = say(dee, "Hidden words.", parent=say(ben))
    read(now)
    withdraw(comment=answer, writer=dee, now=now)
    assert mails(now) == []


def test_an_author_is_told_what_a_moderator_decided(say: Say, ben: Writer, ada: User, now: datetime) -> None:
    comment = say(ben)
    decide(comment=comment, action=Action.REJECT, moderator=ada, now=now, reason="Insult", told="It insults somebody.")
    assert mails(now) == []  # a slip is taken back within two minutes
    [sent] = mails(now + timedelta(minutes=2))
    assert "A moderator decided not to publish your comment. The reason: It insults somebody." in sent.body
    assert f"/comments/mine/{comment.pk}/" in sent.body
    assert "Ada" not in sent.body


def test_a_decision_that_is_taken_back_at_once_is_told_to_nobody(say: Say, ben: Writer, ada: User, now: datetime):
    decision = decide(comment=say(ben), action=Action.REJECT, moderator=ada, now=now)
    read(now)
    undo(decision=decision, moderator=ada, now=now)
    read(now)
    assert mails(now + timedelta(minutes=2)) == []


def test_of_spam_nobody_is_mailed_but_it_stands_on_their_page(say: Say, ben: Writer, ada: User, now: datetime) -> None:
    decide(comment=say(ben), action=Action.SPAM, moderator=ada, now=now)
    assert mails(now + timedelta(days=2)) == []
    assert kinds(ben) == [Kind.DECISION]


def test_who_wants_no_mail_of_a_kind_gets_none(say: Say, ben: Writer, dee: Writer, now: datetime) -> None:
    say(dee, parent=say(ben))
    read(now)
    choose(recipient=Recipient.objects.get(), paces={"replies": Pace.NEVER}, now=now)
    say(dee, "More.", parent=say(ben, "Again."))
    assert mails(now + timedelta(days=2)) == []
    assert kinds(ben) == [Kind.REPLY, Kind.REPLY]


def test_reading_costs_the_same_few_queries_however_much_was_said(
    say: Say, ben: Writer, dee: Writer, now: datetime, django_assert_max_num_queries: object
) -> None:
    parent = say(ben)
    for number in range(4):
        say(dee, f"Number {number}.", parent=parent)
    with django_assert_max_num_queries(40):  # type: ignore[operator]
        read(now)


@pytest.mark.parametrize("outcome", [Outcome.UPHELD, Outcome.OVERTURNED])
def test_who_appealed_is_told_what_another_moderator_answered_and_nothing_twice(
    say: Say, ben: Writer, ada: User, now: datetime, outcome: Outcome
) -> None:
    mo = account("Mo")
    decision = decide(comment=say(ben), action=Action.REJECT, moderator=ada, now=now)
    read(now)
    [sent] = mails(now + timedelta(minutes=2))
    assert appeal_link(decision) in sent.body
    made = appeal(against=decision, words="It was irony.", now=now + timedelta(hours=1))
    answer(appeal=made, outcome=outcome, words="Read again.", moderator=mo, now=now + timedelta(hours=2))
    [sent] = mails(now + timedelta(hours=3))
    assert sent.subject.startswith("Another moderator has answered your appeal")
    assert "> Read again." in sent.body
    assert "Mo" not in re.sub(r"https?://\S+", "", sent.body)  # a link's own letters are drawn by chance
    assert mails(now + timedelta(days=2)) == []
