"""JSON for programs. Its structure is stable: fields may be added, but never changed or removed.

The text is ASCII, so that any path and any message survives every terminal and encoding.
"""

from __future__ import annotations

import json
from typing import Any

from postlint.core.finding import ERROR, INFO, WARNING, Diagnostic, DiagnosticFix
from postlint.core.result import RunResult
from postlint.core.text import Position
from postlint.report.format import Format
from postlint.report.view import View

VERSION = 1


def render(result: RunResult, view: View) -> str:
    """The findings in order, each on its own line, then the counts."""
    summary = {
        "files": result.files,
        "errors": result.count(ERROR),
        "warnings": result.count(WARNING),
        "infos": result.count(INFO),
        "fixed": result.fixed,
    }
    # The standard library's encoder is several times faster without indentation.
    findings = ",\n".join([f"    {json.dumps(_finding(diagnostic))}" for diagnostic in result.diagnostics])
    findings = f"[\n{findings}\n  ]" if findings else "[]"
    return f'{{\n  "version": {VERSION},\n  "findings": {findings},\n  "summary": {json.dumps(summary)}\n}}\n'


def _finding(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "path": diagnostic.path,
        "line": diagnostic.start.line,
        "column": diagnostic.start.column,
        "end_line": diagnostic.end.line,
        "end_column": diagnostic.end.column,
        "rule": diagnostic.rule,
        "aliases": list(diagnostic.aliases),
        "severity": str(diagnostic.severity),
        "message": diagnostic.message,
        "fix": _fix(diagnostic.fix) if diagnostic.fix else None,
    }


def _fix(fix: DiagnosticFix) -> dict[str, Any]:
    edits = [{"start": _position(edit.start), "end": _position(edit.end), "text": edit.text} for edit in fix.edits]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}


def _position(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column}


FORMAT = Format(
    render=render, description="other programs: all data in a stable structure", repository_paths=False, document=True
)
