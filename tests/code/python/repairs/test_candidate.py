"""A candidate changes lines and keeps their number."""

from __future__ import annotations

from postlint.code.python.parser.parser import Parser
from postlint.code.python.repairs.candidate import Candidate


def test_changed_copies() -> None:
    lines = ("# words", "a", "", "b", "")
    candidate = Candidate(lines, lines, Parser())
    assert (candidate.code, candidate.last) == ((1, 3), 3)
    changed = candidate.with_line(3, "# c")
    assert changed.lines == ("# words", "a", "", "# c", "")
    assert (changed.code, changed.last, changed.original) == ((1,), 1, lines)
    assert candidate.with_lines({0: "x", 1: "y"}).text == "x\ny\n\nb\n\n"


def test_candidate_without_code() -> None:
    assert Candidate(("",), ("",), Parser()).last == 0
