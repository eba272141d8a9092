"""JSON for programs. Its shape is a promise: fields are added, never changed.

The text is ASCII: whatever a post, path or message holds survives any terminal and any encoding.
"""

from __future__ import annotations

import json
from typing import Any

from postlint.core.finding import ERROR, INFO, WARNING, Diagnostic, DiagnosticFix
from postlint.core.result import RunResult
from postlint.core.text import Position
from postlint.report.view import View

VERSION = 1


def render(result: RunResult, view: View) -> str:
    """Findings in order, each on a line of its own, then the counts."""
    summary = {
        "files": result.files,
        "errors": result.count(ERROR),
        "warnings": result.count(WARNING),
        "infos": result.count(INFO),
        "fixed": result.fixed,
    }
    # Without indentation the standard library's encoder is the quick one.
    findings = ",\n".join([f"    {json.dumps(_finding(one))}" for one in result.diagnostics])
    findings = f"[\n{findings}\n  ]" if findings else "[]"
    return f'{{\n  "version": {VERSION},\n  "findings": {findings},\n  "summary": {json.dumps(summary)}\n}}\n'


def _finding(one: Diagnostic) -> dict[str, Any]:
    return {
        "path": one.path,
        "line": one.start.line,
        "column": one.start.column,
        "end_line": one.end.line,
        "end_column": one.end.column,
        "rule": one.rule,
        "aliases": list(one.aliases),
        "severity": str(one.severity),
        "message": one.message,
        "fix": _fix(one.fix) if one.fix else None,
    }


def _fix(fix: DiagnosticFix) -> dict[str, Any]:
    edits = [{"start": _place(edit.start), "end": _place(edit.end), "text": edit.text} for edit in fix.edits]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}


def _place(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column}
