"""Compare the findings of `--preset markdownlint` with those of markdownlint-cli2 on real posts.

    python -m benchmarks.agreement FOLDER...

markdownlint-cli2 must be on the PATH. Both tools use their defaults; postlint runs with `--generator none`, because a
generator changes how Markdown is parsed. Findings are the same if path, line and rule are equal. Files that
only one of the tools reads are ignored.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

POSTLINT = [sys.executable, "-m", "postlint", "check", ".", "--isolated"]
CODE = re.compile(r"MD\d+")
LINE = re.compile(r"(?P<path>.+?\.(?:md|markdown)):(?P<line>\d+)(?::\d+)? \w+ (?P<rule>MD\d+)/")


class Place(NamedTuple):
    """A finding, as far as both tools know it."""

    path: str
    line: int
    rule: str


def run(command: list[str], folder: Path) -> str:
    """The output of a command, which may exit with 1 for findings."""
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"{command[0]} exited with {done.returncode}: {done.stderr[-500:]}")
    return done.stdout + done.stderr


def of_markdownlint(folder: Path) -> Iterator[Place]:
    for line in run(["markdownlint-cli2", "**/*.md", "**/*.markdown"], folder).splitlines():
        if match := LINE.match(line):
            yield Place(match["path"], int(match["line"]), match["rule"])


def of_postlint(folder: Path) -> Iterator[Place]:
    options = ["--preset", "markdownlint", "--generator", "none", "--site", "off", "--format", "json", "--exit-zero"]
    for finding in json.loads(run([*POSTLINT, *options], folder))["findings"]:
        for alias in filter(CODE.fullmatch, finding["aliases"]):
            yield Place(finding["path"], finding["line"], alias)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    for folder in parser.parse_args().folders:
        files = set(run([*POSTLINT, "--list-files"], folder).splitlines())
        theirs = {place for place in of_markdownlint(folder) if place.path in files}
        ours = {place for place in of_postlint(folder) if place.path.endswith((".md", ".markdown"))}
        print(
            f"{folder}: {len(files)} files; {len(theirs & ours)} of {len(theirs)} findings of markdownlint are the same"
        )
        for title, places in (("only markdownlint", theirs - ours), ("only postlint", ours - theirs)):
            for place in sorted(places):
                print(f"  {title}: {place.path}:{place.line} {place.rule}")


if __name__ == "__main__":
    main()
