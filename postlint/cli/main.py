"""The entry point: pick the command, run it, and turn whatever happens into an exit code."""

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
from postlint.cli import COMMANDS
from postlint.cli.console import discard_output, prepare_streams, print_error
from postlint.cli.exit_codes import EXIT_ERROR, EXIT_FINDINGS, EXIT_INTERRUPTED, EXIT_OK, EXIT_TERMINATED


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name, `check` by default; returns the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] in (["--version"], ["-V"]):
        print(f"postlint {__version__}")
        return EXIT_OK
    name = words.pop(0) if words and words[0] in COMMANDS else "check"
    prepare_streams()
    with contextlib.suppress(ValueError):  # not in the main thread
        signal.signal(signal.SIGTERM, _terminate)
    try:
        return _run(name, words)
    except KeyboardInterrupt:
        print_error("interrupted")
        return EXIT_INTERRUPTED
    except BrokenPipeError:  # the reader of our output, such as `head`, has ended
        discard_output()
        return EXIT_FINDINGS
    except OSError as error:
        discard_output()
        print_error(_os_error_message(error))
        return EXIT_ERROR
    except Exception:  # Python's own exit code for it would be that for findings
        import traceback

        traceback.print_exc()
        print_error("this is a bug in postlint; please report it")
        return EXIT_ERROR


def _run(name: str, words: Sequence[str]) -> int:
    from postlint.cli.command import create_parser
    from postlint.core.errors import PostlintError

    command = import_module(f"postlint.cli.{name}")
    try:
        code: int = command.run(create_parser(name, command).parse_args(words))
    except SystemExit as exit_:  # argparse, after --help or a message
        return exit_.code if isinstance(exit_.code, int) else EXIT_ERROR
    except PostlintError as error:
        print_error(str(error))
        return EXIT_ERROR
    sys.stdout.flush()
    return code


def _terminate(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(EXIT_TERMINATED)  # unlike the default action, this runs `finally` blocks


def _os_error_message(error: OSError) -> str:
    try:
        os.getcwd()
    except OSError:
        return "the working directory does not exist any more"
    return f"{error.filename or 'cannot write the output'}: {error.strerror or error}"
