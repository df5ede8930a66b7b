"""The plan says what will be made, what is unsure and what is dropped."""

from datetime import date

from dateline.discussion.models import Status
from dateline.imports.page.reader import read_page
from dateline.imports.plan import Action, make_plan
from dateline.imports.record import Comment
from dateline.imports.table import print_width, table

from .dumps import bulleted, page

SCAM = "I make 97$ per hour working from home!! Last month I earned $11752. Visit https://easy-jobs.example/now today"
PEOPLE = [
    Comment(0, "Ben", "The water stands at my door.", [Comment(0, "Dee", "Come over to us.", [])]),
    Comment(0, "Karla", SCAM),
    Comment(0, "Cass", "You are an idiot and you should drop dead."),
]


def plan_of(published=date(2021, 2, 4), **parts):
    return make_plan(read_page(page(**parts).encode()), published=published)


def said(plan, action, what=""):
    return [f"{row.detail}: {row.words}" for row in plan.rows if row.action is action and row.what.startswith(what)]


def test_comments_arrive_as_screening_would_have_them():
    plan = plan_of(comments=bulleted(PEOPLE))
    statuses = {planned.comment.author: planned.status for planned in plan.comments}
    assert statuses == {"Ben": Status.PUBLISHED, "Dee": Status.PUBLISHED, "Karla": Status.SPAM, "Cass": Status.HELD}
    assert all(planned.verdict.reasons for planned in plan.comments if planned.status is not Status.PUBLISHED)


def test_an_authors_first_imported_comment_is_not_held_for_being_the_first():
    assert plan_of(comments=bulleted(PEOPLE[:1])).comments[0].status is Status.PUBLISHED


def test_without_a_day_of_publication_nothing_is_guessed():
    plan = plan_of(published=None)
    (unsure,) = said(plan, Action.UNSURE, "date")
    assert "February 3, of an unknown year" in unsure
    assert not said(plan, Action.MAKE, "date")


def test_the_year_comes_from_publication_and_not_from_the_meter():
    (words,) = said(plan_of(published=date(2019, 2, 4)), Action.MAKE, "date")
    assert "February 3 = 2019-02-03" in words


def test_the_draft_is_shown_before_it_is_made():
    plan = plan_of(comments=bulleted(PEOPLE))
    parts = {row.what: row.words for row in plan.rows if row.action is Action.PART}
    assert parts["headline"] == "Dyke At Old Mill Holds Through Second Night"
    assert parts["kicker"] == "Report"
    assert parts["paragraph 2"] == "The mayor said that nobody had to leave their home."
    assert "paragraph 3" not in parts


def test_a_headline_without_a_category_is_said_to_have_no_kicker():
    plan = make_plan(read_page(b"The Ferry Runs\n\nIt left at six."), published=None)
    assert said(plan, Action.PART, "kicker") == ["none was found: "]


def test_the_table_begins_everything_and_the_rows_have_it_whole():
    plan = plan_of(comments=bulleted(PEOPLE), body=f"It began {'and went on ' * 20}and ended.")
    printed = "\n".join(table(plan, 120))
    assert "It began and went on" in printed
    assert "and ended." not in printed
    assert "and ended." in said(plan, Action.PART, "paragraph 1")[0]
    assert "Ben: The water stands at my door." in printed
    assert "· Dee: Come over to us." in printed
    assert "comment, held (" in printed


def test_what_readers_will_see_at_once_is_said():
    plan = plan_of(comments=bulleted(PEOPLE))
    (drive,) = said(plan, Action.MAKE, "drive")
    assert "public at once at /drives/2021-03/" in drive
    (comments,) = said(plan, Action.PART, "comments")
    assert "only once the report is out" in comments


def test_a_meter_without_a_goal_makes_no_drive():
    plan = plan_of(meter="0 $\n12 $\nMAY 2022\n")
    assert said(plan, Action.UNSURE, "drive")
    assert not plan.makes_drive


def test_a_name_without_words_is_left_out_and_said():
    plan = plan_of(comments="  • Ben\n\n    First.\n\n  • Dee")
    assert [planned.comment.author for planned in plan.comments_to_make()] == ["Ben"]
    assert "breaks off" in said(plan, Action.UNSURE, "line")[0]


def test_every_line_that_went_nowhere_is_in_the_plan_with_its_words():
    plan = plan_of(comments="  • Ben\n\n    First.\n\nLoad more")
    assert "Load more" in said(plan, Action.UNPLACED)[0]
    assert any("support us" in words for words in said(plan, Action.DROPPED))


def test_a_branch_deeper_than_the_discussion_goes_on_beside():
    comment = Comment(0, "Ben", "Last.")
    for _ in range(109):
        comment = Comment(0, "Ben", "More.", [comment])
    plan = plan_of(comments=bulleted([comment]))
    parents = [planned.parent for planned in plan.comments]
    assert len(set(parents[99:])) == 1
    assert len(set(parents[:99])) == 99


def test_the_table_is_no_wider_than_the_terminal():
    plan = plan_of(comments=bulleted([*PEOPLE, Comment(0, "田中", "水位が下がった。" * 5)]))
    for columns in (80, 120, 200):
        assert max(print_width(line) for line in table(plan, columns)) <= columns


def test_the_table_moves_no_cursor():
    plan = plan_of(comments=bulleted([Comment(0, "Cass\x1b[2J", "Gone\x07.")]))
    assert "\x1b" not in "".join(table(plan, 100))
