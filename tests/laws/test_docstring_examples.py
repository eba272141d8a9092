"""The `>>>` examples in docstrings are right."""

from __future__ import annotations

import doctest
import importlib
import re
from pathlib import Path

import pytest

from postlint.manual.examples import FENCE

ROOT = Path(__file__).parents[2]
PACKAGES = ("postlint", "benchmarks")
MODULES = [
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for package in PACKAGES
    for path in sorted((ROOT / package).rglob("*.py"))
    if ">>>" in path.read_text(encoding="utf-8")
]


class ParserWithoutFences(doctest.DocTestParser):
    """Skips the example posts in the docstrings of rules, which other tests run."""

    def parse(self, string: str, name: str = "<string>") -> list[str | doctest.Example]:
        return super().parse(FENCE.sub(lambda fence: re.sub(r"[^\n]", " ", fence[0]), string), name)


def run_examples(name: str) -> doctest.TestResults:
    module = importlib.import_module(name)
    runner = doctest.DocTestRunner()
    for test in doctest.DocTestFinder(parser=ParserWithoutFences()).find(module, name):
        runner.run(test)
    return runner.summarize(verbose=False)


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    assert run_examples(name).failed == 0


def test_examples_are_found() -> None:
    assert run_examples("postlint.core.text").attempted > 1
