"""Draw findings at random to be read: are they right, and of use to the author?

    python -m benchmarks.sample [--number 100] [--each 10] [--seed 1] [--preset recommended] [--rule NAME] FOLDER...

Each folder is checked as the command line would, every site under its own generator. At most `--each` findings of a
rule are drawn. The lines around a finding are shown, the finding's own with `>`.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

AROUND = 2


def findings(folders: list[str], preset: str) -> list[dict[str, Any]]:
    """What postlint reports on the folders."""
    command = [sys.executable, "-m", "postlint", "check", "--isolated", "--preset", preset, "--format", "json"]
    run = subprocess.run([*command, "--exit-zero", *folders], capture_output=True, encoding="utf-8", check=False)
    if run.stderr:
        print(run.stderr, file=sys.stderr)
    found: list[dict[str, Any]] = json.loads(run.stdout)["findings"]
    return found


def draw(found: list[dict[str, Any]], number: int, each: int, seed: int) -> list[dict[str, Any]]:
    """Some findings in a random order that the seed decides, at most `each` of a rule."""
    shuffled = sorted(found, key=lambda one: (one["path"], one["line"], one["rule"]))
    random.Random(seed).shuffle(shuffled)
    counts: Counter[str] = Counter()
    drawn = []
    for one in shuffled:
        if counts[one["rule"]] < each and len(drawn) < number:
            counts[one["rule"]] += 1
            drawn.append(one)
    return sorted(drawn, key=lambda one: (one["rule"], one["path"], one["line"]))


def main() -> None:
    """Draw and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--number", type=int, default=100)
    parser.add_argument("--each", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--preset", default="recommended")
    parser.add_argument("--rule", help="of this rule or family alone")
    args = parser.parse_args()
    found = findings(args.folders, args.preset)
    if args.rule:
        found = [one for one in found if one["rule"] == args.rule or one["rule"].startswith(f"{args.rule}/")]
    print(", ".join(f"{rule} {count}" for rule, count in Counter(one["rule"] for one in found).most_common()))
    for index, one in enumerate(draw(found, args.number, args.each, args.seed), 1):
        place = f"{one['path']}:{one['line']}:{one['column']}"
        print(f"\n{index}. {place}: {one['severity']} {one['rule']}\n   {one['message']}")
        lines = Path(one["path"]).read_text(encoding="utf-8", errors="replace").split("\n")
        for number in range(max(1, one["line"] - AROUND), min(len(lines), one["line"] + AROUND) + 1):
            print(f"   {'>' if number == one['line'] else ' '} {number:4} {lines[number - 1][:160]}")


if __name__ == "__main__":
    main()
