"""Anybody may type any address: it gets one question, and nothing else until its owner has said yes."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import OperationalError, connection, transaction
from django.test import Client
from wagtail.models import Page

from dateline.discussion.statements import listed
from dateline.discussion.turns import LOCK
from dateline.discussion.turns import _number as number_of
from dateline.discussion.writer import Writer
from dateline.notices.actions import Refused, ask, confirm, refuse
from dateline.notices.actions.asking import COUNTED, FROM_ONE_PLACE, IN_ALL, OF_ONE_ADDRESS
from dateline.notices.actions.recipients import recipient_for
from dateline.notices.links import confirm_link
from dateline.notices.models import Asking, Recipient, Refusal
from dateline.notices.models.asking import hash_of_mail
from dateline.people.models import Outbox

from .conftest import Say, another_connection, mails, read

pytestmark = pytest.mark.django_db
LINK = re.compile(r"http://127\.0\.0\.1:8000(/notices/(\w+)/\S+)")
DEE = "dee@example.org"


def with_mail(writer: Writer, address: str = DEE) -> Writer:
    return writer.named(writer.name, address)


def links(body: str) -> dict[str, str]:
    """The paths in a mail by what they are for."""
    return {name: path for path, name in LINK.findall(body)}


def test_a_guest_who_leaves_an_address_is_asked_once_and_told_after_yes(
    client: Client, post: Callable[..., Any], say: Say, ben: Writer, dee: Writer, now: datetime
) -> None:
    comment = say(with_mail(dee))
    say(ben, "An answer before the yes.", parent=comment)
    [question] = mails(now)
    assert question.to == [DEE]
    assert "do you want to be told of answers?" in question.subject
    path = links(question.body)["confirm"]
    assert client.get(path).status_code == 200
    assert Recipient.objects.known_as(dee.key).get().mail == ""  # programs that open links say nothing
    for _ in range(2):
        assert "You will be told" in post(path).content.decode()
    say(ben, "An answer after it.", parent=comment)
    [sent] = mails(now + timedelta(minutes=1))
    assert sent.to == [DEE]
    assert "An answer after it." in sent.body


def test_the_same_browser_and_address_are_asked_once(say: Say, dee: Writer, now: datetime) -> None:
    say(with_mail(dee))
    say(with_mail(dee), "More of it.")
    assert len(mails(now)) == 1
    recipient = Recipient.objects.get()
    confirm(recipient=recipient, mail=DEE, now=now)
    say(with_mail(dee), "Even more.")
    assert mails(now) == []


def test_nobody_floods_a_mailbox_with_questions(now: datetime) -> None:
    def try_it(number: int, at: datetime) -> bool:
        writer = Writer(device=f"{number:064}", origin=f"{number:032}")
        try:
            ask(recipient=recipient_for(writer=writer, now=at), mail="Dee@Example.org", origin=writer.origin, now=at)
        except Refused:
            return False
        return True

    day, month = (OF_ONE_ADDRESS[span] for span in sorted(OF_ONE_ADDRESS))
    assert [try_it(number, now) for number in range(day + 2)] == [True] * day + [False] * 2
    later = [try_it(100 + days, now + timedelta(days=days)) for days in range(1, 20)]
    assert sum(later) == month - day


def test_one_place_cannot_write_to_everybody(now: datetime) -> None:
    for number in range(FROM_ONE_PLACE):
        writer = Writer(device=f"{number:064}")
        ask(recipient=recipient_for(writer=writer, now=now), mail=f"{number}@example.org", origin="x" * 32, now=now)
    with pytest.raises(Refused):
        ask(recipient=recipient_for(writer=writer, now=now), mail="one@example.org", origin="x" * 32, now=now)


def test_all_places_together_cannot_either(dee: Writer, now: datetime) -> None:
    Asking.objects.bulk_create(Asking(mail_hash=f"{number:064}", at=now) for number in range(IN_ALL))
    with pytest.raises(Refused):
        ask(recipient=recipient_for(writer=dee, now=now), mail=DEE, origin="", now=now)


def test_who_asks_waits_for_who_counts_at_the_same_time(say: Say, dee: Writer, now: datetime) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("on SQLite one transaction writes at a time")
    recipient = recipient_for(writer=dee, now=now)
    say(with_mail(dee))
    with another_connection() as other, connection.cursor() as cursor:
        other.execute(LOCK.replace("EACH(", "jsonb_array_elements_text("), [listed([number_of(COUNTED[0])])])
        cursor.execute("SET LOCAL lock_timeout = '50ms'")
        with pytest.raises(OperationalError, match="lock timeout"), transaction.atomic():
            ask(recipient=recipient, mail=DEE, origin=dee.origin, now=now)
        with pytest.raises(OperationalError, match="lock timeout"), transaction.atomic():
            read(now)
        other.rollback()
        ask(recipient=recipient, mail=DEE, origin=dee.origin, now=now)


def test_who_never_wants_to_be_asked_is_not_and_gets_nothing_more(
    client: Client, say: Say, ben: Writer, dee: Writer, cass: Writer, now: datetime
) -> None:
    comment = say(with_mail(dee))
    [question] = mails(now)
    confirm(recipient=Recipient.objects.get(), mail=DEE, now=now)
    path = links(question.body)["refuse"]
    assert question.extra_headers["List-Unsubscribe"] == f"<http://127.0.0.1:8000{path}>"
    assert client.get(path).status_code == 200
    assert not Refusal.objects.exists()
    strict = Client(enforce_csrf_checks=True)
    for _ in range(2):
        assert strict.post(path, {"List-Unsubscribe": "One-Click"}, HTTP_SEC_FETCH_SITE="cross-site").status_code == 200
    say(ben, parent=comment)
    say(with_mail(cass), "Somebody else types it.")
    assert mails(now + timedelta(days=40)) == []


def test_refusing_finds_every_browser_of_an_address_however_it_was_written_and_reads_no_others(
    now: datetime, django_assert_max_num_queries: Any
) -> None:
    for number in range(8):
        recipient = recipient_for(writer=Writer(device=f"{number:064}"), now=now)
        confirm(recipient=recipient, mail="Dee@Example.org" if number < 2 else f"{number}@example.org", now=now)
    with django_assert_max_num_queries(8) as asked:
        refuse(mail_hash=hash_of_mail(DEE), now=now)
    read_them = [each["sql"] for each in asked if each["sql"].startswith("SELECT")]
    assert not [sql for sql in read_them if "notices_recipient" in sql]
    left = Recipient.objects.filter(confirmed_at__isnull=False)
    assert sorted(left.values_list("mail", flat=True)) == [f"{number}@example.org" for number in range(2, 8)]
    assert Recipient.objects.filter(mail="", mail_hash="").count() == 2
    if connection.vendor == "sqlite":
        assert "recipient_by_mail" in Recipient.objects.at_address(hash_of_mail(DEE)).explain()


def test_no_address_of_a_refusal_or_a_question_is_kept_in_words(say: Say, dee: Writer, now: datetime) -> None:
    say(with_mail(dee))
    read(now)
    kept = [str(value) for row in [*Asking.objects.values(), *Recipient.objects.values()] for value in row.values()]
    assert not any("dee@" in value for value in kept)


def test_a_link_that_has_done_its_work_opens_nothing_more(
    client: Client, post: Callable[..., Any], dee: Writer, now: datetime
) -> None:
    recipient = recipient_for(writer=dee, now=now)
    first, other = (
        confirm_link(recipient, mail).removeprefix("http://127.0.0.1:8000") for mail in (DEE, "d@x.example")
    )
    assert "/notices/yours/" in post(first).content.decode()
    assert "/notices/yours/" not in post(first).content.decode()
    assert post(other).status_code == 410  # what was asked before is asked again
    assert Recipient.objects.get(pk=recipient.pk).mail == DEE


def test_a_link_that_is_cut_short_confirms_nothing(client: Client, dee: Writer, now: datetime) -> None:
    recipient = recipient_for(writer=dee, now=now)
    path = confirm_link(recipient, DEE).removeprefix("http://127.0.0.1:8000")
    assert client.post(f"{path[:-6]}/", HTTP_SEC_FETCH_SITE="same-origin").status_code == 410
    assert Recipient.objects.get(pk=recipient.pk).mail == ""


def test_following_says_the_same_whether_a_mail_goes_out_or_not(
    post: Callable[..., Any], flood: Page, now: datetime
) -> None:
    Refusal.objects.create(mail_hash=hash_of_mail(DEE), at=now)
    answers = [post(f"/threads/{flood.pk}/follow/", {"mail": address}) for address in (DEE, "eve@example.org")]
    assert [answer.status_code for answer in answers] == [303, 303]
    assert answers[0].headers["Location"] == answers[1].headers["Location"]
    assert [each.recipient for each in Outbox.objects.all()] == ["eve@example.org"]
    assert mail.outbox == []
