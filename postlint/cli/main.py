"""The front door: the first word says which command, and each is a module."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from postlint import __version__

COMMANDS = ("check", "explain", "init", "rules", "schema")

OK, FINDINGS, WRONG = 0, 1, 2
"""Exit codes: nothing to say; something at the fail level; wrong usage, configuration, or a rule that crashed."""

_INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; gives the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] in (["--version"], ["-V"]):
        print(f"postlint {__version__}")
        return OK
    name = words.pop(0) if words and words[0] in COMMANDS else "check"
    try:
        return _run(name, words)
    except KeyboardInterrupt:
        complain("interrupted")
        return _INTERRUPTED
    except BrokenPipeError:  # whoever read our output has gone, and wants no more
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINDINGS
    except Exception:  # left to Python, it would end with the exit code for findings
        import traceback

        traceback.print_exc()
        complain("this is a mistake in postlint; please report it")
        return WRONG


def _run(name: str, words: Sequence[str]) -> int:
    from postlint.core.settings import ConfigurationError

    command = import_module(f"postlint.cli.{name}")
    try:
        code: int = command.run(command.parser().parse_args(words))
    except SystemExit as exit_:  # argparse, after --help or a message
        return exit_.code if isinstance(exit_.code, int) else WRONG
    except ConfigurationError as error:
        complain(str(error))
        return WRONG
    sys.stdout.flush()
    return code


def complain(message: str) -> None:
    """One clear line on the error stream."""
    from postlint.report import safe

    print(f"postlint: {safe.line(message)}", file=sys.stderr)
