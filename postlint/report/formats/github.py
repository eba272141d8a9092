"""GitHub Actions: the plain report for the log, then annotations as workflow commands.

GitHub shows at most ten annotations of each severity per step and drops the others silently. So the most severe come
first, and a last one counts the missing ones. The log has all findings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from postlint.core.finding import ERROR, INFO, WARNING, Diagnostic
from postlint.core.result import RunResult
from postlint.report import github_summary, sanitize, tally
from postlint.report.format import Format
from postlint.report.formats import text
from postlint.report.view import View

# Severity, command, and how many annotations; one notice is reserved for the count of the missing ones.
_ANNOTATIONS = ((ERROR, "error", 10), (WARNING, "warning", 10), (INFO, "notice", 9))

# The runner obeys `::command::` at the start of a line, indented or not, and `##[command]` anywhere.
_COMMAND = re.compile(r"^[ \t]*::|##\[", re.MULTILINE)


def render(result: RunResult, view: View) -> str:
    """The log and the annotations."""
    log = _COMMAND.sub(lambda match: " ".join(match[0]), text.render(result, view))
    return log + "".join(f"{line}\n" for line in _annotations(result, view))


def escape_data(value: str) -> str:
    """Escape the message of a workflow command.

    >>> escape_data("100%\\n::error::")
    '100%25%0A::error::'
    """
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escape_property(value: str) -> str:
    """Escape a property of a workflow command.

    >>> escape_property("a,b:c%")
    'a%2Cb%3Ac%25'
    """
    return escape_data(value).replace(":", "%3A").replace(",", "%2C")


def is_outside(repository_path: str) -> bool:
    """Whether a path relative to the repository's root leaves the repository.

    >>> is_outside("a/x.md"), is_outside("../x.md"), is_outside("/x.md"), is_outside("C:/x.md")
    (False, True, True, True)
    """
    return (
        repository_path == ".." or repository_path.startswith(("../", "/")) or repository_path[1:3] == ":/"
    )  # the last for Windows


def _annotations(result: RunResult, view: View) -> Iterator[str]:
    count = 0
    for severity, command, limit in _ANNOTATIONS:
        diagnostics = (diagnostic for diagnostic in result.diagnostics if diagnostic.severity is severity)
        for diagnostic in islice(diagnostics, limit):
            yield _annotation(command, diagnostic, view)
            count += 1
    if missing := len(result.diagnostics) - count:
        message = f"{tally.plural(missing, 'more finding')} without an annotation; this step's log lists all findings"
        yield f"::notice title=postlint::{escape_data(message)}"


def _annotation(command: str, diagnostic: Diagnostic, view: View) -> str:
    path = view.repository_path(diagnostic.path)
    message = sanitize.line(diagnostic.message)
    properties = {"title": sanitize.line(diagnostic.rule)}
    start = diagnostic.start
    if is_outside(path):  # GitHub cannot show the file
        message = f"{sanitize.line(diagnostic.path)}:{start.line}:{start.column}: {message}"
    else:
        properties = {"file": sanitize.line(path), "line": str(start.line), **_columns(diagnostic), **properties}
    listed = ",".join(f"{key}={escape_property(value)}" for key, value in properties.items())
    return f"::{command} {listed}::{escape_data(message)}"


def _columns(diagnostic: Diagnostic) -> dict[str, str]:
    start, end = diagnostic.start, diagnostic.end
    # GitHub refuses columns in an annotation of several lines.
    if start.line != end.line:
        return {"endLine": str(end.line)}
    return {"col": str(start.column), "endLine": str(end.line), "endColumn": str(end.column)}


FORMAT = Format(
    render=render,
    description="GitHub Actions: the text report, annotations and a step summary",
    repository_paths=True,
    document=False,
    step_summary=github_summary.render,
)
