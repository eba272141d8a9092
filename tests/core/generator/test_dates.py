"""The defaults of a generator's dates: nothing is known, nothing is wrong."""

from __future__ import annotations

from postlint.core.generator.dates import DateDialect


def test_defaults() -> None:
    dates = DateDialect()
    assert dates.parse("2024-01-20") is None
    assert dates.from_file_name("_posts/2024-01-20-tea.md") is None
    assert dates.problem("20 January", "20 January") is None
    assert dates.used_for("a.md")
