"""Each reporter against its golden file, and what no golden file shows."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from postlint import __version__
from postlint.core.finding import ERROR, INFO, WARNING, Diagnostic, DiagnosticEdit, DiagnosticFix, Excerpt, Severity
from postlint.core.result import RunResult
from postlint.core.text import Position
from postlint.report import FORMATS, WITH_EXCERPTS, View, render, summary
from postlint.report.progress import Progress

GOLDEN = Path(__file__).parents[1] / "golden"


def finding(
    path: str,
    start: tuple[int, int],
    end: tuple[int, int],
    rule: str,
    severity: Severity,
    message: str,
    excerpt: Excerpt | None = None,
    fix: DiagnosticFix | None = None,
) -> Diagnostic:
    return Diagnostic(path, Position(*start), Position(*end), rule, (), severity, message, fix, excerpt)


POST = "content/posts/2026-05-04-a-week-with-zig.md"
WIDE = "content/posts/日本語 [bold]no markup[/].md"
RESULT = RunResult(
    (
        finding(
            POST, (3, 7), (3, 17), "front-matter/invalid-date", ERROR,
            "`2026-02-30` is no day of the calendar, expected a date such as `2026-02-28`",
            Excerpt(2, ("title: A week with Zig", "date: 2026-02-30  # published", "tags: [zig, Zig]"), "yaml"),
        ),
        finding(
            POST, (4, 13), (4, 16), "front-matter/duplicate-item", WARNING, "`Zig` repeats the tag `zig`",
            Excerpt(3, ("date: 2026-02-30  # published", "tags: [zig, Zig]", "---"), "yaml"),
            DiagnosticFix("Remove the repeated tag", True, (DiagnosticEdit(Position(4, 11), Position(4, 16), ""),)),
        ),
        finding(
            POST, (9, 1), (9, 13), "heading/skipped-level", WARNING,
            "heading of level 4 after one of level 2, expected level 3",
            Excerpt(8, ("", "#### Windows", "Get the *installer* and `run` it."), "markdown"),
        ),
        finding(
            POST, (17, 12), (18, 5), "code/python-syntax-error", ERROR,
            "this block does not parse as Python: '(' was never closed",
            Excerpt(16, ("def build(paths):", "    return sum(size(path) for path in paths", "    # done"), "python"),
        ),
        finding(
            POST, (31, 136), (31, 152), "link/missing-file", ERROR, "`img/diagram.webp` does not exist",
            Excerpt(
                30,
                (
                    "",
                    "Here is a paragraph that somebody wrote on one line, as people do who let the editor wrap their "
                    "text for them, and it holds ![a diagram](img/diagram.webp) somewhere behind its middle, and goes "
                    "on for quite some time.",
                    "",
                ),
                "markdown",
            ),
        ),
        finding(
            WIDE, (5, 6), (5, 8), "whitespace/hard-tab", INFO, "hard tab, expected spaces",
            Excerpt(4, ("\t前の行", "日本\t語\t\ttext", "[link=https://example.org]not a link[/link]"), "markdown"),
            DiagnosticFix(
                "Replace the tabs by spaces", False, (DiagnosticEdit(Position(5, 5), Position(5, 7), "    "),)
            ),
        ),
        finding(
            "content/posts/\x1b[31mred.md", (1, 1), (1, 1), "internal/unreadable-file", ERROR,
            "not UTF-8, expected UTF-8: \u202egnp.exe\u2066\n::error::forged ##[stop-commands]x",
        ),
    ),
    files=42,
    fixed=3,
    fixed_files=("a.md", "b.md"),
)  # fmt: skip
CLEAN = RunResult((), files=42)


@pytest.mark.parametrize(
    ("name", "view"),
    [
        ("text", View(statistics=True)),
        ("json", View()),
        ("github", View(prefix="site")),
        ("sarif", View(prefix="site")),
        ("rich", View()),
        ("rich-60", View(width=60)),
        ("rich-200", View(width=200, statistics=True)),
        ("rich-color", View(color=True)),
    ],
)
def test_report(name: str, view: View, update: bool) -> None:
    report = render(name.partition("-")[0], RESULT, view).replace(f'"version": "{__version__}"', '"version": "ours"')
    golden = GOLDEN / f"{name}.txt"
    if update:
        golden.write_text(report, encoding="utf-8", newline="\n")
    assert report == golden.read_text(encoding="utf-8")


def test_summary(update: bool) -> None:
    report = summary.render(RESULT)
    golden = GOLDEN / "summary.md"
    if update:
        golden.write_text(report, encoding="utf-8", newline="\n")
    assert report == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_raw_reaches_the_output(name: str) -> None:
    evil = "\x1b]8;;http://evil\x07 \x9b2J \u202e \udcff \r\n::error::x"
    place = ((2, 1), (2, 9))
    excerpt = Excerpt(1, (evil.replace("\n", ""), evil.replace("\n", "")), evil)
    fix = DiagnosticFix(evil, True, (DiagnosticEdit(Position(1, 1), Position(1, 2), evil),))
    result = RunResult(
        (finding(f"posts/{evil}", *place, evil, ERROR, evil, excerpt, fix),), files=1, diff=f"+{evil}\n ::error::x\n"
    )
    report = render(name, result, View(statistics=True)) + summary.render(result)
    assert not {"\x1b", "\x07", "\x9b", "\u202e", "\udcff"} & set(report)
    if name == "github":
        assert [line for line in report.splitlines() if line.lstrip().startswith("::")] == [
            line for line in report.splitlines() if line.startswith("::error file=posts/")
        ]


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_found(name: str) -> None:
    assert render(name, CLEAN).endswith("\n")
    assert "42" in render(name, CLEAN) or name == "sarif"
    if name not in {"json", "sarif"}:
        assert render(name, CLEAN, View(quiet=True)) == ""


def test_unknown_format() -> None:
    with pytest.raises(ValueError, match="expected one of rich"):
        render("xml", CLEAN)


def test_quiet_shows_findings_alone() -> None:
    lines = render("text", RESULT, View(quiet=True)).splitlines()
    assert len(lines) == len(RESULT.diagnostics)
    assert "42 files" not in render("rich", RESULT, View(quiet=True))


def test_json_keeps_the_promise() -> None:
    document = json.loads(render("json", RESULT))
    assert document["version"] == 1
    assert list(document["findings"][1]) == [
        "path", "line", "column", "end_line", "end_column", "rule", "aliases", "severity", "message", "fix",
    ]  # fmt: skip
    assert document["findings"][1]["fix"] == {
        "title": "Remove the repeated tag",
        "safe": True,
        "edits": [{"start": {"line": 4, "column": 11}, "end": {"line": 4, "column": 16}, "text": ""}],
    }
    assert document["findings"][6]["message"] == RESULT.diagnostics[6].message
    assert document["summary"] == {"files": 42, "errors": 4, "warnings": 2, "infos": 1, "fixed": 3}


@pytest.mark.parametrize("name", FORMATS)
def test_excerpts_are_gathered_for_those_who_show_them(name: str) -> None:
    without = replace(RESULT, diagnostics=tuple(one._replace(excerpt=None) for one in RESULT.diagnostics))
    assert (render(name, without) != render(name, RESULT)) == (name in WITH_EXCERPTS)


def test_json_survives_a_lone_surrogate() -> None:
    odd = RESULT.diagnostics[0]._replace(path="a\udcffb.md")
    report = render("json", RunResult((odd,), files=1))
    assert report.isascii()
    assert json.loads(report)["findings"][0]["path"] == "a\udcffb.md"


def many(severity: Severity, count: int) -> tuple[Diagnostic, ...]:
    return tuple(finding("a.md", (n, 1), (n, 2), "family/fault", severity, "message") for n in range(1, count + 1))


def test_github_says_what_it_does_not_show() -> None:
    result = RunResult(many(INFO, 30) + many(WARNING, 3) + many(ERROR, 12), files=1)
    lines = render("github", result).splitlines()
    commands = [line for line in lines if line.startswith("::")]
    assert [line.split()[0] for line in commands] == ["::error"] * 10 + ["::warning"] * 3 + ["::notice"] * 10
    assert (
        commands[-1]
        == "::notice title=postlint::23 more findings without an annotation: all of them are in this step's log"
    )
    assert sum(line.startswith("a.md:") for line in lines) == 45


def test_github_names_a_file_outside_the_repository_in_the_message() -> None:
    one = RESULT.diagnostics[0]._replace(path="../../elsewhere/a.md")
    commands = render("github", RunResult((one,), files=1), View(prefix="blog")).splitlines()
    assert commands[-1].startswith("::error title=front-matter/invalid-date::../../elsewhere/a.md:3:7: ")


def test_github_escapes_properties_and_obeys_nothing_in_the_log() -> None:
    one = RESULT.diagnostics[0]._replace(path="a,b:100%.md", message="##[stop-commands]token")
    log, *_, command = render("github", RunResult((one,), files=1)).splitlines()
    assert "##[" not in log
    assert command.startswith("::error file=a%2Cb%3A100%25.md,line=3,")


def sarif(*diagnostics: Diagnostic) -> Any:
    return json.loads(render("sarif", RunResult(diagnostics, files=1)))["runs"][0]


def test_sarif_keeps_the_worst_where_there_are_too_many() -> None:
    run = sarif(*many(WARNING, 25_000), *many(ERROR, 7))
    assert len(run["results"]) == 25_000
    assert [one["level"] for one in run["results"][:8]] == ["error"] * 7 + ["warning"]
    assert "7 findings left out" in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]


def test_sarif_knows_a_finding_again() -> None:
    one = RESULT.diagnostics[1]
    moved = one._replace(
        start=Position(7, 13), end=Position(7, 16), excerpt=Excerpt(6, ("x", *one.excerpt.lines[1:]), "yaml")
    )
    prints = [
        [each["partialFingerprints"] for each in sarif(*ones)["results"]] for ones in ([one], [moved], [one, one])
    ]
    assert prints[0] == prints[1]
    assert prints[2][0] == prints[0][0] != prints[2][1]


def test_sarif_quotes_paths_and_makes_no_links() -> None:
    odd = RESULT.diagnostics[0]._replace(path="a b%\udcff#.md", message="see [this](https://example.org)")
    found = sarif(odd)["results"][0]
    assert found["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a%20b%25%FF%23.md"
    assert found["message"]["text"] == "see \\[this\\](https://example.org)"


def test_summary_stays_small() -> None:
    long = [one._replace(message="ü" * 5_000) for one in many(ERROR, 2_000)]
    report = summary.render(RunResult(tuple(long), files=1))
    assert len(report.encode()) < 400_000
    assert "more findings, all in the log" in report


@pytest.mark.parametrize("text", ["`", "a ``b`", " x ", "", "   ", "<img> @someone https://example.org **b** [x](y)"])
def test_code_span_shows_exactly_its_text(text: str) -> None:
    span = summary.code(text)
    fence = span[: len(span) - len(span.lstrip("`"))]
    inner = span[len(fence) : -len(fence)]
    assert span.endswith(fence)
    assert fence not in inner
    assert inner.strip() == text.strip()


def test_rich_fits_the_width() -> None:
    for width in (60, 80, 200):
        for line in render("rich", RESULT, View(width=width)).splitlines():
            assert cell_len(line) <= width, line


def test_rich_heeds_the_view_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = render("rich", RESULT, View(color=True, width=70)), render("rich", RESULT)
    for name, value in {"TERM": "dumb", "NO_COLOR": "1", "FORCE_COLOR": "1", "COLUMNS": "30", "COLORTERM": "x"}.items():
        monkeypatch.setenv(name, value)
    assert (render("rich", RESULT, View(color=True, width=70)), render("rich", RESULT)) == shown
    assert "\x1b" in shown[0]
    assert "\x1b" not in shown[1]


def test_rich_underlines_what_is_meant() -> None:
    lines = "a\t日本語 target here", "x" * 300 + " target " + "y" * 300, "short"
    for line in lines[:2]:
        column = line.index("target") + 1
        one = finding(
            "a.md", (1, column), (1, column + 6), "family/fault", ERROR, "m", Excerpt(1, (line, "short"), "markdown")
        )
        shown = render("rich", RunResult((one,), files=1), View(width=70)).splitlines()
        marks = next(row for row in shown if "^^^" in row)
        above = shown[shown.index(marks) - 1]
        wide = above.replace("日", "日.").replace("本", "本.").replace("語", "語.")
        assert wide[marks.index("^") : marks.rindex("^") + 1] == "target"


def test_rich_colours_the_code_and_not_its_fence() -> None:
    excerpt = Excerpt(1, ("```json", '{"a": true}', "```"), "json")
    one = finding("a.md", (2, 2), (2, 5), "family/fault", ERROR, "m", excerpt)
    shown = render("rich", RunResult((one,), files=1), View(color=True)).splitlines()
    assert [row.endswith(fence) for row in shown for fence in ("```json", "```") if fence in row] == [True, False, True]
    assert '{"a"' not in "".join(shown), "the key has a colour of its own"


def test_rich_puts_the_counts_below_a_path_that_leaves_no_room() -> None:
    one = finding(f"{'a' * 57}.md", (1, 1), (1, 2), "family/fault", ERROR, "m")
    shown = render("rich", RunResult((one,), files=1), View(width=60)).splitlines()
    assert shown[:2] == [one.path, "  ✖ 1"]


def test_rich_shows_a_place_outside_its_excerpt_without_failing() -> None:
    one = finding("a.md", (9, 40), (12, 3), "family/fault", ERROR, "m", Excerpt(1, ("one", "two"), "no such language"))
    assert "two" in render("rich", RunResult((one,), files=1))


def test_rich_lists_what_repeats_without_its_lines() -> None:
    excerpt = Excerpt(1, ("the line",), "markdown")
    result = RunResult(tuple(one._replace(excerpt=excerpt) for one in many(ERROR, 20)), files=1)
    lines = render("rich", result).splitlines()
    assert sum("the line" in line for line in lines) == 5
    assert sum("family/fault" in line and "message" in line for line in lines) == 20
    assert lines.index("") > 0
    assert [line for line in lines if "✖ 6:1" in line or "✖ 7:1" in line] == lines[
        (at := lines.index(next(line for line in lines if "✖ 6:1" in line))) : at + 2
    ]


@given(
    st.lists(st.text(st.characters(exclude_characters="\n"), max_size=90), min_size=1, max_size=4),
    st.integers(1, 5), st.integers(1, 99), st.integers(0, 3), st.integers(1, 99), st.integers(30, 120),
    st.sampled_from(["markdown", "yaml", "python", "?"]),
)  # fmt: skip
def test_rich_shows_any_excerpt(
    lines: list[str], line: int, column: int, more: int, end: int, width: int, language: str
) -> None:
    one = finding("a.md", (line, column), (line + more, end), "a/b", ERROR, "m", Excerpt(1, tuple(lines), language))
    rows = render("rich", RunResult((one,), files=1), View(width=width)).split("\n")
    assert max(map(cell_len, rows)) <= width
    assert any(row.strip(" ┃").startswith("^") for row in rows) == (line <= len(lines))


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_keeps_quiet_where_nobody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(1_000))
    monkeypatch.setattr("time.monotonic", lambda: next(clock))
    for total, stream in ((1_000, io.StringIO()), (100, Terminal())):
        with Progress(total, stream) as progress:
            progress.advance("a.md")
        assert stream.getvalue() == ""


def test_progress_shows_the_bar_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("postlint.report.progress._PATIENCE", 0)
    stream = Terminal()
    with Progress(1_000, stream) as progress:
        progress.advance("posts/[bold]\x1bname.md")
    assert "1/1000" in stream.getvalue()
    assert "posts/[bold]␛name.md" in stream.getvalue()
