"""The front door: the first word says which command, and each is a module."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from types import FrameType
from typing import NoReturn

from postlint import __version__

COMMANDS = ("check", "explain", "init", "rules", "schema")

OK, FINDINGS, WRONG = 0, 1, 2
"""Exit codes: nothing to say; something at the fail level; wrong usage, configuration, or a rule that crashed."""

_INTERRUPTED, _TERMINATED = 130, 143


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; gives the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] in (["--version"], ["-V"]):
        print(f"postlint {__version__}")
        return OK
    name = words.pop(0) if words and words[0] in COMMANDS else "check"
    _prepare()
    try:
        return _run(name, words)
    except KeyboardInterrupt:
        print_error("interrupted")
        return _INTERRUPTED
    except BrokenPipeError:  # whoever read our output has gone, and wants no more
        _print_no_more()
        return FINDINGS
    except OSError as error:
        _print_no_more()
        print_error(_reason(error))
        return WRONG
    except Exception:  # left to Python, it would end with the exit code for findings
        import traceback

        traceback.print_exc()
        print_error("this is a mistake in postlint; please report it")
        return WRONG


def _run(name: str, words: Sequence[str]) -> int:
    from postlint.core.errors import PostlintError

    command = import_module(f"postlint.cli.{name}")
    try:
        code: int = command.run(command.parser().parse_args(words))
    except SystemExit as exit_:  # argparse, after --help or a message
        return exit_.code if isinstance(exit_.code, int) else WRONG
    except PostlintError as error:
        print_error(str(error))
        return WRONG
    sys.stdout.flush()
    return code


def _prepare() -> None:
    """Print what the encoding of the output lacks as an escape; clean up when told to end."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by whoever started us
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    with contextlib.suppress(ValueError):  # not in the main thread
        signal.signal(signal.SIGTERM, _terminate)


def _terminate(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(_TERMINATED)


def _print_no_more() -> None:
    """Nobody takes our output: what is left of it must not fail again when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _reason(error: OSError) -> str:
    try:
        os.getcwd()
    except OSError:
        return "the working directory has gone"
    return f"{error.filename or 'the output cannot be written'}: {error.strerror or error}"


def print_error(message: str) -> None:
    """One clear line on the error stream."""
    from postlint.report import sanitize

    with contextlib.suppress(OSError):  # nobody listens
        print(f"postlint: {sanitize.line(message)}", file=sys.stderr)
