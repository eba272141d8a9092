"""The first command of the README, in a fresh clone."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.support.commands import Run

pytestmark = pytest.mark.network


def test_first_command_installs_and_reports(checkout: Path, run: Run, tmp_path: Path) -> None:
    clone = tmp_path / "postlint"
    run("git", "clone", "--quiet", checkout, clone, cwd=tmp_path)
    first = re.findall(r"^python3 -m venv .*$", (clone / "README.md").read_text(encoding="utf-8"), re.MULTILINE)[0]
    done = run("bash", "-c", first, cwd=clone)
    assert "examples/blog/_posts/2025-03-16-reading-the-sensor.md" in done.stdout
    assert "code/python-syntax-error" in done.stdout
    assert shlex.split(first)[-1] == "--exit-zero"
    assert run("git", "status", "--porcelain", cwd=clone).stdout == ""
