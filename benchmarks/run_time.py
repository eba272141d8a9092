"""Measure the CPU time of whole runs, compared with parsing alone by markdown-it-py and with other linters.

python benchmarks/run_time.py FOLDER...
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from markdown_it import MarkdownIt

YARDSTICK = "markdown-it-py"
POSTLINT = [sys.executable, "-m", "postlint", "check", "--isolated"]
SUFFIXES = {".md", ".markdown"}
# Bytecode is kept, as for an installed program, even if this checkout is read-only.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | {
    "NO_COLOR": "1",
    "PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / "postlint-benchmark-bytecode"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    options = parse_arguments(arguments)
    folders = [str(folder) for folder in options.folders]
    texts = [path.read_text(encoding="utf-8") for path in files(options.folders)]
    print(f"{len(texts)} files, {sum(map(len, texts)) / 1e6:.2f} million characters, {options.repeat} rounds")
    competitors = competitors_for(folders, texts, options.preset)
    times: dict[str, list[float]] = {name: [] for name in competitors}
    competitors["postlint"]()  # not counted: it writes the bytecode
    for round_ in range(options.repeat):
        for name, measure in competitors.items():
            print(f"\rround {round_ + 1}: {name:<28}", end="", file=sys.stderr, flush=True)
            times[name].append(measure())
    print(file=sys.stderr)
    return report({name: statistics.median(values) for name, values in times.items()}, len(texts), options.at_most)


def parse_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--repeat", type=int, default=5, metavar="N", help="number of rounds (default: 5)")
    parser.add_argument("--preset", default="recommended", help="preset of postlint (default: recommended)")
    parser.add_argument("--at-most", type=float, metavar="RATIO", help="fail if the ratio to markdown-it-py is higher")
    return parser.parse_args(arguments)


def files(folders: Sequence[Path]) -> list[Path]:
    """The files that postlint checks."""
    command = [*POSTLINT, "--list-files", *map(str, folders)]
    listed = subprocess.run(command, check=True, capture_output=True, encoding="utf-8", env=ENVIRONMENT)
    return [path for path in map(Path, listed.stdout.splitlines()) if path.suffix in SUFFIXES]


def competitors_for(folders: list[str], texts: list[str], preset: str) -> dict[str, Callable[[], float]]:
    """The programs to measure, each a function that runs it and returns its CPU time in seconds."""
    competitors: dict[str, Callable[[], float]] = {
        YARDSTICK: lambda: parse_all(texts),
        "postlint": lambda: run([*POSTLINT, "--preset", preset, "--format", "json", "--no-cache", *folders]),
    }
    if rumdl := shutil.which("rumdl"):
        competitors["rumdl"] = lambda: run([rumdl, "check", "--no-config", "--no-cache", *folders])
    if cli2 := shutil.which("markdownlint-cli2"):
        globs = [f"{folder}/**/*{suffix}" for folder in folders for suffix in SUFFIXES]
        competitors["markdownlint-cli2"] = lambda: run([cli2, *globs])
    return competitors


def parse_all(texts: list[str]) -> float:
    """Parse texts in memory with markdown-it-py."""
    parse = MarkdownIt("commonmark").parse
    start = time.process_time()
    for text in texts:
        parse(text)
    return time.process_time() - start


def run(command: list[str]) -> float:
    """Run a process with its children. Exit code 1, findings, is not an error."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    process = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False,
        env=ENVIRONMENT,
    )  # fmt: skip
    if process.returncode not in (0, 1) or b"Traceback" in process.stderr:
        errors = process.stderr.decode(errors="replace")
        sys.exit(f"{' '.join(command[:4])} ended with {process.returncode}: {errors[-500:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def report(medians: dict[str, float], count: int, at_most: float | None) -> int:
    for name, seconds in medians.items():
        print(f"{name:<18} {seconds:8.3f} s {seconds / max(count, 1) * 1000:8.3f} ms per file")
    ratio = medians["postlint"] / medians[YARDSTICK]
    print(f"postlint / {YARDSTICK}: {ratio:.2f}")
    return 1 if at_most is not None and ratio > at_most else 0


if __name__ == "__main__":
    sys.exit(main())
