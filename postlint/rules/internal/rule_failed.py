"""A rule failed on this file.

That is a mistake in postlint, not in the post. The other rules' findings are reported all the same, and the run ends
with exit code 2. Please report it, with the file if you can.
"""

from __future__ import annotations

from collections.abc import Iterator

from postlint.core.events import Failure
from postlint.core.rule import ERROR, RECOMMENDED, Finding, NoOptions, Span, engine_rule


@engine_rule(preset=RECOMMENDED, severity=ERROR)
def check(failure: Failure, options: NoOptions) -> Iterator[Finding]:
    yield Finding(f"the rule {failure.rule} failed on this file: {failure.error}", Span(0, 0))
