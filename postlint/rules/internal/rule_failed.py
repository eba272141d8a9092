"""Crashed rule.

This is a bug in postlint, not a fault of the post. What the other rules find is reported nevertheless, and the run ends
with exit code 2. Please report the bug, with the file if possible.
"""

from __future__ import annotations

from collections.abc import Iterator

from postlint.core.events import Failure
from postlint.core.rule import ALWAYS, ERROR, Finding, Span, engine_rule


@engine_rule(preset=ALWAYS, severity=ERROR)
def check(failure: Failure) -> Iterator[Finding]:
    subject = f"rule `{failure.rule}`" if failure.rule else "postlint"
    yield Finding(f"{subject} crashed on this file: {failure.error}", Span(0, 0))
