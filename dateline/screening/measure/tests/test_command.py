"""The command as it is typed: in an empty folder, without settings, a database or a home."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from ..command import main

RUDE, FINE = "You are a complete moron.", "Thank you for this report on the bridge."


def typed(folder: Path, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "dateline", "screen", *arguments]
    root = Path(__file__).parents[4]
    environment = {"PYTHONPATH": str(root), "PATH": "", "HOME": "/nonexistent"}
    return subprocess.run(
        command, cwd=folder, env=environment, input=given, capture_output=True, timeout=60, check=False
    )


def test_it_works_where_there_is_nothing(tmp_path: Path):
    done = typed(tmp_path, "text", RUDE)
    assert done.returncode == 0, done.stderr
    assert "Held for a moderator" in done.stdout.decode()
    assert "a complete [moron]" in done.stdout.decode()
    assert not list(tmp_path.iterdir())


def test_a_line_of_json_for_each_line(tmp_path: Path):
    done = typed(tmp_path, "file", "-", given=f"{RUDE}\n\n{FINE}\nbad \xff\n".encode("latin-1"))
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [each["line"] for each in told] == [1, 2, 3, 4]
    assert [each.get("outcome") for each in told] == ["hold", "publish", "publish", None]
    assert told[3]["error"] == "not UTF-8, which was assumed; name another with --encoding"
    assert set(told[0]["heads"]) == {"abuse", "spam", "hate"}
    assert set(told[0]["heads"]["abuse"]) >= {"logit", "probability", "holds"}
    assert done.returncode == 3
    assert done.stderr == b"Line 4 is not UTF-8, which was assumed; name another with --encoding.\n"


def test_a_bad_line_is_an_object_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "a.jsonl"
    path.write_text(f'{{"body": "{FINE}"}}\nnothing\n{{"body": 7}}\n{{}}\n')
    assert main(["file", str(path), "--jsonl", "--column", "body"]) == 3
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert ["error" in each for each in told] == [False, True, True, True]
    assert [each["line"] for each in told] == [1, 2, 3, 4]


def test_a_column_of_a_table_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "a.csv"
    path.write_text(f"id,what\n1,{RUDE}\n")
    assert main(["file", str(path), "--column", "what"]) == 0
    assert json.loads(capsys.readouterr().out)["outcome"] == "hold"
    assert main(["file", str(path), "--column", "nothing"]) == 1
    assert "id, what" in capsys.readouterr().err


def test_nothing_a_comment_holds_reaches_the_terminal_as_a_command(capsys: pytest.CaptureFixture[str]):
    assert main(["text", "red \x1b[31m and \u202e turned"]) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_the_parts_of_a_head_add_up(capsys: pytest.CaptureFixture[str]):
    assert main(["text", RUDE, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    word = told["why"]["abuse"]["words"][0]
    assert RUDE[slice(*word["span"])] == "moron"
    assert word["adds"] + word["without"] == pytest.approx(told["heads"]["abuse"]["logit"], abs=0.01)


def test_all_parts_sum_to_the_log_odds(capsys: pytest.CaptureFixture[str]):
    assert main(["text", f"{RUDE} WRITE to http://a.b NOW!!", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    for kind, why in told["why"].items():
        parts = [why["bias"], why["other"], *why["signals"].values(), *(word["adds"] for word in why["words"])]
        assert sum(parts) == pytest.approx(told["heads"][kind]["logit"], abs=1e-9)
    assert told["heads"]["abuse"]["doubts_at"] < told["heads"]["abuse"]["holds_at"]


def test_signals_are_told_in_words(capsys: pytest.CaptureFixture[str]):
    assert main(["text", f"{RUDE} http://a.b !!"]) == 0
    said = capsys.readouterr().out
    assert "several exclamation marks" in said
    assert "(exclaiming)" not in said
    assert "rounded" in said


def test_what_only_doubts_does_not_say_that_it_holds(capsys: pytest.CaptureFixture[str]):
    assert main(["text", "You ugly fool!"]) == 0
    said = capsys.readouterr().out
    assert "Published, and shown to moderators as doubtful" in said
    assert "doubts: too few words to hold" in said
    assert "it would not hold" not in said
    assert main(["text", "You ugly fool!", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["outcome"], told["flagged"]) == ("publish", True)
    abuse = told["heads"]["abuse"]
    assert (abuse["sure"], abuse["holds"], abuse["flags"]) == (True, False, True)


def test_the_hate_head_holds_nothing(capsys: pytest.CaptureFixture[str]):
    words = "Women are stupid whores and should shut their mouths, every one."
    assert main(["text", words, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert any(reason["code"] == "hate" for reason in told["reasons"])
    assert (told["heads"]["hate"]["sure"], told["heads"]["hate"]["holds"]) == (True, False)
    assert main(["text", words]) == 0
    said = capsys.readouterr().out
    assert "—          —  moves up in the queue" in said
    assert "where it waits or is looked at for another reason, its turn comes sooner" in said


def labelled(folder: Path) -> str:
    path = folder / "comments.csv"
    rows = "".join(f'"{text} {number}",{label}\n' for number in range(10) for text, label in ((RUDE, 1), (FINE, 0)))
    path.write_text(f"text,toxic\n{rows},1\nx,,,\n")
    return str(path)


def test_figures_of_a_labelled_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["bench", labelled(tmp_path), "--json", "--errors", "1"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["measured"], told["rows"], told["positives"], told["abstained"]) == ("abuse", 20, 10, 0)
    assert told["roc_auc"] == 1
    assert told["policy"]["holds"] == {"recall": 1, "false_positives": 0, "false_positive_rate": 0, "precision": 1}
    assert len(told["notes"]) == 2
    assert told["errors"] == {"false_positives": [], "false_negatives": []}
    assert told["latency_ms"]["300"]["comments"] == 20


@pytest.mark.parametrize("head", ["abuse", "policy"])
def test_only_mistakes_are_listed_as_errors(tmp_path: Path, capsys: pytest.CaptureFixture[str], head: str):
    path = tmp_path / "comments.csv"
    rows = [(RUDE, 1), (f"{RUDE} Really.", 0), (FINE, 0), (f"{FINE} Really.", 1)]
    path.write_text("text,toxic\n" + "".join(f'"{text}",{label}\n' for text, label in rows))
    assert main(["bench", str(path), "--head", head, "--json", "--errors", "5"]) == 0
    errors = json.loads(capsys.readouterr().out)["errors"]
    assert [each["line"] for each in errors["false_positives"]] == [3]
    assert [each["line"] for each in errors["false_negatives"]] == [5]


def written(folder: Path, content: str, encoding: str = "utf-8") -> str:
    path = folder / "some.csv"
    path.write_bytes(content.encode(encoding))
    return str(path)


@pytest.mark.parametrize(
    ("head", "named"),
    [("abuse", "log-odds -2.06, probability 0.0"), ("policy", "weight 0.00, the surest head's probability 0.0")],
)
def test_what_a_mistake_is_judged_by_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], head: str, named: str
):
    path = written(tmp_path, f"text,toxic\n{RUDE},1\nThank you all,1\n")
    assert main(["bench", path, "--head", head, "--errors", "1"]) == 0
    assert f"line 3, {named}" in capsys.readouterr().out


def test_what_a_head_does_not_read_has_no_number(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    words = "Dziękuję bardzo za ten artykuł, był naprawdę świetny i ciekawy"
    path = written(tmp_path, f'text,toxic\n"{words}",1\n{FINE},0\n')
    assert main(["bench", path, "--head", "abuse", "--errors", "1"]) == 0
    assert "line 2, in a language that the model does not read: " in capsys.readouterr().out


@pytest.mark.parametrize(("rude", "is_said"), [("You ugly fool!", True), (RUDE, False)])
def test_it_is_said_where_a_head_alone_ignores_the_rule_of_few_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], rude: str, is_said: bool
):
    assert main(["bench", written(tmp_path, f"text,toxic\n{rude},1\n{FINE},0\n")]) == 0
    said = capsys.readouterr().out
    assert ("1 comment that it is sure of is so short" in said) == is_said
    assert ("fewer than 5 words" in said) == is_said


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "utf-8", "cp1252", "cp037"])
def test_a_file_in_an_encoding_that_is_named_is_measured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], encoding: str
):
    path = written(tmp_path, f'text,toxic\n"{RUDE} ü\nReally.",1\n{FINE},0\n', encoding)
    assert main(["bench", path, "--encoding", encoding, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["rows"], told["positives"], told["notes"]) == (2, 1, [])


def test_one_label_alone_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["bench", written(tmp_path, f"text,toxic\n{RUDE},1\n{FINE},1\n")]) == 0
    assert "There is only one label, “1”. All rows are positive" in capsys.readouterr().out
    assert main(["bench", written(tmp_path, f"text,toxic\n{RUDE},blue\n{FINE},blue\n")]) == 1
    assert "There is only one label in “toxic”: blue." in capsys.readouterr().err


def test_what_was_done_already_is_not_advised(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = written(tmp_path, "a b c,2\nd e f,3\n")
    assert main(["bench", path, "--no-header"]) == 1
    assert "--no-header" not in capsys.readouterr().err
    assert main(["bench", path]) == 1
    assert "--no-header" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["bench", "a.csv", "--limit", "0"], "argument --limit: “0” will not do, give a whole number from 1 on."),
        (["text", "a", "--known", "-1"], "argument --known: “-1” will not do, give a whole number from 0 on."),
    ],
)
def test_a_number_that_will_not_do_is_said(capsys: pytest.CaptureFixture[str], arguments: list[str], says: str):
    with pytest.raises(SystemExit):
        main(arguments)
    assert says in capsys.readouterr().err


def test_help_is_made_of_sentences(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        main(["--help"])
    assert "ones. Nothing here" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("head", ["abuse", "spam", "hate", "policy"])
def test_figures_are_printed_for_people(tmp_path: Path, capsys: pytest.CaptureFixture[str], head: str):
    assert main(["bench", labelled(tmp_path), "--head", head, "--limit", "8", "--errors", "2"]) == 0
    assert "8 comments" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--text", "nothing"], "text, toxic"),
        (["--label", "nothing"], "text, toxic"),
        (["--separator", "ab"], "one"),
        (["--encoding", "nothing"], "utf-8"),
        (["--form", "json"], "not JSON"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], says: str
):
    assert main(["bench", labelled(tmp_path), *options]) == 1
    problem = capsys.readouterr().err
    assert says in problem
    assert problem.count("\n") == 1


def test_a_file_that_is_not_there_is_one_sentence(capsys: pytest.CaptureFixture[str]):
    assert main(["bench", "nothing.csv"]) == 1
    assert capsys.readouterr().err == "dateline screen: nothing.csv cannot be read: No such file or directory.\n"


def test_a_label_that_is_not_there_is_said_with_those_that_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "odd.csv"
    path.write_text(f"mark,said\nbad,{RUDE}\ngood,{FINE}\n", encoding="utf-8")
    assert main(["bench", str(path), "--text", "said", "--label", "mark", "--positive", "worse"]) == 1
    assert "No row is labelled “worse”. In the column “mark” stand: “bad”, “good”." in capsys.readouterr().err


def test_what_a_file_is_is_told_by_its_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "some.jsonl"
    path.write_text(json.dumps({"text": RUDE}) + "\n", encoding="utf-8")
    assert main(["file", str(path)]) == 0
    assert json.loads(capsys.readouterr().out)["outcome"] == "hold"
