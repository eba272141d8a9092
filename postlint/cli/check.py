"""`postlint check`: arguments -> session -> report -> exit code."""

from __future__ import annotations

import argparse
import os
import shutil
import sys

from postlint.cli.arguments import check_parser, settings_loader
from postlint.cli.main import COMMANDS, FINDINGS, OK, WRONG, print_error
from postlint.core.result import RunResult
from postlint.core.spelling import suggestion
from postlint.report import WITH_EXCERPTS, View, render, sanitize
from postlint.report.progress import Progress
from postlint.workspace.discover import Found, discover, leaves_out
from postlint.workspace.environment import repository_prefix
from postlint.workspace.paths import shown
from postlint.workspace.session import RunOptions, Session
from postlint.workspace.settings_loader import SettingsLoader

parser = check_parser


def run(args: argparse.Namespace) -> int:
    """Check what the arguments name. Raises ConfigurationError."""
    if lonely := _lonely(args):
        print_error(lonely)
        return WRONG
    loader = settings_loader(args)
    if args.show_settings is not None:
        from postlint.cli.show_settings import show

        return show(args.show_settings, loader)
    if "-" in args.paths:
        return _standard_input(args, loader)
    found = discover(args.paths or ["."], loader.for_folder)
    for problem in found.problems:
        print_error(problem)
    if found.problems and not os.path.exists(args.paths[0]) and (hint := suggestion(args.paths[0], COMMANDS)):
        print_error(f"no command '{args.paths[0]}'{hint}")
    if args.list_files:
        print("".join(f"{sanitize.path(shown(path))}\n" for path in found.files), end="")
        return WRONG if found.problems else OK
    if found.folders and not found.files and not found.problems:
        print_error(found.left_out or "no Markdown files here")
    return _check(args, loader, found)


def _lonely(args: argparse.Namespace) -> str:
    """What is wrong with options that mean nothing without others."""
    if args.unsafe_fixes and not args.fix and not args.diff:
        return "--unsafe-fixes goes with --fix or --diff"
    if args.stdin_filename and "-" not in args.paths:
        return "--stdin-filename goes with -, which reads the standard input"
    return ""


def _check(args: argparse.Namespace, loader: SettingsLoader, found: Found) -> int:
    site = args.site == "on" or (args.site == "auto" and found.folders)
    folders = tuple(path for path in map(os.path.abspath, args.paths) if os.path.isdir(path))
    excerpts = not WITH_EXCERPTS.isdisjoint(name for name, _ in _formats(args))
    session = Session(loader, RunOptions(args.fix, args.unsafe_fixes, args.diff, site, folders, excerpts))
    with Progress(len(found.files), sys.stderr) as progress:
        result = session.check(found.files, progress.advance)
    failed = _report(args, result)
    return _exit_code(args, result, failed or bool(found.problems))


def _standard_input(args: argparse.Namespace, loader: SettingsLoader) -> int:
    if args.paths != ["-"]:
        print_error("- stands alone: the standard input is checked, or files are")
        return WRONG
    path = args.stdin_filename or "stdin.md"
    data = sys.stdin.buffer.read()
    absolute = os.path.abspath(path)
    if leaves_out(absolute, loader.for_folder(os.path.dirname(absolute))):
        sys.stdout.buffer.write(data if args.fix and not args.diff else b"")
        return OK
    session = Session(loader, RunOptions(args.fix, args.unsafe_fixes, args.diff, site=False))
    result, mended = session.check_text(path, data)
    if not args.fix or args.diff:
        return _exit_code(args, result, _report(args, result))
    sys.stdout.buffer.write(mended)  # as a filter; the findings go beside it
    sys.stdout.flush()
    print(render("text", result, _view(args, "text", to_file=True)), end="", file=sys.stderr)
    return _exit_code(args, result, False)


def _formats(args: argparse.Namespace) -> list[tuple[str, str]]:
    """Each report's format and file; without a file it is printed."""
    return args.format or [("rich" if sys.stdout.isatty() else "text", "")]


def _report(args: argparse.Namespace, result: RunResult) -> bool:
    """Print and write the reports; whether one could not be written."""
    for line in result.warnings:
        print_error(line)
    failed = False
    for name, path in _formats(args):
        if not result.files and not path and name in ("rich", "text"):
            continue  # all files were left out on purpose: that is no news
        text = render(name, result, _view(args, name, bool(path)))
        if name == "github":
            failed |= not _summarize(result)
        if not path:
            _print(text)
            continue
        try:
            with open(path, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except OSError as error:
            print_error(f"{shown(path)}: cannot be written: {error.strerror}")
            failed = True
    return failed


def _summarize(result: RunResult) -> bool:
    """Add to the page that GitHub shows for the run, where there is one; whether that went well."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return True
    from postlint.report import summary

    try:
        with open(path, "a", encoding="utf-8", newline="\n") as file:
            file.write(summary.render(result))
    except OSError as error:
        print_error(f"{path}: cannot be written: {error.strerror}")
        return False
    return True


def _print(text: str) -> None:
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding))


def _view(args: argparse.Namespace, name: str, to_file: bool) -> View:
    return View(
        color=not to_file and _colored(args.color),
        width=shutil.get_terminal_size((100, 24)).columns,
        statistics=args.statistics,
        quiet=args.quiet,
        prefix=repository_prefix() if name in ("github", "sarif") else "",
    )


def _colored(choice: str) -> bool:
    if choice == "auto":
        return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return choice == "always"


def _exit_code(args: argparse.Namespace, result: RunResult, wrong: bool) -> int:
    if wrong or result.crashed:
        return WRONG
    if args.exit_zero:
        return OK
    return FINDINGS if result.failed or result.diff else OK
