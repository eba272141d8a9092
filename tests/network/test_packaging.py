"""The wheel contains everything it needs, and works outside of the repository."""

from __future__ import annotations

import json
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

import postlint
from tests.support.commands import Run

pytestmark = pytest.mark.network

POST = """\
---
title: A post
date: 2025-03-02
tags: {one: two}
---

Text.
"""


def test_wheel_ships_every_schema_and_module(wheel: Path, checkout: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    schemas = {f"postlint/schemas/{path.relative_to(checkout / 'schemas')}" for path in checkout.glob("schemas/*")}
    modules = {str(path.relative_to(checkout)) for path in checkout.glob("postlint/**/*.py")}
    assert len(schemas) >= 3
    assert {name for name in names if name.startswith("postlint/schemas/")} == schemas
    assert modules | {"postlint/py.typed"} <= names
    assert not [name for name in names if name.startswith(("schemas/", "tests/", "examples/"))]


def test_source_distribution_can_run_its_tests(wheel: Path, checkout: Path) -> None:
    [built] = wheel.parent.glob("*.tar.gz")
    with tarfile.open(built) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    expected = {"README.md", "LICENSE", "action.yml", ".ci/run", ".pre-commit-hooks.yaml", "tests/network/conftest.py"}
    examples = {str(path.relative_to(checkout)) for path in checkout.glob("examples/**/*.md")}
    assert expected | examples <= names


def test_installed_wheel_finds_its_schemas(wheel: Path, run: Run, tmp_path: Path) -> None:
    environment = tmp_path / "environment"
    run(sys.executable, "-m", "venv", environment, cwd=tmp_path)
    scripts = environment / ("Scripts" if sys.platform == "win32" else "bin")
    run(scripts / "python", "-m", "pip", "install", "--quiet", wheel, cwd=tmp_path)

    version = run(scripts / "postlint", "--version", cwd=tmp_path)
    assert version.stdout.split() == ["postlint", postlint.__version__]

    posts = tmp_path / "_posts"
    posts.mkdir()
    (tmp_path / "_config.yml").write_text("title: A blog\n", encoding="utf-8")
    (posts / "2025-03-02-a-post.md").write_text(POST, encoding="utf-8")
    checked = run(
        scripts / "postlint", "check", "--isolated", "--format", "json", "_posts", cwd=tmp_path, expect=None
    )  # fmt: skip
    findings = json.loads(checked.stdout)["findings"]
    assert [(finding["rule"], finding["line"]) for finding in findings] == [("front-matter/schema-violation", 4)]
