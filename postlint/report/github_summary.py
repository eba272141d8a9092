"""The summary page of a GitHub Actions step, in GitHub's Markdown.

GitHub discards a summary of more than 1 MiB, so this one stays far below. Everything that comes from posts is in code
spans, where neither markup nor mentions nor URLs have an effect.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from postlint.core.finding import ORDER, Diagnostic
from postlint.core.result import RunResult
from postlint.report import sanitize, tally

_MAX_BYTES = 200_000
"""Of UTF-8."""
_MAX_LENGTH = 1_000
"""Code points of one message or path."""


def render(result: RunResult) -> str:
    """A table by rule, then as many findings as fit, the most severe first."""
    parts = ["## postlint", "", _sentence(result), ""]
    if result.diagnostics:
        parts += _table(result)
    size = sum(len(part.encode()) + 1 for part in parts)
    ordered = sorted(result.diagnostics, key=lambda diagnostic: (-diagnostic.severity, ORDER(diagnostic)))
    for index, diagnostic in enumerate(ordered):
        item = _item(diagnostic)
        size += len(item.encode()) + 1
        if size > _MAX_BYTES:
            parts += ["", f"… and {tally.plural(len(ordered) - index, 'more finding')}, listed in the log."]
            break
        parts.append(item)
    return "\n".join(parts).rstrip("\n") + "\n"


def code(text: str) -> str:
    """A code span that shows exactly this text.

    >>> code("a `b`")
    '`` a `b` ``'
    """
    text = sanitize.line(text)
    if len(text) > _MAX_LENGTH:
        text = text[:_MAX_LENGTH] + "…"
    if not text.strip(" "):
        return "` `"
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    pad = " " if text[0] in "` " or text[-1] in "` " else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _sentence(result: RunResult) -> str:
    line = tally.totals(result)
    return line[0].upper() + line[1:] + "."


def _table(result: RunResult) -> Iterator[str]:
    yield "| Rule | Severity | Findings | Fixable |"
    yield "| --- | --- | ---: | ---: |"
    for row in tally.by_rule(result.diagnostics):
        yield f"| {code(row.rule)} | {row.severity} | {row.findings:,} | {row.fixable:,} |"
    yield ""


def _item(diagnostic: Diagnostic) -> str:
    place = code(f"{diagnostic.path[:_MAX_LENGTH]}:{diagnostic.start.line}:{diagnostic.start.column}")
    return f"- **{diagnostic.severity}** {place} {code(diagnostic.message)} ({code(diagnostic.rule)})"
