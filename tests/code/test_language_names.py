"""The lists of language names."""

from __future__ import annotations

from postlint.code.language_names import COMMON, EXECUTABLE, OTHERS


def test_names_are_in_lower_case() -> None:
    assert all(name == name.lower() for name in COMMON | EXECUTABLE | OTHERS)


def test_typos_are_not_corrected_to_a_typo() -> None:
    assert "python" in COMMON
    assert "pyhton" not in COMMON | OTHERS


def test_directives_are_not_languages() -> None:
    assert not {"note", "warning", "tip", "figure", "image", "include"} & EXECUTABLE
