"""All output formats: golden files, laws that hold for every format, and details of single ones."""

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
from postlint.report import FORMATS, View, get_format, github_summary, render
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
            'invalid date "2026-02-30", February 2026 has 28 days',
            Excerpt(2, ("title: A week with Zig", "date: 2026-02-30  # published", "tags: [zig, Zig]"), "yaml"),
        ),
        finding(
            POST, (4, 13), (4, 16), "front-matter/duplicate-item", WARNING, 'duplicate tag "Zig", same as "zig"',
            Excerpt(3, ("date: 2026-02-30  # published", "tags: [zig, Zig]", "---"), "yaml"),
            DiagnosticFix("Remove the repeated tag", True, (DiagnosticEdit(Position(4, 11), Position(4, 16), ""),)),
        ),
        finding(
            POST, (9, 1), (9, 13), "heading/skipped-level", WARNING,
            "heading level 4 after level 2, expected 3",
            Excerpt(8, ("", "#### Windows", "Get the *installer* and `run` it."), "markdown"),
        ),
        finding(
            POST, (17, 12), (18, 5), "code/python-syntax-error", ERROR,
            "invalid Python: `(` was never closed",
            Excerpt(16, ("def build(paths):", "    return sum(size(path) for path in paths", "    # done"), "python"),
        ),
        finding(
            POST, (31, 136), (31, 152), "link/missing-file", ERROR, 'file "img/diagram.webp" does not exist',
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
                "Replace tabs with spaces", False, (DiagnosticEdit(Position(5, 5), Position(5, 7), "    "),)
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


BLOG = View(repository_prefix="site/")


def compare(name: str, report: str, update: bool) -> None:
    """Compare a report with its golden file, or write that."""
    golden = GOLDEN / name
    report = report.replace(f'"version": "{__version__}"', '"version": "ours"')
    if update:
        golden.write_text(report, encoding="utf-8", newline="\n")
    is_current = golden.exists() and report == golden.read_text(encoding="utf-8")
    assert is_current, f"{golden} is out of date: run `pytest --update` and read the difference"


@pytest.mark.parametrize("name", FORMATS)
def test_golden_report(name: str, update: bool) -> None:
    compare(f"{name}.txt", render(name, RESULT, BLOG), update)


@pytest.mark.parametrize(
    ("golden", "name", "view"),
    [
        ("text-statistics", "text", View(statistics=True)),
        ("rich-60", "rich", View(width=60)),
        ("rich-200", "rich", View(width=200, statistics=True)),
        ("rich-color", "rich", View(color=True)),
    ],
)
def test_golden_variant(golden: str, name: str, view: View, update: bool) -> None:
    compare(f"{golden}.txt", render(name, RESULT, view), update)


def test_golden_step_summary(update: bool) -> None:
    compare("github-summary.md", github_summary.render(RESULT), update)


def test_every_golden_file_belongs_to_a_test() -> None:
    variants = {"text-statistics", "rich-60", "rich-200", "rich-color", "example"}
    assert {path.stem for path in GOLDEN.glob("*.txt")} == {*FORMATS, *variants}


EVIL = {"\x1b", "\x07", "\x9b", "\u202e", "\udcff"}


def hostile_result() -> RunResult:
    """A result in which everything that comes from posts holds escape sequences and workflow commands."""
    evil = "\x1b]8;;http://evil\x07 \x9b2J \u202e \udcff \r\n::error::x"
    place = ((2, 1), (2, 9))
    excerpt = Excerpt(1, (evil.replace("\n", ""), evil.replace("\n", "")), evil)
    fix = DiagnosticFix(evil, True, (DiagnosticEdit(Position(1, 1), Position(1, 2), evil),))
    return RunResult(
        (finding(f"posts/{evil}", *place, evil, ERROR, evil, excerpt, fix),), files=1, diff=f"+{evil}\n ::error::x\n"
    )


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_raw_reaches_the_output(name: str) -> None:
    assert not EVIL & set(render(name, hostile_result(), View(statistics=True)))


def test_nothing_raw_reaches_the_step_summary() -> None:
    assert not EVIL & set(github_summary.render(hostile_result()))


def test_github_log_has_no_commands_but_annotations() -> None:
    lines = render("github", hostile_result(), View(statistics=True)).splitlines()
    assert [line for line in lines if line.lstrip().startswith("::")] == [
        line for line in lines if line.startswith("::error file=posts/")
    ]


@pytest.mark.parametrize("name", FORMATS)
def test_report_without_findings(name: str) -> None:
    quiet = render(name, CLEAN, View(quiet=True))
    if get_format(name).document:
        assert quiet == render(name, CLEAN).rstrip("\n") + "\n"
    else:
        assert quiet == ""


@pytest.mark.parametrize("name", ["github", "rich", "text"])
def test_number_of_checked_files_without_findings(name: str) -> None:
    assert render(name, CLEAN).removeprefix("✔ ") == "no findings in 42 files\n"


def test_number_of_checked_files_in_json() -> None:
    assert json.loads(render("json", CLEAN))["summary"]["files"] == 42


@pytest.mark.parametrize("name", FORMATS)
def test_report_names_every_rule_and_line(name: str) -> None:
    report = render(name, RESULT)
    for diagnostic in RESULT.diagnostics:
        assert diagnostic.rule in report
        assert str(diagnostic.start.line) in report


@pytest.mark.parametrize("name", FORMATS)
def test_paths_are_relative_to_the_repository_in_formats_that_declare_it(name: str) -> None:
    assert (f"site/{POST}" in render(name, RESULT, BLOG)) == get_format(name).repository_paths
    assert f"site/{POST}" not in render(name, RESULT)


@pytest.mark.parametrize("name", FORMATS)
def test_description_fits_the_table_in_the_readme(name: str) -> None:
    description = get_format(name).description
    assert description
    assert not {"|", "\n"} & set(description)
    assert not description.endswith(".")


def test_unknown_format() -> None:
    with pytest.raises(ValueError, match=f"expected one of {', '.join(FORMATS)}$"):
        render("xml", CLEAN)


def test_quiet_report_has_findings_only() -> None:
    lines = render("text", RESULT, View(quiet=True)).splitlines()
    assert len(lines) == len(RESULT.diagnostics)
    assert "42 files" not in render("rich", RESULT, View(quiet=True))


def test_json_structure_is_stable() -> None:
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
def test_formats_that_use_excerpts_declare_it(name: str) -> None:
    diagnostics = tuple(diagnostic._replace(excerpt=None) for diagnostic in RESULT.diagnostics)
    without = replace(RESULT, diagnostics=diagnostics)
    assert (render(name, without) != render(name, RESULT)) == get_format(name).excerpts


def test_json_survives_a_lone_surrogate() -> None:
    odd = RESULT.diagnostics[0]._replace(path="a\udcffb.md")
    report = render("json", RunResult((odd,), files=1))
    assert report.isascii()
    assert json.loads(report)["findings"][0]["path"] == "a\udcffb.md"


def many(severity: Severity, count: int) -> tuple[Diagnostic, ...]:
    return tuple(finding("a.md", (n, 1), (n, 2), "family/fault", severity, "message") for n in range(1, count + 1))


def test_github_counts_findings_without_annotation() -> None:
    result = RunResult(many(INFO, 30) + many(WARNING, 3) + many(ERROR, 12), files=1)
    lines = render("github", result).splitlines()
    commands = [line for line in lines if line.startswith("::")]
    assert [line.split()[0] for line in commands] == ["::error"] * 10 + ["::warning"] * 3 + ["::notice"] * 10
    assert (
        commands[-1]
        == "::notice title=postlint::23 more findings without an annotation; this step's log lists all findings"
    )
    assert sum(line.startswith("a.md:") for line in lines) == 45


def test_github_shows_a_path_outside_the_repository_in_the_message() -> None:
    diagnostic = RESULT.diagnostics[0]._replace(path="../../elsewhere/a.md")
    commands = render("github", RunResult((diagnostic,), files=1), View(repository_prefix="blog/")).splitlines()
    assert commands[-1].startswith("::error title=front-matter/invalid-date::../../elsewhere/a.md:3:7: ")


def test_github_escapes_properties_and_commands_in_the_log() -> None:
    diagnostic = RESULT.diagnostics[0]._replace(path="a,b:100%.md", message="##[stop-commands]token")
    log, *_, command = render("github", RunResult((diagnostic,), files=1)).splitlines()
    assert "##[" not in log
    assert command.startswith("::error file=a%2Cb%3A100%25.md,line=3,")


def sarif(*diagnostics: Diagnostic) -> Any:
    return json.loads(render("sarif", RunResult(diagnostics, files=1)))["runs"][0]


def test_sarif_keeps_the_most_severe_findings_if_there_are_too_many() -> None:
    run = sarif(*many(WARNING, 25_000), *many(ERROR, 7))
    assert len(run["results"]) == 25_000
    assert [result["level"] for result in run["results"][:8]] == ["error"] * 7 + ["warning"]
    assert "7 findings omitted" in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]


def test_sarif_fingerprint_survives_a_move_to_another_line() -> None:
    diagnostic = RESULT.diagnostics[1]
    assert diagnostic.excerpt is not None
    excerpt = Excerpt(6, ("x", *diagnostic.excerpt.lines[1:]), "yaml")
    moved = diagnostic._replace(start=Position(7, 13), end=Position(7, 16), excerpt=excerpt)

    def fingerprints(*diagnostics: Diagnostic) -> list[Any]:
        return [result["partialFingerprints"] for result in sarif(*diagnostics)["results"]]

    assert fingerprints(diagnostic) == fingerprints(moved)
    first, second = fingerprints(diagnostic, diagnostic)
    assert [first] == fingerprints(diagnostic)
    assert first != second


def test_sarif_quotes_paths_and_escapes_links() -> None:
    odd = RESULT.diagnostics[0]._replace(path="a b%\udcff#.md", message="see [this](https://example.org)")
    result = sarif(odd)["results"][0]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a%20b%25%FF%23.md"
    assert result["message"]["text"] == "see \\[this\\](https://example.org)"


def test_step_summary_stays_small() -> None:
    long = [diagnostic._replace(message="ü" * 5_000) for diagnostic in many(ERROR, 2_000)]
    report = github_summary.render(RunResult(tuple(long), files=1))
    assert len(report.encode()) < 400_000
    assert "more findings, listed in the log" in report


@pytest.mark.parametrize("text", ["`", "a ``b`", " x ", "", "   ", "<img> @someone https://example.org **b** [x](y)"])
def test_code_span_shows_exactly_its_text(text: str) -> None:
    span = github_summary.code(text)
    fence = span[: len(span) - len(span.lstrip("`"))]
    inner = span[len(fence) : -len(fence)]
    assert span.endswith(fence)
    assert fence not in inner
    assert inner.strip() == text.strip()


def test_rich_fits_the_width() -> None:
    for width in (60, 80, 200):
        for line in render("rich", RESULT, View(width=width)).splitlines():
            assert cell_len(line) <= width, line


def test_rich_ignores_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    reports = render("rich", RESULT, View(color=True, width=70)), render("rich", RESULT)
    for name, value in {"TERM": "dumb", "NO_COLOR": "1", "FORCE_COLOR": "1", "COLUMNS": "30", "COLORTERM": "x"}.items():
        monkeypatch.setenv(name, value)
    assert (render("rich", RESULT, View(color=True, width=70)), render("rich", RESULT)) == reports
    assert "\x1b" in reports[0]
    assert "\x1b" not in reports[1]


def test_rich_underlines_the_span() -> None:
    lines = "a\t日本語 target here", "x" * 300 + " target " + "y" * 300, "short"
    for line in lines[:2]:
        column = line.index("target") + 1
        diagnostic = finding(
            "a.md", (1, column), (1, column + 6), "family/fault", ERROR, "m", Excerpt(1, (line, "short"), "markdown")
        )
        rows = render("rich", RunResult((diagnostic,), files=1), View(width=70)).splitlines()
        carets = next(row for row in rows if "^^^" in row)
        above = rows[rows.index(carets) - 1]
        wide = above.replace("日", "日.").replace("本", "本.").replace("語", "語.")
        assert wide[carets.index("^") : carets.rindex("^") + 1] == "target"


def test_rich_highlights_the_code_but_not_its_fence() -> None:
    excerpt = Excerpt(1, ("```json", '{"a": true}', "```"), "json")
    diagnostic = finding("a.md", (2, 2), (2, 5), "family/fault", ERROR, "m", excerpt)
    shown = render("rich", RunResult((diagnostic,), files=1), View(color=True)).splitlines()
    assert [row.endswith(fence) for row in shown for fence in ("```json", "```") if fence in row] == [True, False, True]
    assert '{"a"' not in "".join(shown), "the key has its own color"


def test_rich_puts_the_counts_below_a_long_path() -> None:
    diagnostic = finding(f"{'a' * 57}.md", (1, 1), (1, 2), "family/fault", ERROR, "m")
    shown = render("rich", RunResult((diagnostic,), files=1), View(width=60)).splitlines()
    assert shown[:2] == [diagnostic.path, "  ✖ 1"]


def test_rich_accepts_a_position_outside_the_excerpt() -> None:
    diagnostic = finding(
        "a.md", (9, 40), (12, 3), "family/fault", ERROR, "m", Excerpt(1, ("one", "two"), "no such language")
    )
    assert "two" in render("rich", RunResult((diagnostic,), files=1))


def test_rich_shows_excerpts_for_the_first_findings_of_a_rule_only() -> None:
    excerpt = Excerpt(1, ("the line",), "markdown")
    result = RunResult(tuple(diagnostic._replace(excerpt=excerpt) for diagnostic in many(ERROR, 20)), files=1)
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
    diagnostic = finding(
        "a.md", (line, column), (line + more, end), "a/b", ERROR, "m", Excerpt(1, tuple(lines), language)
    )
    rows = render("rich", RunResult((diagnostic,), files=1), View(width=width)).split("\n")
    assert max(map(cell_len, rows)) <= width
    assert any(row.strip(" ┃").startswith("^") for row in rows) == (line <= len(lines))


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_hidden_outside_terminals_and_for_few_files(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(1_000))
    monkeypatch.setattr("time.monotonic", lambda: next(clock))
    for total, stream in ((1_000, io.StringIO()), (100, Terminal())):
        with Progress(total, stream) as progress:
            progress.advance("a.md")
        assert stream.getvalue() == ""


def test_progress_shows_the_bar_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("postlint.report.progress._DELAY", 0)
    stream = Terminal()
    with Progress(1_000, stream) as progress:
        progress.advance("posts/[bold]\x1bname.md")
    assert "1/1000" in stream.getvalue()
    assert "posts/[bold]␛name.md" in stream.getvalue()
