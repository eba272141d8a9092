"""Imports between the packages of postlint point one way, and each library is imported by one package only."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.support.modules import MODULES, PACKAGE, nodes_of

NAMES = [str(path.relative_to(PACKAGE)) for path in MODULES]

# The packages that each package may import. All may import `core`.
MAY_IMPORT: dict[str, set[str]] = {
    "core": set(),
    "helpers": set(),
    "data": set(),
    "generators": {"data"},
    "parse": {"helpers", "data", "generators"},
    "code": {"helpers", "generators"},
    "schema": {"helpers", "generators"},
    "rules": {"helpers", "generators", "code", "schema"},
    "engine": {"helpers", "generators", "parse", "code", "schema", "rules"},
    "manual": {"helpers", "data", "generators", "parse", "code", "schema", "rules", "engine", "workspace", "report"},
    "workspace": {"helpers", "data", "generators", "parse", "code", "schema", "rules", "engine"},
    "report": set(),
    "cli": {
        "helpers",
        "data",
        "generators",
        "parse",
        "code",
        "schema",
        "rules",
        "engine",
        "workspace",
        "report",
        "manual",
    },
    "__main__": {"cli"},
    "__init__": set(),
}

# Where each library may be imported: beginnings of module paths.
LIBRARIES: dict[str, tuple[str, ...]] = {
    "frontmatter": ("parse/front_matter/",),
    "yaml": ("data/", "code/data_formats/"),
    "markdown_it": ("parse/markdown/",),
    "mdit_py_plugins": ("parse/markdown/",),
    "jsonschema": ("schema/",),
    "jsonschema_specifications": ("schema/",),
    "referencing": ("schema/",),
    "regex": ("helpers/patterns",),
    "pygments": ("code/languages", "report/rich"),
    "rich": ("report/rich", "report/formats/rich"),
    "pathspec": ("workspace/",),
}


@cache
def imported(path: Path) -> tuple[str, ...]:
    """The full names of all modules that a module imports, including imports in functions."""
    return tuple(_imported(path))


def _imported(path: Path) -> Iterator[str]:
    for node in nodes_of(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            module = node.module or ""
            if module == "postlint":
                yield from (f"postlint.{alias.name}" for alias in node.names)
            else:
                yield module


def imported_packages(path: Path) -> set[str]:
    """The packages of postlint that a module imports from."""
    names = (name.split(".") for name in imported(path) if name.startswith("postlint."))
    return {parts[1] for parts in names if parts[1] in MAY_IMPORT}


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_imports_point_one_way(path: Path) -> None:
    package = path.relative_to(PACKAGE).with_suffix("").parts[0]
    assert imported_packages(path) <= MAY_IMPORT[package] | {package, "core"}


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_library_is_imported_by_one_package(path: Path) -> None:
    module = path.relative_to(PACKAGE).as_posix()
    for library in {name.partition(".")[0] for name in imported(path)} - {"postlint"} - sys.stdlib_module_names:
        assert library in LIBRARIES, f"{module} imports {library}, which LIBRARIES does not list"
        assert module.startswith(LIBRARIES[library]), f"{module} imports {library}"


@pytest.mark.parametrize("path", sorted((PACKAGE / "core").glob("*.py")), ids=lambda path: path.name)
def test_core_imports_only_the_standard_library(path: Path) -> None:
    assert {name.partition(".")[0] for name in imported(path)} <= {"postlint", *sys.stdlib_module_names}


@pytest.mark.parametrize("path", sorted((PACKAGE / "rules").glob("*/[a-z]*.py")), ids=lambda path: path.stem)
def test_rules_do_not_import_other_rules(path: Path) -> None:
    others = [name for name in imported(path) if name.startswith("postlint.rules.")]
    assert not [name for name in others if not name.rpartition(".")[2].startswith("_")]
