"""Unreadable file, or part of a file.

The file is not UTF-8, cannot be opened or is larger than 10 MB, or its lists and quotes are nested more than 100 levels
deep. What could not be read was not checked.
"""

from __future__ import annotations

from collections.abc import Iterator

from postlint.core.events import Unreadable
from postlint.core.rule import ALWAYS, ERROR, Finding, engine_rule


@engine_rule(preset=ALWAYS, severity=ERROR)
def check(unreadable: Unreadable) -> Iterator[Finding]:
    yield Finding(unreadable.reason, unreadable.span)
