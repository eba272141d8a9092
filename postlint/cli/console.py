"""The output streams: error messages, encodings, and readers that have gone away."""

from __future__ import annotations

import contextlib
import os
import sys


def print_error(message: str) -> None:
    """Print one line on standard error; control characters in it are made visible."""
    from postlint.report import sanitize

    with contextlib.suppress(OSError):  # standard error may be closed or full
        print(f"postlint: {sanitize.line(message)}", file=sys.stderr)


def encodable(text: str) -> str:
    """Text for standard output: characters that its encoding lacks become escapes."""
    encoding = sys.stdout.encoding or "utf-8"
    return text.encode(encoding, "backslashreplace").decode(encoding)


def prepare_streams() -> None:
    """Let standard output and error escape what their encoding lacks; replace them if they are closed."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by the parent process
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def discard_output() -> None:
    """Redirect standard output to nowhere, so that Python's flush at exit does not fail a second time."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
