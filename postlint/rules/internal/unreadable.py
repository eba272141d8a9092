"""A file, or a part of it, could not be read.

It is not UTF-8, it may not be opened, it is larger than 10 MB, or it nests lists and quotes more than 100 deep. What
could not be read was not checked.
"""

from __future__ import annotations

from collections.abc import Iterator

from postlint.core.events import Unreadable
from postlint.core.rule import ERROR, RECOMMENDED, Finding, NoOptions, engine_rule


@engine_rule(preset=RECOMMENDED, severity=ERROR)
def check(unreadable: Unreadable, options: NoOptions) -> Iterator[Finding]:
    yield Finding(unreadable.reason, unreadable.span)
