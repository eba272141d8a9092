"""The example blog: what a stranger sees first is exactly what is wrong with it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
EXPECTED = """\
_posts/2025-03-02-why-a-weather-station.md:3 error front-matter/syntax-error
_posts/2025-03-16-reading-the-sensor.md:4 warning front-matter/misspelt-key
_posts/2025-03-16-reading-the-sensor.md:11 warning image/missing-alt
_posts/2025-03-16-reading-the-sensor.md:17 warning heading/skipped-level
_posts/2025-03-16-reading-the-sensor.md:21 warning code/wrong-language
_posts/2025-03-16-reading-the-sensor.md:36 error code/python-syntax-error
_posts/2025-04-06-a-year-in-sqlite.md:5 warning site/near-duplicate-tag
_posts/2025-04-06-a-year-in-sqlite.md:6 error post/draft-not-hidden
_posts/2025-04-06-a-year-in-sqlite.md:9 error link/missing-scheme
_posts/2025-04-06-a-year-in-sqlite.md:11 error site/broken-link
_posts/2025-04-06-a-year-in-sqlite.md:18 error code/json-syntax-error
_posts/2025-04-06-a-year-in-sqlite.md:26 error table/wrong-cell-count
_posts/2025-04-06-a-year-in-sqlite.md:28 error footnote/undefined
_posts/2025-04-06-a-year-in-sqlite.md:28 error link/missing-fragment
_posts/2025-04-31-drawing-the-wind.md:1 error post/invalid-filename
_posts/2025-04-31-drawing-the-wind.md:9 warning code/unknown-language
_posts/2025-04-31-drawing-the-wind.md:17 error link/reversed
about.md:9 error site/missing-image
"""


def postlint(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "postlint", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def checked() -> dict[str, list[dict[str, object]]]:
    done = postlint("check", "--isolated", "--no-cache", "--format", "json", "examples/blog")
    assert done.returncode == 1, done.stderr
    found: dict[str, list[dict[str, object]]] = json.loads(done.stdout)
    return found


def test_example_has_exactly_its_faults(checked):
    found = [
        f"{finding['path'].removeprefix('examples/blog/')}:{finding['line']} {finding['severity']} {finding['rule']}\n"
        for finding in checked["findings"]
    ]
    assert "".join(found) == EXPECTED


def test_readme_counts_the_faults(checked):
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"The example blog has {len(checked['findings'])} faults." in readme


def test_benchmark_of_run_time_measures():
    pytest.importorskip("resource", reason="processor time of children is known on POSIX only")
    command = [sys.executable, "benchmarks/run_time.py", "--repeat", "1", "examples/blog"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("6 files, ")
    assert "postlint / markdown-it-py: " in done.stdout.splitlines()[-1]
