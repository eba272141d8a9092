"""GitHub Actions: the plain report for the log, then annotations by workflow commands.

GitHub keeps ten annotations of a kind a step and drops the others without a word, so the worst come
first and a last one says how many are missing. All findings are in the log.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from itertools import islice

from postlint.core.finding import ERROR, INFO, WARNING, Diagnostic
from postlint.core.result import RunResult
from postlint.report import sanitize, tally, text
from postlint.report.view import View

# (severity, command, how many); one notice is kept for saying what is not shown.
_KINDS = ((ERROR, "error", 10), (WARNING, "warning", 10), (INFO, "notice", 9))

# The runner obeys `::command::` at the start of a line, indented or not, and `##[command]` anywhere.
_COMMAND = re.compile(r"^[ \t]*::|##\[", re.MULTILINE)


def render(result: RunResult, view: View) -> str:
    """The log and the annotations, with paths as the repository's root sees them."""
    log = _COMMAND.sub(lambda match: " ".join(match[0]), text.render(result, view))
    return log + "".join(f"{line}\n" for line in _annotations(result, view.prefix))


def escape_data(value: str) -> str:
    """A workflow command's message.

    >>> escape_data("100%\\n::error::")
    '100%25%0A::error::'
    """
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escape_property(value: str) -> str:
    """A workflow command's property.

    >>> escape_property("a,b:c%")
    'a%2Cb%3Ac%25'
    """
    return escape_data(value).replace(":", "%3A").replace(",", "%2C")


def repository_path(path: str, prefix: str) -> str | None:
    """A path as seen from the repository's root; None if it lies outside.

    >>> repository_path("posts/a.md", "blog"), repository_path("../x.md", "blog"), repository_path("../../x.md", "blog")
    ('blog/posts/a.md', 'x.md', None)
    """
    found = posixpath.normpath(posixpath.join(prefix, path))
    outside = found == ".." or found.startswith(("../", "/")) or found[1:3] == ":/"
    return None if outside else found


def _annotations(result: RunResult, prefix: str) -> Iterator[str]:
    shown = 0
    for severity, command, limit in _KINDS:
        for one in islice((one for one in result.diagnostics if one.severity is severity), limit):
            yield _annotation(command, one, prefix)
            shown += 1
    if missing := len(result.diagnostics) - shown:
        message = f"{tally.plural(missing, 'more finding')} without an annotation: all of them are in this step's log"
        yield f"::notice title=postlint::{escape_data(message)}"


def _annotation(command: str, one: Diagnostic, prefix: str) -> str:
    path = repository_path(one.path, prefix)
    message = sanitize.line(one.message)
    properties = {"title": sanitize.line(one.rule)}
    if path is None:
        message = f"{sanitize.line(one.path)}:{one.start.line}:{one.start.column}: {message}"
    else:
        properties = {"file": sanitize.line(path), "line": str(one.start.line), **_columns(one), **properties}
    listed = ",".join(f"{key}={escape_property(value)}" for key, value in properties.items())
    return f"::{command} {listed}::{escape_data(message)}"


def _columns(one: Diagnostic) -> dict[str, str]:
    # GitHub refuses columns in an annotation of several lines.
    if one.start.line != one.end.line:
        return {"endLine": str(one.end.line)}
    return {"col": str(one.start.column), "endLine": str(one.end.line), "endColumn": str(one.end.column)}
