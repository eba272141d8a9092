"""Code in another language under a Python tag."""

from __future__ import annotations

import pytest

from postlint.code.python.not_python.other_languages import is_command, recognize_language


@pytest.mark.parametrize(
    ("text", "language", "certain"),
    [
        ("cdef int x = 1", "cython", True),
        ("Traceback (most recent call last):", "pytb", True),
        ("@@ -1,2 +1,2 @@", "diff", True),
        ("pip install postlint", "sh", True),
        ("$ python a.py\nHello", "console", False),
        ("a:\n  b: 1\n  c: 2", "yaml", True),
        ('[tool.ruff]\nline-length = 88\ninclude = "a"', "toml", True),
        ("SELECT * FROM a", "sql", False),
        ("<div class='a'>", "html", False),
        ("FROM python:3.12", "dockerfile", False),
        ("foreach a : b\nendforeach", "meson", False),
        ("const x = () => {\n  return 1;\n};", "js", False),
        ("fn main() {\n}", "rust", False),
        ("func main() {\n}", "go", False),
        ("#include <a.h>\nint main() {", "c", False),
    ],
)
def test_language(text: str, language: str, certain: bool) -> None:
    verdict = recognize_language(text, text.split("\n"))
    assert verdict is not None
    assert (verdict.kind, verdict.language, verdict.certain) == ("mislabeled", language, certain)
    assert verdict.message.startswith("it is ")


@pytest.mark.parametrize("text", ["x = = 1", "if a:\n  b: 1\n  c: 2", ">>> pip install x", "python = a b"])
def test_no_language(text: str) -> None:
    assert recognize_language(text, text.split("\n")) is None


def test_command() -> None:
    assert is_command("$ ls -l")
    assert is_command("git commit -m x")
    assert not is_command("git = 1")
