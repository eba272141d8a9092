"""The result of checking a Python block."""

from __future__ import annotations

from postlint.code.python.verdict import Verdict, mislabeled, valid


def test_valid_verdict() -> None:
    assert valid("session") == Verdict("valid", "session")
    assert valid().is_valid
    assert not Verdict("broken").is_valid
    assert not Verdict("newer").is_valid


def test_mislabeled_verdict_is_on_the_line_of_its_statement() -> None:
    verdict = mislabeled("it is YAML", "yaml", 3, certain=True)
    assert (verdict.kind, verdict.line, verdict.statement_line) == ("mislabeled", 3, 3)
    assert (verdict.language, verdict.certain, verdict.is_valid) == ("yaml", True, False)
