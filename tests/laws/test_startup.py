"""A run imports only what it uses."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

HEAVY = ("rich", "markdown_it", "jsonschema", "yaml", "frontmatter", "pygments", "pathspec", "regex", "concurrent")


def imports(folder: Path, *arguments: str) -> set[str]:
    """Every module that a run imports."""
    command = [sys.executable, "-X", "importtime", "-m", "postlint", *arguments]
    process = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return set(re.findall(r"^import time:[ \d|]+\| +(\S+)$", process.stderr, re.MULTILINE))


def heavy(names: set[str]) -> set[str]:
    """The heavy libraries and the rules among imported modules."""
    libraries = {name.partition(".")[0] for name in names} & set(HEAVY)
    return libraries | {name for name in names if re.fullmatch(r"postlint\.rules\.\w+\.\w+", name)}


def test_version_imports_almost_nothing(tmp_path: Path) -> None:
    names = imports(tmp_path, "--version")
    assert "postlint.cli.main" in names
    assert heavy(names) == set()
    assert "dataclasses" not in names


def test_help_imports_no_library_and_no_rule(tmp_path: Path) -> None:
    assert heavy(imports(tmp_path, "--help")) == set()


def test_list_files_imports_no_parser_and_no_rule(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A\n")
    assert heavy(imports(tmp_path, "--list-files")) == set()


def test_check_in_a_pipe_imports_no_rich_and_no_schema(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A\n\nText.\n")
    assert (
        heavy(imports(tmp_path, "--isolated", ".")) & {"rich", "jsonschema", "pygments", "pathspec", "regex"} == set()
    )
