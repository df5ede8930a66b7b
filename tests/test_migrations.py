"""What a migration makes of rows that lay there before it."""

from __future__ import annotations

from pathlib import Path

from .migrating import said_by

TREE = {
    "root": "0001",
    "front": "00010001",
    "town": "000100010001",
    "flood": "0001000100010001",
    "fire": "0001000100010002",
    "vote": "0001000100010003",
    "storm": "0001000100010004",
    "sport": "000100010002",
    "match": "0001000100020001",
}
THREADS = {"front": "all", "town": "closed", "flood": "open", "fire": "first", "storm": "closed", "match": "first"}
ELSEWHERE = {"ours": "all", "theirs": "first", "others": "closed"}


def test_no_discussion_is_under_other_terms_because_a_page_above_it_had_its_own(tmp_path: Path) -> None:
    said = said_by(
        """
get = at([("discussion", "0015_policies")])
Page, Site, Thread = get("wagtailcore", "Page"), get("wagtailcore", "Site"), get("discussion", "Thread")
kind = get("contenttypes", "ContentType").objects.first()
locale = get("wagtailcore", "Locale").objects.first()
Site.objects.all().delete()
Page.objects.all().delete()
pages = {}
for name, path in TREE.items():
    depth = len(path) // 4
    children = sum(each.startswith(path) and len(each) == len(path) + 4 for each in TREE.values())
    pages[name] = Page.objects.create(
        title=name, slug=name, path=path, depth=depth, numchild=children, content_type=kind, locale=locale,
        url_path=f"/{name}/", draft_title=name, translation_key=uuid.uuid4(),
    )
Site.objects.create(hostname="paper", root_page=pages["front"], is_default_site=True)
for name, mode in THREADS.items():
    Thread.objects.create(page=pages[name], mode=mode, created_at=now)
for name, mode in ELSEWHERE.items():
    Thread.objects.create(place=name, url=f"https://{name}.example/", mode=mode, created_at=now)
at([("discussion", "0016_modes_are_policies")])
at([("discussion", "0021_learned")])  # what the code of today asks for
from dateline.discussion.in_force import policies_above
from dateline.discussion.models import Policy, Thread as Now
from dateline.discussion.terms import inherited
from wagtail.models import Page as Live
class Elsewhere:
    def __init__(self, place):
        self.pk = Now.objects.get(place=place).pk
def mode_on(*where):
    return inherited(policies_above(*where)).clauses.mode
effective = {name: mode_on(Live.objects.only("path").get(pk=page.pk)) for name, page in pages.items()}
effective |= {name: mode_on(None, Elsewhere(name)) for name in ELSEWHERE}
own = {each.page.slug: each.mode for each in Policy.objects.filter(page__isnull=False)}
get = at([("discussion", "0015_policies")])
back = {each.page.slug if each.page else each.place: each.mode for each in get("discussion", "Thread").objects.all()}
print(json.dumps([effective, own, back]))
""".replace("TREE", repr(TREE))
        .replace("THREADS", repr(THREADS))
        .replace("ELSEWHERE", repr(ELSEWHERE)),
        tmp_path,
    )
    effective, own, back = said
    assert effective == dict.fromkeys(TREE, "first") | THREADS | ELSEWHERE
    assert own == {
        "front": "all",
        "town": "closed",
        "sport": "first",
        "flood": "open",
        "fire": "first",
        "vote": "first",
    }
    assert back == THREADS | ELSEWHERE


def test_a_mail_that_was_given_up_before_it_moved_is_not_tried_again(tmp_path: Path) -> None:
    said = said_by(
        """
get = at([("funding", "0004_goes_on"), ("people", "0011_outbox")])
old = get("funding", "Outbox").objects
for tries in (0, 9, 10, 12):
    old.create(purpose="receipt", subject_key=str(tries), attempts=tries, created_at=now)
old.create(purpose="receipt", subject_key="sent", attempts=10, created_at=now, sent_at=now)
get = at([("funding", "0005_mails_have_moved"), ("people", "0011_outbox")])
later = now + timedelta(hours=1)
get("people", "Outbox").objects.create(purpose="news", subject_key="new", attempts=12, created_at=now, due_at=later)
get = at([("funding", "0006_given_up"), ("people", "0011_outbox")])
print(json.dumps(dict(get("people", "Outbox").objects.values_list("subject_key", "attempts"))))
""",
        tmp_path,
    )
    assert said == {"0": 0, "9": 9, "10": 16, "12": 16, "sent": 10, "new": 12}


def test_what_a_list_released_at_once_is_a_sweep_that_has_ended(tmp_path: Path) -> None:
    said = said_by(
        """
from django.db import DatabaseError, transaction
get = at([("moderation", "0015_policy_changes")])
mo = get("people", "User").objects.create(username="mo")
words = get("discussion", "WordList").objects.create(name="House")
def batch(number, **more):
    more = {"action": "release", "about": "list", "at": now, **more}
    return get("moderation", "Batch").objects.create(number=number, moderator=mo, **more)
def switch(previous, version, minutes, **more):
    more = {"moderator": mo, "at": now + timedelta(minutes=minutes), **more}
    return get("moderation", "Switch").objects.create(wordlist=words, previous=previous, version=version, **more)
switch(0, 1, 0)
withdrawn = switch(1, 0, 1, released=batch(7))
batch(5, action="restore", undoes=withdrawn.released, at=now + timedelta(minutes=2))
switch(0, 1, 2, undoes=withdrawn)
get = at([("moderation", "0016_sweeps")])
sweeps = get("moderation", "Sweep").objects.order_by("switch")
found = [[each.released, each.held, each.ended_at == each.switch.at, each.batches.count()] for each in sweeps]
refused = []
for name in ("Batch", "Switch"):
    for change in (lambda rows: rows.update(note="never said"), lambda rows: rows.delete()):
        try:
            with transaction.atomic():
                change(get("moderation", name).objects.all())
        except DatabaseError:
            refused.append(name)
at([("moderation", "0015_policy_changes")])
print(json.dumps([found, refused]))
""",
        tmp_path,
    )
    assert said == [[[0, 0, True, 0], [7, 0, True, 1], [0, 5, True, 1]], ["Batch", "Batch", "Switch", "Switch"]]


def test_what_was_known_of_an_author_finds_room_without_a_table_made_anew(tmp_path: Path) -> None:
    """On SQLite a table that is made anew has lost its triggers; on either it is locked while all rows are copied."""
    said = said_by(
        """
from dateline.delivery.triggers import Watch, set_up, statements
at(MigrationExecutor(connection).loader.graph.leaf_nodes())
set_up()
is_sqlite = connection.vendor == "sqlite"
def asked(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return [list(row) for row in cursor.fetchall()]
def triggers():
    if is_sqlite:
        return asked("SELECT tbl_name, name FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
    return asked("SELECT tgrelid::regclass::text, tgname FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2")
def place():
    if is_sqlite:
        return asked("SELECT rootpage FROM sqlite_master WHERE name = 'discussion_verdict'")
    return asked("SELECT pg_relation_filenode('discussion_verdict')")
get = at([("discussion", "0021_learned")])
with connection.cursor() as cursor:
    for statement in statements(connection, Watch("discussion_verdict", ("planted",)), "INSERT"):
        cursor.execute(statement)
thread = get("discussion", "Thread").objects.create(place="a", url="https://a.example/", created_at=now)
comment = get("discussion", "Comment").objects.create(thread=thread, text="Words.", created_at=now)
verdict = {"comment": comment, "outcome": "hold", "reasons": [{"code": "x"}], "screened_at": now}
get("discussion", "Verdict").objects.create(**verdict)
before = [triggers(), place()]
get = at([("discussion", "0022_what_was_known")])
rows = list(get("discussion", "Verdict").objects.values_list("outcome", "reasons", "accepted", "seconds"))
comment = get("discussion", "Comment").objects.get()
get("discussion", "Verdict").objects.create(**verdict | {"comment": comment, "accepted": 1, "seconds": -1})
[[planted]] = asked("SELECT COUNT(*) FROM delivery_change WHERE tags = 'planted'")
print(json.dumps([before, [triggers(), place()], rows, planted]))
""",
        tmp_path,
    )
    before, after, rows, planted = said
    assert after == before
    hanging = [table for table, _name in after[0]]
    assert "discussion_verdict" in hanging
    assert "moderation_decision" in hanging
    assert rows == [["hold", [{"code": "x"}], None, None]]
    assert planted == 2
