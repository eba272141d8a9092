"""SARIF 2.1.0, for code scanning and for editors that show it.

GitHub takes 25,000 results a run and refuses more, so the worst come first where there are too many.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from posixpath import join, normpath
from typing import Any
from urllib.parse import quote

from postlint import __version__
from postlint.core.finding import ERROR, INFO, WARNING, Diagnostic
from postlint.core.result import RunResult
from postlint.core.text import Position
from postlint.report import sanitize, tally
from postlint.report.view import View

_LIMIT = 25_000
_LEVELS = {ERROR: "error", WARNING: "warning", INFO: "note"}
_HOME = "https://github.com/postlint/postlint"


def render(result: RunResult, view: View) -> str:
    """One run; paths as the repository's root sees them."""
    rules = sorted({one.rule for one in result.diagnostics})
    kept: Sequence[Diagnostic] = result.diagnostics
    if len(kept) > _LIMIT:
        kept = sorted(kept, key=lambda one: -one.severity)[:_LIMIT]
    run: dict[str, Any] = {
        "tool": {
            "driver": {
                "name": "postlint",
                "version": __version__,
                "informationUri": _HOME,
                "rules": [{"id": rule} for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(result, len(result.diagnostics) - len(kept))],
        "results": _results(kept, rules, view.prefix),
    }
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return json.dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _invocation(result: RunResult, missing: int) -> dict[str, Any]:
    invocation: dict[str, Any] = {"executionSuccessful": not result.crashed}
    if missing:
        text = f"{tally.plural(missing, 'finding')} left out: a run may hold {_LIMIT:,}"
        invocation["toolExecutionNotifications"] = [{"level": "warning", "message": {"text": text}}]
    return invocation


def _results(diagnostics: Sequence[Diagnostic], rules: Sequence[str], prefix: str) -> list[dict[str, Any]]:
    index = {rule: number for number, rule in enumerate(rules)}
    seen: Counter[str] = Counter()
    results = []
    for one in diagnostics:
        artifact = {"uri": _uri(one.path, prefix)}
        trait = _trait(one)
        seen[trait] += 1
        result: dict[str, Any] = {
            "ruleId": one.rule,
            "ruleIndex": index[one.rule],
            "level": _LEVELS[one.severity],
            "message": {"text": _message(one.message)},
            "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": _region(one.start, one.end)}}],
            "partialFingerprints": {"postlint/v1": f"{trait}:{seen[trait]}"},
        }
        if one.fix and one.fix.safe:
            replacements = [
                {"deletedRegion": _region(start, end), "insertedContent": {"text": text}}
                for start, end, text in one.fix.edits
            ]
            change = {"artifactLocation": artifact, "replacements": replacements}
            result["fixes"] = [{"description": {"text": _message(one.fix.title)}, "artifactChanges": [change]}]
        results.append(result)
    return results


def _message(text: str) -> str:
    # `[text](target)` is a link in SARIF's plain text, and only where there is one do brackets need care.
    shown = sanitize.line(text)
    if "](" in shown:
        shown = shown.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
    return shown


def _uri(path: str, prefix: str) -> str:
    found = quote(normpath(join(prefix, path)), errors="surrogateescape")
    return f"file://{found}" if found.startswith("/") else found


def _region(start: Position, end: Position) -> dict[str, int]:
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}


def _trait(one: Diagnostic) -> str:
    """What of a finding stays when lines are added above it."""
    line = ""
    if one.excerpt and 0 <= (index := one.start.line - one.excerpt.first_line) < len(one.excerpt.lines):
        line = one.excerpt.lines[index].strip()
    words = "\0".join((one.path, one.rule, line or one.message))
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16]
