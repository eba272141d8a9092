"""Severities and the order of diagnostics."""

from __future__ import annotations

from postlint.core.finding import ERROR, INFO, ORDER, WARNING, Diagnostic
from postlint.core.text import Position


def test_severities_are_ordered_and_have_names() -> None:
    assert sorted([ERROR, INFO, WARNING]) == [INFO, WARNING, ERROR]
    assert [str(severity) for severity in (INFO, WARNING, ERROR)] == ["info", "warning", "error"]


def test_order_is_path_position_rule_message() -> None:
    def diagnostic(path: str, line: int, column: int, rule: str, message: str) -> Diagnostic:
        return Diagnostic(path, Position(line, column), Position(99, 1), rule, (), ERROR, message)

    expected = [
        diagnostic("a.md", 2, 9, "z/z", "z"),
        diagnostic("a.md", 10, 1, "z/z", "z"),
        diagnostic("b.md", 1, 1, "a/a", "b"),
        diagnostic("b.md", 1, 1, "b/a", "a"),
        diagnostic("b.md", 1, 1, "b/a", "b"),
    ]
    assert sorted([*expected[2:], *expected[:2]], key=ORDER) == expected
