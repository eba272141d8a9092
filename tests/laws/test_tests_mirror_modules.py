"""The test of a module is found by its path: `tests/a/test_b.py` tests `postlint/a/b.py`.

A package is tested as a whole by `tests/a/b/test_b.py` or `tests/a/test_b.py`. What is in other folders of the
repository is tested in folders of their names: `tests/benchmarks/test_compare.py` tests `benchmarks/compare.py`.
"""

from __future__ import annotations

import ast
from pathlib import Path, PurePosixPath

import pytest

from tests.support.modules import MODULES, PACKAGE, nodes_of

ROOT = Path(__file__).parents[2]
TESTS = ROOT / "tests"

TESTED_TOGETHER = {
    "rules": "by the examples in their docstrings and in tests/cases",
    "generators": "by what each generator accepts, reads and detects, in tests/generators",
    "data": "all readers by the same texts, in tests/data and tests/parse/front_matter",
}
"""Packages whose modules need no test of their own, and how they are tested. Their tests may have any name."""

OF_NO_MODULE = {
    "laws": "what holds for all modules, rules or posts",
    "network": "installed packages, hooks and actions",
    "test_project": "the files in the root of the repository",
}
"""Tests, and folders of tests, that belong to no single module, and what they test."""


def modules() -> list[str]:
    """The modules that have a function, as paths without suffix; the others hold only values."""
    return sorted(
        path.relative_to(PACKAGE).with_suffix("").as_posix()
        for path in MODULES
        if not path.name.startswith("__") and any(isinstance(node, ast.FunctionDef) for node in nodes_of(path))
    )


def paths_of_tests() -> list[str]:
    return sorted(path.relative_to(TESTS).with_suffix("").as_posix() for path in TESTS.rglob("test_*.py"))


def path_of_test(module: str) -> str:
    """The path of a module's test.

    >>> path_of_test("cli/schema/infer")
    'cli/schema/test_infer'
    """
    path = PurePosixPath(module)
    return str(path.with_name(f"test_{path.name}"))


def is_tested(module: str, paths: frozenset[str]) -> bool:
    return module.partition("/")[0] in TESTED_TOGETHER or path_of_test(module) in paths


def has_subject(test: str) -> bool:
    """Whether the module, folder or package that a test tests exists."""
    path = PurePosixPath(test)
    name = path.name.removeprefix("test_")
    subject = path.parent if path.parent.name == name else path.with_name(name)
    roots = (PACKAGE, ROOT)
    return any((root / subject).is_dir() or (root / f"{subject}.py").is_file() for root in roots)


def test_every_module_has_a_test_at_its_path() -> None:
    paths = frozenset(paths_of_tests())
    missing = [f"tests/{path_of_test(module)}.py" for module in modules() if not is_tested(module, paths)]
    assert missing == []


def test_every_test_has_a_module_at_its_path() -> None:
    free = TESTED_TOGETHER.keys() | OF_NO_MODULE.keys()
    stray = [
        f"tests/{test}.py" for test in paths_of_tests() if test.partition("/")[0] not in free and not has_subject(test)
    ]
    assert stray == []


def test_exceptions_are_needed() -> None:
    assert TESTED_TOGETHER.keys() <= {module.partition("/")[0] for module in modules()}
    assert OF_NO_MODULE.keys() <= {test.partition("/")[0] for test in paths_of_tests()}


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        ("cli/test_main", True),
        ("report/test_report", True),
        ("benchmarks/test_compare", True),
        ("examples/test_blog", True),
        ("generators/test_hugo", True),
        ("cli/test_robustness", False),
        ("report/test_formats", True),
        ("core/test_main", False),
    ],
)
def test_subject_of_a_test(test: str, expected: bool) -> None:
    assert has_subject(test) is expected
