"""The findings in the example blog, which the README shows to new users."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]

GOLDEN = Path(__file__).parents[1] / "golden" / "example.txt"


def postlint(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "postlint", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def checked() -> dict[str, list[dict[str, Any]]]:
    done = postlint("check", "--isolated", "--no-cache", "--format", "json", "examples/blog")
    assert done.returncode == 1, done.stderr
    report: dict[str, list[dict[str, Any]]] = json.loads(done.stdout)
    return report


def test_findings_in_the_example(checked: dict[str, list[dict[str, Any]]], update: bool) -> None:
    lines = [
        f"{finding['path'].removeprefix('examples/blog/')}:{finding['line']} {finding['severity']} {finding['rule']}\n"
        for finding in checked["findings"]
    ]
    if update:
        GOLDEN.write_text("".join(lines), encoding="utf-8", newline="\n")
    is_current = "".join(lines) == GOLDEN.read_text(encoding="utf-8")
    assert is_current, f"{GOLDEN} is out of date: run `pytest --update` and read the difference"


def test_example_covers_all_kinds_of_findings(checked: dict[str, list[dict[str, Any]]]) -> None:
    families = {str(finding["rule"]).partition("/")[0] for finding in checked["findings"]}
    assert {"code", "footnote", "front-matter", "heading", "image", "link", "post", "site", "table"} <= families
    assert {finding["severity"] for finding in checked["findings"]} == {"error", "warning"}


def test_good_post_in_the_example_has_no_findings(checked: dict[str, list[dict[str, Any]]]) -> None:
    assert not [finding for finding in checked["findings"] if "power-through-the-winter" in str(finding["path"])]


def test_rules_in_the_comparison_report_something_in_the_example(checked: dict[str, list[dict[str, Any]]]) -> None:
    table = (ROOT / "README.md").read_text(encoding="utf-8").partition("## Comparison")[2].partition("\n## ")[0]
    named = set(re.findall(r"`([a-z-]+/[a-z-]+)`", table)) - {"examples/blog"}
    assert named
    assert named <= {finding["rule"] for finding in checked["findings"]}
