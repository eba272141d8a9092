"""`postlint check`: arguments -> session -> reports -> exit code."""

from __future__ import annotations

import argparse
import os
import shutil
import sys

from postlint.cli import COMMANDS
from postlint.cli.check_options import add_options, settings_loader
from postlint.cli.console import encodable, print_error
from postlint.cli.exit_codes import EXIT_ERROR, EXIT_FINDINGS, EXIT_OK
from postlint.core.messages import quoted
from postlint.core.result import RunResult
from postlint.core.spelling import suggestion
from postlint.report import Format, View, get_format, sanitize
from postlint.report.progress import Progress
from postlint.workspace.discover import Discovered, discover, is_skipped
from postlint.workspace.environment import repository_prefix
from postlint.workspace.paths import display_path
from postlint.workspace.session import RunOptions, Session
from postlint.workspace.settings_loader import SettingsLoader

configure = add_options


def run(args: argparse.Namespace) -> int:
    """Check the files that the arguments name. Raises ConfigurationError."""
    if message := _invalid_combination(args):
        print_error(message)
        return EXIT_ERROR
    loader = settings_loader(args)
    if args.show_settings is not None:
        from postlint.cli.show_settings import show

        return show(args.show_settings, loader)
    if "-" in args.paths:
        return _check_standard_input(args, loader)
    files = discover(args.paths or ["."], loader.for_folder)
    for problem in files.problems:
        print_error(problem)
    if files.problems and not os.path.exists(args.paths[0]) and (hint := suggestion(args.paths[0], COMMANDS)):
        print_error(f"unknown command {quoted(args.paths[0])}{hint}")
    if args.list_files:
        print("".join(f"{sanitize.path(display_path(path))}\n" for path in files.files), end="")
        return EXIT_ERROR if files.problems else EXIT_OK
    if files.folders and not files.files and not files.problems:
        print_error(files.skipped or "no Markdown files found")
    return _check(args, loader, files)


def _invalid_combination(args: argparse.Namespace) -> str:
    """An error message if an option lacks the one that it depends on."""
    if args.unsafe_fixes and not args.fix and not args.diff:
        return "--unsafe-fixes requires --fix or --diff"
    if args.stdin_filename and "-" not in args.paths:
        return "--stdin-filename requires `-` (standard input) as the path"
    if "-" in args.paths and args.paths != ["-"]:
        return "`-` (standard input) cannot be combined with other paths"
    return ""


def _check(args: argparse.Namespace, loader: SettingsLoader, files: Discovered) -> int:
    site = args.site == "on" or (args.site == "auto" and files.folders)
    folders = tuple(path for path in map(os.path.abspath, args.paths) if os.path.isdir(path))
    excerpts = any(report_format.excerpts for report_format, _ in _formats(args))
    session = Session(loader, RunOptions(args.fix, args.unsafe_fixes, args.diff, site, folders, excerpts))
    with Progress(len(files.files), sys.stderr) as progress:
        result = session.check(files.files, progress.advance)
    written = _report(args, result)
    return _exit_code(args, result, incomplete=not written or bool(files.problems))


def _check_standard_input(args: argparse.Namespace, loader: SettingsLoader) -> int:
    path = args.stdin_filename or "stdin.md"
    data = sys.stdin.buffer.read()
    absolute = os.path.abspath(path)
    if is_skipped(absolute, loader.for_folder(os.path.dirname(absolute))):
        sys.stdout.buffer.write(data if args.fix and not args.diff else b"")
        return EXIT_OK
    session = Session(loader, RunOptions(args.fix, args.unsafe_fixes, args.diff, site=False))
    result, fixed = session.check_text(path, data)
    if not args.fix or args.diff:
        return _exit_code(args, result, incomplete=not _report(args, result))
    sys.stdout.buffer.write(fixed)  # as a filter; the findings go to standard error
    sys.stdout.flush()
    text = get_format("text")
    print(text.render(result, _view(args, text, to_file=True)), end="", file=sys.stderr)
    return _exit_code(args, result, incomplete=False)


def _formats(args: argparse.Namespace) -> list[tuple[Format, str]]:
    """Each report's format and file; an empty file name stands for standard output."""
    names = args.format or [("rich" if sys.stdout.isatty() else "text", "")]
    return [(get_format(name), path) for name, path in names]


def _report(args: argparse.Namespace, result: RunResult) -> bool:
    """Print and write all reports; False if one of them could not be written."""
    for line in result.warnings:
        print_error(line)
    written = True
    for report_format, path in _formats(args):
        if report_format.step_summary is not None:
            page = os.environ.get("GITHUB_STEP_SUMMARY")
            written &= not page or _write(page, report_format.step_summary(result), append=True)
        if not result.files and not path and not report_format.document:
            continue  # all files were excluded on purpose, for example in a commit hook
        text = report_format.render(result, _view(args, report_format, bool(path)))
        if path:
            written &= _write(path, text)
        else:
            sys.stdout.write(encodable(text))
    return written


def _write(path: str, text: str, *, append: bool = False) -> bool:
    """Write or append to a file; False, with an error message, if that fails."""
    try:
        with open(path, "a" if append else "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        print_error(f"{display_path(path)}: cannot write the report: {error.strerror}")
        return False
    return True


def _view(args: argparse.Namespace, report_format: Format, to_file: bool) -> View:
    return View(
        color=not to_file and _use_color(args.color),
        width=shutil.get_terminal_size((100, 24)).columns,
        statistics=args.statistics,
        quiet=args.quiet,
        repository_prefix=repository_prefix() if report_format.repository_paths else "",
    )


def _use_color(choice: str) -> bool:
    if choice == "auto":
        return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return choice == "always"


def _exit_code(args: argparse.Namespace, result: RunResult, *, incomplete: bool) -> int:
    if incomplete or result.crashed:
        return EXIT_ERROR
    if args.exit_zero:
        return EXIT_OK
    return EXIT_FINDINGS if result.failed or result.diff else EXIT_OK
