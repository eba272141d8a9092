"""Print a random sample of findings for review: are they right, and useful for the author?

    python -m benchmarks.sample [--number 100] [--each 10] [--seed 1] [--preset recommended] [--rule NAME] FOLDER...

Each folder is checked as on the command line, with the generator of each site. At most `--each` findings per rule are
drawn. They are printed with the lines around them; the line of the finding is marked with `>`.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
from collections import Counter
from operator import itemgetter
from pathlib import Path
from typing import Any

CONTEXT = 2


def findings(folders: list[str], preset: str) -> list[dict[str, Any]]:
    """All findings in the folders, as in the JSON report."""
    command = [sys.executable, "-m", "postlint", "check", "--isolated", "--preset", preset, "--format", "json"]
    run = subprocess.run([*command, "--exit-zero", *folders], capture_output=True, encoding="utf-8", check=False)
    if run.stderr:
        print(run.stderr, file=sys.stderr)
    findings: list[dict[str, Any]] = json.loads(run.stdout)["findings"]
    return findings


def draw(findings: list[dict[str, Any]], number: int, each: int, seed: int) -> list[dict[str, Any]]:
    """Draw findings at random, at most `each` per rule."""
    shuffled = sorted(findings, key=itemgetter("path", "line", "rule"))
    random.Random(seed).shuffle(shuffled)
    counts: Counter[str] = Counter()
    drawn: list[dict[str, Any]] = []
    for finding in shuffled:
        if counts[finding["rule"]] < each and len(drawn) < number:
            counts[finding["rule"]] += 1
            drawn.append(finding)
    return sorted(drawn, key=itemgetter("rule", "path", "line"))


def main() -> None:
    """Check the folders, draw findings and print them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--number", type=int, default=100)
    parser.add_argument("--each", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--preset", default="recommended")
    parser.add_argument("--rule", help="draw only findings of this rule or family")
    args = parser.parse_args()
    candidates = findings(args.folders, args.preset)
    if args.rule:
        candidates = [
            finding
            for finding in candidates
            if finding["rule"] == args.rule or finding["rule"].startswith(f"{args.rule}/")
        ]
    counts = Counter(finding["rule"] for finding in candidates)
    print(", ".join(f"{rule} {count}" for rule, count in counts.most_common()))
    for index, finding in enumerate(draw(candidates, args.number, args.each, args.seed), 1):
        position = f"{finding['path']}:{finding['line']}:{finding['column']}"
        print(f"\n{index}. {position}: {finding['severity']} {finding['rule']}\n   {finding['message']}")
        lines = Path(finding["path"]).read_text(encoding="utf-8", errors="replace").split("\n")
        first, last = max(1, finding["line"] - CONTEXT), min(len(lines), finding["line"] + CONTEXT)
        for number in range(first, last + 1):
            print(f"   {'>' if number == finding['line'] else ' '} {number:4} {lines[number - 1][:160]}")


if __name__ == "__main__":
    main()
