"""The benchmark of run time prints its measurements."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def test_benchmark_of_run_time_prints_measurements() -> None:
    pytest.importorskip("resource", reason="processor time of children is known on POSIX only")
    command = [sys.executable, "benchmarks/run_time.py", "--repeat", "1", "examples/blog"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("6 files, ")
    assert "postlint / markdown-it-py: " in done.stdout.splitlines()[-1]
