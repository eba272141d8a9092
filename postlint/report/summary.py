"""The summary of a step on GitHub Actions, in GitHub's Markdown.

GitHub drops a summary beyond 1 MiB whole, so this one stays far below. Whatever comes from posts stands in
code spans, where neither markup nor mentions nor URLs are live.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from postlint.core.finding import ORDER, Diagnostic
from postlint.core.result import RunResult
from postlint.report import sanitize, tally

_LIMIT = 200_000
"""Bytes of UTF-8."""
_LONGEST = 1_000
"""Characters of one message or path."""


def render(result: RunResult) -> str:
    """A table by rule, then the first findings, as many as there is room for."""
    parts = ["## postlint", "", _sentence(result), ""]
    if result.diagnostics:
        parts += _table(result)
    size = sum(len(part.encode()) + 1 for part in parts)
    for index, one in enumerate(sorted(result.diagnostics, key=lambda one: (-one.severity, ORDER(one)))):
        item = _item(one)
        size += len(item.encode()) + 1
        if size > _LIMIT:
            parts += ["", f"… and {tally.plural(len(result.diagnostics) - index, 'more finding')}, all in the log."]
            break
        parts.append(item)
    return "\n".join(parts).rstrip("\n") + "\n"


def code(text: str) -> str:
    """A code span that shows exactly this text.

    >>> code("a `b`")
    '`` a `b` ``'
    """
    text = sanitize.line(text)
    if len(text) > _LONGEST:
        text = text[:_LONGEST] + "…"
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


def _item(one: Diagnostic) -> str:
    place = code(f"{one.path[:_LONGEST]}:{one.start.line}:{one.start.column}")
    return f"- **{one.severity}** {place} {code(one.message)} ({code(one.rule)})"
