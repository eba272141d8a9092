"""When the progress bar appears."""

from __future__ import annotations

import io

import pytest

from postlint.report.progress import Progress
from tests.support.reports import Terminal


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
