"""The `>>>` examples in docstrings are true."""

from __future__ import annotations

import doctest
from importlib import import_module
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "postlint"


def modules_with_examples() -> list[str]:
    """The names of the modules that have examples; the rules' docstrings have quotes and merge conflicts instead."""
    paths = [path for path in sorted(PACKAGE.rglob("*.py")) if ">>> " in path.read_text(encoding="utf-8")]
    return [
        ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__") for path in paths
    ]


@pytest.mark.parametrize("name", modules_with_examples())
def test_examples_in_docstrings(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    module = import_module(name)
    if name.startswith("postlint.rules."):
        # The module's docstring is a manual; `>>>` in its Markdown is a block quote or a merge conflict.
        monkeypatch.setattr(module, "__doc__", None)
    result = doctest.testmod(module)
    assert result.failed == 0, "see the captured output"
