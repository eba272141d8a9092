"""What is obviously not Python, before any repair."""

from __future__ import annotations

import pytest

from postlint.code.python.not_python.quick_checks import recognize_non_python


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("# only\n# comments\n", "comments"),
        ("https://example.org/a.py\n", "include"),
        ("{% include 'a.py' %}\n", "include"),
        ('--8<-- "a.py"\n', "include"),
        ("<<< @/snippets/a.py\n", "include"),
        ("```python\nx = 1\n", "markdown"),
        ("---\ntitle: A\n---\n", "markdown"),
        ("[a link](a.py)\n", "markdown"),
        ("f(x: int) -> str\n", "signatures"),
    ],
)
def test_not_checked(text: str, why: str) -> None:
    verdict = recognize_non_python(text, text.splitlines())
    assert verdict is not None
    assert (verdict.kind, verdict.why) == ("valid", why)


def test_python_with_an_error_is_not_recognized() -> None:
    assert recognize_non_python("x = = 1\n", ["x = = 1"]) is None
