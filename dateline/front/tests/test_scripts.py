"""All that readers' browsers are asked to run is small, and stays so."""

import gzip
from pathlib import Path

from django.core.files.base import ContentFile

from dateline.front.statics import LeanStatics, lean

ROOMS = Path(__file__).parents[2]
STAFF = {"moderation"}
STAFFS_OWN = {"reports/desk.js", "reports/desk-place.js"}
# Run on other sites' pages and in frames there.
ELSEWHERE = {"embed.js": 2.5 * 1024, "frame.js": 2 * 1024}
# Run where there is a map or a timeline: pan, zoom, and sliders of time.
OF_MAPS = {"pan.js", "time.js", "situation.js"}
MOST_OF_MAPS = 6 * 1024
MOST = 8 * 1024  # bytes, compressed, of all scripts of our own pages together
IN_A_FRAME = ("discussion/thread.js", "discussion/muted.js", "discussion/unread.js", "discussion/name.js")
IN_A_FRAME += ("discussion/frame.js", "front/js/live.js")


def packed(path: Path) -> int:
    """How many bytes of a script travel."""
    return len(gzip.compress(lean(path.read_text(encoding="utf-8")).encode()))


def scripts() -> list[Path]:
    """Those for readers."""
    found = [path for path in ROOMS.glob("*/static/**/*.js") if path.relative_to(ROOMS).parts[0] not in STAFF]
    return [path for path in found if f"{path.parent.name}/{path.name}" not in STAFFS_OWN]


def test_all_scripts_for_readers_together_are_small():
    ours = [path for path in scripts() if path.name not in ELSEWHERE.keys() | OF_MAPS]
    assert len(ours) > 5
    assert sum(map(packed, ours)) < MOST


def test_maps_and_timelines_have_a_measure_together():
    of_maps = [path for path in scripts() if path.name in OF_MAPS]
    assert {path.name for path in of_maps} == OF_MAPS
    assert sum(map(packed, of_maps)) < MOST_OF_MAPS


def test_what_is_run_elsewhere_has_its_own_measure():
    sizes = {path.name: packed(path) for path in scripts() if path.name in ELSEWHERE}
    assert sizes.keys() == ELSEWHERE.keys()
    assert all(size < ELSEWHERE[name] for name, size in sizes.items())


def test_a_frame_runs_no_more_than_a_page_of_ours():
    framed = [path for path in scripts() if str(path).endswith(IN_A_FRAME)]
    assert len(framed) == len(IN_A_FRAME)
    assert sum(map(packed, framed)) < MOST


def test_a_script_loses_what_does_not_run_and_nothing_else():
    assert lean('// Why.\nif (a) {\n  b("c // d"); // Why?\n\n}\n') == 'if (a) {\nb("c // d");\n}\n'
    spread = "const a = `one\n  two`;\n"
    assert lean(spread) == spread


def test_our_scripts_are_collected_lean_and_others_as_they_are(tmp_path):
    statics = LeanStatics(location=tmp_path)
    for name, left in (("front/js/a.js", "a();\n"), ("wagtailadmin/a.js", "// Why.\n  a();\n")):
        statics.save(name, ContentFile(b"// Why.\n  a();\n"))
        assert (tmp_path / name).read_text(encoding="utf-8") == left
    paths = {name: (statics, name) for name in ("front/js/a.js", "wagtailadmin/a.js")}
    named = {name: new for name, new, _done in statics.post_process(paths) if name in paths}
    assert (tmp_path / named["front/js/a.js"]).read_text(encoding="utf-8") == "a();\n"
    assert (tmp_path / named["wagtailadmin/a.js"]).read_text(encoding="utf-8") == "// Why.\n  a();\n"
