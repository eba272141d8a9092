"""Compare the findings of two postlint installs on real posts.

    python -m benchmarks.compare OLD_PYTHON NEW_PYTHON FOLDER... [--preset NAME]... [--generator NAME] [--examples N]

An install is given by its Python interpreter, such as `../base/.venv/bin/python`. Each folder is the root of one site,
checked as its owner would: from the root, with site rules, under the detected generator, but without configuration
files. Findings are the same if path, position, rule, severity and the fix's edits are; `--messages` also compares
messages and fix titles. A rule that lists its old name among its aliases is the same rule.

Exit codes: 0 no differences; 1 differences; 2 wrong usage, or an install that failed.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

PRESETS = ("recommended", "strict", "all")
KINDS = ("same", "only old", "only new", "changed")
POSITION = ("path", "line", "column", "end_line", "end_column")
# Bytecode is cached outside the installs, which may be read-only checkouts. No PYTHONPATH may replace either of them.
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")} | {
    "PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / "postlint-benchmark-bytecode")
}

Finding = dict[str, Any]


class Pair(NamedTuple):
    """A finding of the old install and its counterpart of the new one, and which of `KINDS` the pair is."""

    old: Finding | None
    new: Finding | None
    kind: str

    @property
    def finding(self) -> Finding:
        """The new finding, or the old one if there is no new one."""
        return self.new or self.old or {}


def check(python: str, folder: Path, preset: str, generator: str | None) -> dict[str, Any] | str:
    """The JSON report of an install on a folder, or an error message if it crashed or printed no valid report.

    `-P` keeps the folder itself, which may hold a checkout of postlint, off the module path.
    """
    command = [python, "-P", "-m", "postlint", "check", ".", "--isolated", "--preset", preset, "--format", "json"]
    command += ["--exit-zero", *(["--generator", generator] if generator else [])]
    output = errors = ""
    try:
        run = subprocess.run(command, cwd=folder, env=ENVIRONMENT, capture_output=True, encoding="utf-8", check=False)
        output, errors = run.stdout, run.stderr
        run.check_returncode()
        report: dict[str, Any] = json.loads(output)
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        crashes = "\n".join(line for line in output.splitlines() if '"internal/' in line)  # rules that crashed
        return f"error: {error}: in {folder}\n{errors or crashes[:1000] or output[:500]}"
    return report


def is_same_rule(old: Finding, new: Finding) -> bool:
    """Whether two findings are of one rule, perhaps renamed."""
    return old["rule"] == new["rule"] or old["rule"] in new["aliases"] or new["rule"] in old["aliases"]


def details(finding: Finding, messages: bool) -> tuple[Any, ...]:
    """What must be equal besides position and rule: severity, fix edits, and optionally messages and fix titles."""
    fix = finding["fix"]
    texts = (finding["message"], fix and fix["title"]) if messages else ()
    return finding["severity"], fix and (fix["safe"], fix["edits"]), *texts


def compare(old: Iterable[Finding], new: Iterable[Finding], messages: bool = False) -> list[Pair]:
    """Pair the findings of two runs. Each finding is in exactly one pair.

    >>> at = {"path": "a.md", "line": 1, "column": 1, "end_line": 1, "end_column": 2, "fix": None}
    >>> old = at | {"rule": "a/old-name", "aliases": [], "severity": "error", "message": "x"}
    >>> new = at | {"rule": "a/new-name", "aliases": ["a/old-name"], "severity": "error", "message": "y"}
    >>> [pair.kind for pair in compare([old, old], [new])]
    ['same', 'only old']
    """
    positions: defaultdict[tuple[Any, ...], tuple[list[Finding], list[Finding]]] = defaultdict(lambda: ([], []))
    for side, findings in enumerate((old, new)):
        for finding in findings:
            positions[tuple(finding[name] for name in POSITION)][side].append(finding)
    return [pair for findings in positions.values() for pair in pair_up(*findings, messages)]


def pair_up(old: list[Finding], new: list[Finding], messages: bool) -> Iterator[Pair]:
    """Pair findings at one position, the closest first: unchanged before changed, equal names before renamed rules."""
    candidates = sorted(
        (details(left, messages) != details(right, messages), left["rule"] != right["rule"], index, other)
        for index, left in enumerate(old)
        for other, right in enumerate(new)
        if is_same_rule(left, right)
    )
    rest_old, rest_new = dict(enumerate(old)), dict(enumerate(new))
    for is_changed, _, index, other in candidates:
        if index in rest_old and other in rest_new:
            yield Pair(rest_old.pop(index), rest_new.pop(other), "changed" if is_changed else "same")
    yield from (Pair(finding, None, "only old") for finding in rest_old.values())
    yield from (Pair(None, finding, "only new") for finding in rest_new.values())


def example(pair: Pair, folder: Path) -> str:
    """A pair as lines of text; for a changed finding, with the old and new values that differ."""
    path, line, column, rule, message = (pair.finding[name] for name in ("path", "line", "column", "rule", "message"))
    lines = [f"{folder / path}:{line}:{column} {rule} {message}"]
    if pair.old and pair.new:
        names = [name for name in ("severity", "message", "fix") if pair.old[name] != pair.new[name]]
        lines += [f"    {name}: {json.dumps(pair.old[name])} -> {json.dumps(pair.new[name])}" for name in names]
    return "\n".join(lines)


def print_row(name: object, preset: str, values: Iterable[object]) -> None:
    """Print a table row."""
    print(f"{name!s:<56} {preset:<12}", *(f"{value:>9}" for value in values), flush=True)


def print_rules(same: Counter[tuple[str, str, str]], differences: list[tuple[str, Path, Pair]], limit: int) -> None:
    """Print renamed rules, then a table of the rules that differ, then examples of each.

    `same` counts findings by preset, old rule name and new rule name; `differences` are of a preset and a folder.
    """
    changed = [(pair.old["rule"], pair.new["rule"]) for *_, pair in differences if pair.old and pair.new]
    renamed = {old: new for old, new in [*(names[1:] for names in same), *changed] if old != new}
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    examples: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for (preset, _, rule), count in same.items():
        counts[rule, preset]["same"] += count
    for preset, folder, pair in differences:
        rule = str(pair.new["rule"] if pair.new else renamed.get(pair.finding["rule"], pair.finding["rule"]))
        counts[rule, preset][pair.kind] += 1
        if len(examples[rule, pair.kind]) < limit:
            examples[rule, pair.kind][example(pair, folder)] = None  # once, though several presets have it
    print(*(f"renamed: {old} -> {new}" for old, new in sorted(renamed.items())), sep="\n")
    if differences:
        print_row("rule", "preset", KINDS)
    for (rule, preset), row in sorted(counts.items()):
        if row.total() > row["same"]:
            print_row(rule, preset, [row[kind] for kind in KINDS])
    for (rule, kind), texts in sorted(examples.items() if limit else ()):
        print(f"\n{rule}, {kind}:", *texts, sep="\n")


def parse_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("installs", nargs=2, metavar="PYTHON", help="of the old and the new install")
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER", help="the root of a site; files are skipped")
    parser.add_argument("--preset", action="append", metavar="NAME", help=f"may be repeated (default: {PRESETS})")
    parser.add_argument("--generator", metavar="NAME", help="default: detected in each folder")
    parser.add_argument("--examples", type=int, default=3, metavar="N", help="of each rule and kind (default: 3)")
    parser.add_argument("--messages", action="store_true", help="also compare messages and fix titles")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Check each folder with both installs, and print where their findings differ."""
    args = parse_arguments(arguments)
    # Symbolic links are not resolved: the interpreter of a virtual environment is one.
    installs = [os.path.abspath(shutil.which(python) or python) for python in args.installs]
    tasks = [(folder, preset) for folder in args.folders if not folder.is_file() for preset in args.preset or PRESETS]
    same: Counter[tuple[str, str, str]] = Counter()
    differences: list[tuple[str, Path, Pair]] = []
    failed, has_other_files = not tasks, False  # no folder: an error
    print_row("folder", "preset", KINDS)
    with ThreadPoolExecutor(2) as pool:
        jobs = [(python, folder, preset, args.generator) for folder, preset in tasks for python in installs]
        reports = pool.map(lambda job: check(*job), jobs)
        for (folder, preset), old, new in zip(tasks, reports, reports, strict=True):
            if isinstance(old, str) or isinstance(new, str):
                print(*(report for report in (old, new) if isinstance(report, str)), sep="\n", file=sys.stderr)
                failed = True
                continue
            pairs = compare(old["findings"], new["findings"], args.messages)
            counts = Counter(pair.kind for pair in pairs)
            print_row(folder, preset, [counts[kind] for kind in KINDS])
            if old["summary"]["files"] != new["summary"]["files"]:
                print(f"  files checked: {old['summary']['files']} -> {new['summary']['files']}")
                has_other_files = True
            same.update((preset, p.old["rule"], p.new["rule"]) for p in pairs if p.kind == "same" and p.old and p.new)
            differences += [(preset, folder, pair) for pair in pairs if pair.kind != "same"]
    print_rules(same, differences, args.examples)
    return 2 if failed else int(bool(differences) or has_other_files)


if __name__ == "__main__":
    sys.exit(main())
