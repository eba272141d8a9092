"""Code frames: which lines are shown, and what is underlined."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from postlint.core.finding import ERROR, Excerpt
from postlint.core.result import RunResult
from postlint.report import View, render
from tests.support.reports import finding


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


def test_rich_accepts_a_position_outside_the_excerpt() -> None:
    diagnostic = finding(
        "a.md", (9, 40), (12, 3), "family/fault", ERROR, "m", Excerpt(1, ("one", "two"), "no such language")
    )
    assert "two" in render("rich", RunResult((diagnostic,), files=1))


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
