"""All formats: golden reports, and laws that hold for each."""

from __future__ import annotations

import pytest

from postlint.report import FORMATS, View, render
from tests.support.reports import BLOG, CLEAN, GOLDEN, RESULT, UNSAFE_CHARACTERS, compare_with_golden, hostile_result


@pytest.mark.parametrize("name", FORMATS)
def test_golden_report(name: str, update: bool) -> None:
    compare_with_golden(f"{name}.txt", render(name, RESULT, BLOG), update)


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
    compare_with_golden(f"{golden}.txt", render(name, RESULT, view), update)


def test_every_golden_file_belongs_to_a_test() -> None:
    variants = {"text-statistics", "rich-60", "rich-200", "rich-color", "example"}
    assert {path.stem for path in GOLDEN.glob("*.txt")} == {*FORMATS, *variants}


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_raw_reaches_the_output(name: str) -> None:
    assert not UNSAFE_CHARACTERS & set(render(name, hostile_result(), View(statistics=True)))


@pytest.mark.parametrize("name", ["github", "rich", "text"])
def test_number_of_checked_files_without_findings(name: str) -> None:
    assert render(name, CLEAN).removeprefix("✔ ") == "no findings in 42 files\n"


@pytest.mark.parametrize("name", FORMATS)
def test_report_names_every_rule_and_line(name: str) -> None:
    report = render(name, RESULT)
    for diagnostic in RESULT.diagnostics:
        assert diagnostic.rule in report
        assert str(diagnostic.start.line) in report


def test_unknown_format() -> None:
    with pytest.raises(ValueError, match=f"expected one of {', '.join(FORMATS)}$"):
        render("xml", CLEAN)
