"""``dateline import page``: the plan, the draft, the drive, the comments; and nothing the second time."""

import json
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.utils import timezone

from dateline.discussion.models import Comment, Status
from dateline.funding.mode import current_mode
from dateline.funding.models import Drive, Leg
from dateline.imports.models import Made, Source
from dateline.imports.record import Comment as Said
from dateline.people.models import Newsroom
from dateline.reports.models import ReportPage

from .dumps import bulleted, page
from .test_plan import PEOPLE

pytestmark = pytest.mark.django_db


@pytest.fixture
def dump(tmp_path):
    file = tmp_path / "mill.txt"
    file.write_text(page(comments=bulleted(PEOPLE)), encoding="utf-8")
    return file


def bring(*arguments):
    out, err = StringIO(), StringIO()
    call_command("import", "page", *map(str, arguments), stdout=out, stderr=err)
    return out.getvalue()


def test_the_report_is_a_draft_that_keeps_its_day(dump):
    Newsroom.objects.create(time_zone="Europe/Berlin")
    bring(dump, "--published", "2021-02-04")
    report = ReportPage.objects.get()
    assert not report.live
    assert report.title == "Dyke At Old Mill Holds Through Second Night"
    assert report.kicker == "Report"
    assert report.first_published_at.astimezone(ZoneInfo("Europe/Berlin")).isoformat() == "2021-02-04T00:00:00+01:00"
    report.get_latest_revision().publish()
    report.refresh_from_db()
    assert report.first_published_at.year == 2021


def test_without_a_day_the_draft_has_none(dump):
    bring(dump)
    assert ReportPage.objects.get().first_published_at is None


def test_text_is_text_and_never_markup(tmp_path):
    file = tmp_path / "x.txt"
    file.write_text(page(body="1 < 2 & <script>alert(1)</script>"), encoding="utf-8")
    bring(file)
    (block,) = ReportPage.objects.get().body
    assert "<script" not in str(block.value)
    assert "1 &lt; 2 &amp; &lt;script" in block.value.source


def test_the_past_month_is_a_closed_drive_with_its_figure(dump):
    bring(dump)
    drive = Drive.objects.get()
    assert (drive.year, drive.month, drive.goal, drive.ticks) == (2021, 3, 200000, [0, 100000, 200000])
    assert Leg.objects.raised(drive, current_mode()) == 34000
    assert drive.closings.get().total == 34000


def test_a_drive_of_our_own_is_left_alone(dump):
    bring(dump)
    other = dump.with_name("other.txt")
    other.write_text(page(comments=bulleted(PEOPLE[:1])).replace("Mill", "Weir"), encoding="utf-8")
    said = bring(other)
    assert "has a drive of its own" in " ".join(said.split())
    assert Leg.objects.raised(Drive.objects.get(), current_mode()) == 34000


def test_every_comment_has_its_parent_and_its_verdict(dump):
    bring(dump, "--published", "2021-02-04")
    tree = {comment.author_name: comment for comment in Comment.objects.select_related("parent")}
    assert tree["Dee"].parent == tree["Ben"]
    assert {name for name, comment in tree.items() if comment.parent is None} == {"Ben", "Karla", "Cass"}
    assert tree["Karla"].status == Status.SPAM
    assert tree["Cass"].status == Status.HELD
    assert tree["Ben"].created_at.date().isoformat() == "2021-02-04"


def test_nobody_is_mailed(dump, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        bring(dump)
    assert mail.outbox == []


def test_a_second_run_changes_nothing(dump):
    def everything():
        models = (Comment, Drive, Leg, Made, ReportPage, Source)
        return [list(model.objects.order_by("pk").values()) for model in models]

    bring(dump, "--published", "2021-02-04")
    before = everything()
    assert "nothing was changed" in bring(dump, "--published", "2021-02-04")
    assert everything() == before


def test_what_an_editor_deleted_stays_deleted(dump):
    bring(dump)
    ReportPage.objects.get().delete()
    bring(dump)
    assert not ReportPage.objects.exists()


def test_a_dry_run_makes_nothing(dump):
    said = bring(dump, "--dry-run")
    assert "This was a dry run" in said
    assert "Dyke At Old Mill" in said
    assert [model.objects.count() for model in (ReportPage, Drive, Source, Comment)] == [0, 0, 0, 0]


def test_json_for_scripts(dump):
    answer = json.loads(bring(dump, "--json"))
    assert answer["counts"]["unplaced"] == 0
    assert answer["made"] == {"reports": 1, "drives": 1, "comments": 4}
    assert json.loads(bring(dump, "--json"))["made"] == {"reports": 0, "drives": 0, "comments": 0}


def test_json_has_every_comment_whole(dump):
    rows = json.loads(bring(dump, "--json", "--dry-run"))["plan"]
    dee = next(row for row in rows if row["detail"] == "Dee")
    assert (dee["depth"], dee["words"], dee["what"]) == (2, "Come over to us.", "comment, published")


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CommandError, match=r"none\.txt cannot be read: No such file"):
        bring(tmp_path / "none.txt")


def test_a_picture_is_refused_with_a_sentence(tmp_path):
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x00")
    with pytest.raises(CommandError, match=r"not a text file.*Nothing was made"):
        bring(tmp_path / "a.png")


def test_a_day_that_is_none_is_refused(dump):
    with pytest.raises(CommandError, match="invalid day value"):
        bring(dump, "--published", "November")


def test_long_discussions_tell_how_far_they_are(tmp_path):
    file = tmp_path / "long.txt"
    file.write_text(page(comments=bulleted([Said(0, f"Ben {n}", f"Word {n}.") for n in range(240)])), encoding="utf-8")
    err = StringIO()
    call_command("import", "page", str(file), stdout=StringIO(), stderr=err)
    assert "Comments: 240 of 240" in err.getvalue()
    assert Comment.objects.count() == 240
    assert timezone.now() > Comment.objects.first().created_at


def test_the_dated_draft_was_never_there_for_readers(client, dump):
    bring(dump, "--published", "2021-02-04")
    assert client.get(ReportPage.objects.get().url).status_code == 404
