"""Results to render, and the comparison of reports with golden files."""

from __future__ import annotations

import io
from pathlib import Path

from postlint import __version__
from postlint.core.finding import ERROR, INFO, WARNING, Diagnostic, DiagnosticEdit, DiagnosticFix, Excerpt, Severity
from postlint.core.result import RunResult
from postlint.core.text import Position
from postlint.report import View

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


def compare_with_golden(name: str, report: str, update: bool) -> None:
    """Compare a report with its golden file, or write that."""
    golden = GOLDEN / name
    report = report.replace(f'"version": "{__version__}"', '"version": "ours"')
    if update:
        golden.write_text(report, encoding="utf-8", newline="\n")
    is_current = golden.exists() and report == golden.read_text(encoding="utf-8")
    assert is_current, f"{golden} is out of date: run `pytest --update` and read the difference"


UNSAFE_CHARACTERS = {"\x1b", "\x07", "\x9b", "\u202e", "\udcff"}


def hostile_result() -> RunResult:
    """A result in which everything that comes from posts holds escape sequences and workflow commands."""
    evil = "\x1b]8;;http://evil\x07 \x9b2J \u202e \udcff \r\n::error::x"
    place = ((2, 1), (2, 9))
    excerpt = Excerpt(1, (evil.replace("\n", ""), evil.replace("\n", "")), evil)
    fix = DiagnosticFix(evil, True, (DiagnosticEdit(Position(1, 1), Position(1, 2), evil),))
    return RunResult(
        (finding(f"posts/{evil}", *place, evil, ERROR, evil, excerpt, fix),), files=1, diff=f"+{evil}\n ::error::x\n"
    )


def many(severity: Severity, count: int) -> tuple[Diagnostic, ...]:
    return tuple(finding("a.md", (n, 1), (n, 2), "family/fault", severity, "message") for n in range(1, count + 1))


class Terminal(io.StringIO):
    """A stream that claims to be a terminal."""

    def isatty(self) -> bool:
        return True
