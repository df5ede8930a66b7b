"""The comment tree of a dump comes out as it went in."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.imports.page.reader import read_page
from dateline.imports.record import Comment, Fate

from .dumps import bulleted, page

# Letters of several scripts, signs, emoji; no control characters and nothing that a terminal would not show.
signs = st.characters(blacklist_categories=("Cc", "Cf", "Cs", "Zl", "Zp", "Zs", "Co", "Cn"))
word = st.text(signs, min_size=1, max_size=9)
name = st.lists(word, min_size=1, max_size=3).map(" ".join)
line = st.lists(word, min_size=1, max_size=6).map(" ".join).filter(lambda words: words[0] not in "•◦‣▪●○·∙*-–")
paragraph = st.lists(line, min_size=1, max_size=3).map("\n".join)
text = st.lists(paragraph, min_size=1, max_size=3).map("\n\n".join)
leaves = st.builds(Comment, st.just(0), name, text)
trees = st.recursive(
    leaves, lambda below: st.builds(Comment, st.just(0), name, text, st.lists(below, max_size=3)), max_leaves=12
)


def shape(comments):
    """Return a tree without its line numbers."""
    return [(comment.author, comment.text, shape(comment.replies)) for comment in comments]


def read(comments):
    return read_page(page(comments=comments).encode())


@settings(max_examples=60, deadline=None)
@given(
    comments=st.lists(trees, min_size=1, max_size=3),
    indent=st.integers(0, 4),
    step=st.integers(1, 5),
    bullet=st.sampled_from("•◦*-–"),
    ending=st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_any_tree_comes_back_the_same(comments, indent, step, bullet, ending):
    dump = page(comments=bulleted(comments, indent, step, bullet))
    record = read_page(dump.replace("\n", ending).encode())
    assert shape(record.post.comments) == shape(comments)
    assert [fate.number for fate in record.fates] == list(range(1, dump.count("\n") + 2))
    assert not record.lines_with(Fate.UNPLACED)
    assert not record.doubts


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from("ab1$•-(), \t\n\r\u00a0\u200f\u2028"), max_size=120))
def test_whatever_it_is_every_line_is_accounted_for_once(text):
    if not text.strip():
        return
    record = read_page(text.encode())
    numbers = [fate.number for fate in record.fates]
    assert numbers == list(range(1, len(numbers) + 1))
    assert "\n".join(fate.text for fate in record.fates) == text.replace("\r\n", "\n").replace("\r", "\n").removesuffix(
        "\n"
    )


def test_a_list_in_somebodys_words_is_not_a_branch():
    (ada,) = read(
        "  • Ada\n\n    Two things:\n\n    • the pump\n    • the gate\n\n    • Ben\n\n      Three."
    ).post.comments
    assert ada.text == "Two things:\n\n• the pump\n• the gate"
    assert [reply.author for reply in ada.replies] == ["Ben"]


def test_tabs_and_hard_spaces_indent_as_well():
    record = read("\t• Ada\n\n\t\tFirst.\n\n\t\t• Ben\n\n\t\t\tSecond.\n\n\u00a0\u00a0\u00a0\u00a0• Dee\n\n\t\tThird.")
    assert shape(record.post.comments) == [("Ada", "First.", [("Ben", "Second.", [])]), ("Dee", "Third.", [])]


def test_a_name_may_stand_right_above_its_words():
    record = read("  • Ada\n    First.\n    • Ben\n      Second.\n  • Dee\n    Third.")
    assert shape(record.post.comments) == [("Ada", "First.", [("Ben", "Second.", [])]), ("Dee", "Third.", [])]


def test_names_may_look_like_anything():
    names = ["• • •", "12", "July 2020", "5,000 $", "عليّ", "Ben: the 2nd", "http://example.org/"]
    record = read(bulleted([Comment(0, name, "Words.") for name in names]))
    assert [comment.author for comment in record.post.comments] == names


def test_right_to_left_words_are_kept_to_the_letter():
    words = "\u200fهذا صحيح، والماء ما زال يرتفع."
    (comment,) = read(f"  \u200f• عليّ\n\n    {words}").post.comments
    assert comment.author == "عليّ"
    assert comment.text == words.removeprefix("\u200f")


def test_a_dump_that_breaks_off_after_a_name_keeps_it_and_says_so():
    record = read("  • Ada\n\n    First.\n\n    • Ben")
    assert shape(record.post.comments) == [("Ada", "First.", [("Ben", "", [])])]
    assert "breaks off" in record.doubts[0][1]


def test_words_that_belong_to_no_comment_are_reported_and_not_lost():
    record = read("  • Ada\n\n    First.\n\nLoad 3 more comments\n\n  • Ben\n\n    Second.")
    (lost,) = record.lines_with(Fate.UNPLACED)
    assert lost.text == "Load 3 more comments"
    assert [comment.author for comment in record.post.comments] == ["Ada", "Ben"]


def test_a_thread_three_hundred_deep_is_read():
    comment = Comment(0, "Cass", "Last.")
    for _ in range(299):
        comment = Comment(0, "Cass", "More.", [comment])
    record = read(bulleted([comment]))
    assert max(depth for _, depth in record.post.walk()) == 300
