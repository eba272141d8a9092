"""SARIF 2.1.0, for GitHub code scanning and for editors.

GitHub accepts 25,000 results per run and rejects a file with more, so only the most severe ones are kept.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from postlint import __version__
from postlint.core.finding import ERROR, INFO, WARNING, Diagnostic
from postlint.core.result import RunResult
from postlint.core.text import Position
from postlint.report import sanitize, tally
from postlint.report.format import Format
from postlint.report.view import View

_MAX_RESULTS = 25_000
_LEVELS = {ERROR: "error", WARNING: "warning", INFO: "note"}
_HOME = "https://github.com/postlint/postlint"


def render(result: RunResult, view: View) -> str:
    """A log file with one run."""
    rules = sorted({diagnostic.rule for diagnostic in result.diagnostics})
    kept: Sequence[Diagnostic] = result.diagnostics
    if len(kept) > _MAX_RESULTS:
        kept = sorted(kept, key=lambda diagnostic: -diagnostic.severity)[:_MAX_RESULTS]
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
        "results": _results(kept, rules, view),
    }
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return json.dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _invocation(result: RunResult, missing: int) -> dict[str, Any]:
    invocation: dict[str, Any] = {"executionSuccessful": not result.crashed}
    if missing:
        text = f"{tally.plural(missing, 'finding')} omitted: GitHub accepts at most {_MAX_RESULTS:,} per run"
        invocation["toolExecutionNotifications"] = [{"level": "warning", "message": {"text": text}}]
    return invocation


def _results(diagnostics: Sequence[Diagnostic], rules: Sequence[str], view: View) -> list[dict[str, Any]]:
    index = {rule: number for number, rule in enumerate(rules)}
    seen: Counter[str] = Counter()
    results = []
    for diagnostic in diagnostics:
        artifact = {"uri": _uri(view.repository_path(diagnostic.path))}
        region = _region(diagnostic.start, diagnostic.end)
        fingerprint = _fingerprint(diagnostic)
        seen[fingerprint] += 1
        result: dict[str, Any] = {
            "ruleId": diagnostic.rule,
            "ruleIndex": index[diagnostic.rule],
            "level": _LEVELS[diagnostic.severity],
            "message": {"text": _message(diagnostic.message)},
            "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
            "partialFingerprints": {"postlint/v1": f"{fingerprint}:{seen[fingerprint]}"},
        }
        if diagnostic.fix and diagnostic.fix.safe:
            replacements = [
                {"deletedRegion": _region(start, end), "insertedContent": {"text": text}}
                for start, end, text in diagnostic.fix.edits
            ]
            change = {"artifactLocation": artifact, "replacements": replacements}
            result["fixes"] = [{"description": {"text": _message(diagnostic.fix.title)}, "artifactChanges": [change]}]
        results.append(result)
    return results


def _message(text: str) -> str:
    # `[text](target)` is a link in SARIF's plain text; brackets need escapes only if there is one.
    line = sanitize.line(text)
    if "](" in line:
        line = line.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
    return line


def _uri(path: str) -> str:
    encoded = quote(path, errors="surrogateescape")
    return f"file://{encoded}" if encoded.startswith("/") else encoded


def _region(start: Position, end: Position) -> dict[str, int]:
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}


def _fingerprint(diagnostic: Diagnostic) -> str:
    """A hash of what stays the same about a finding when lines are added above it."""
    line = ""
    excerpt = diagnostic.excerpt
    if excerpt and 0 <= (index := diagnostic.start.line - excerpt.first_line) < len(excerpt.lines):
        line = excerpt.lines[index].strip()
    parts = "\0".join((diagnostic.path, diagnostic.rule, line or diagnostic.message))
    return sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:16]


FORMAT = Format(
    render=render,
    description="GitHub code scanning and editors: SARIF 2.1.0",
    repository_paths=True,
    document=True,
    excerpts=True,  # fingerprints are made of them
)
