"""Info strings of real posts, and the languages in them."""

from __future__ import annotations

import subprocess
import sys

import pytest

from postlint.code.languages import is_known, language, read_info, suggestion


@pytest.mark.parametrize(
    ("info", "expected"),
    [
        ("python", "python"),
        ("Python", "python"),
        ('py title="a.py" hl_lines="2 3"', "py"),
        ("js ins={4}", "js"),
        ('python {test="skip"}', "python"),
        ("astro {3,6-7}", "astro"),
        ("js{1,3-5}", "js"),
        ("yml _config.yml", "yml"),
        ('{.python filename="a.py"}', "python"),
        ("{ .sh .no-copy }", "sh"),
        ("{#id .python}", "python"),
        ("{python}", "python"),
        ("{r eval=FALSE}", "r"),
        ("{r, echo=FALSE}", "r"),
        ("{{python}}", "python"),
        ("{{{python}}}", "python"),
        ("{code-block} python", "python"),
        ("{code-cell} ipython3", "ipython3"),
        ("{testcode}", "python"),
        ("toml ,name=zola.toml", "toml"),
        ("rust,no_run", "rust"),
        ("python:snippets/a.py -s 2 -e 3", "python"),
        ('go "linenos=inline"', "go"),
        ('"go"', "go"),
        ("lang:js", "js"),
        ("A title lang:js", "js"),
        ("c++", "c++"),
        ("C#", "c#"),
    ],
)
def test_language(info: str, expected: str) -> None:
    tag = read_info(info)
    assert tag.language == language(info) == expected
    assert info[tag.start : tag.end].lower() in (expected, "testcode")


@pytest.mark.parametrize(
    ("info", "kind"),
    [
        ("", "none"),
        ('hl_lines="4"', "attributes"),
        ('title="x"', "attributes"),
        ("{1,3}", "attributes"),
        ("{note}", "directive"),
        ("{versionadded} 0.8", "directive"),
        ("{raw} html", "directive"),
        ("{py:class} a.B", "directive"),
        ("{=html}", "raw"),
    ],
)
def test_no_language(info: str, kind: str) -> None:
    assert read_info(info).kind == kind
    assert language(info) == ""


@pytest.mark.parametrize(
    "name", ["python", "mermaid", "astro", "txt", "none", "nohighlight", "python-traceback", "zig"]
)
def test_known_language(name: str) -> None:
    assert is_known(name)


def test_names_that_only_pygments_knows() -> None:
    assert is_known("brainfuck")
    assert is_known("boogie"), "only Pygments has it"
    assert not is_known("pyhton")


def test_pygments_is_not_loaded_for_common_tags() -> None:
    code = (
        "from postlint.code.languages import is_known; import sys; is_known('python'); print('pygments' in sys.modules)"
    )
    process = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert process.stdout.split()[-1] == "False"


@pytest.mark.parametrize(
    ("name", "expected", "certain"),
    [
        ("pyhton", "python", True),
        ("javscript", "javascript", True),
        (".sh", "sh", True),
        ("language-python", "python", True),
        ("pyth", "python", False),
        ("jso", None, None),
        ("frobnicate", None, None),
    ],
)
def test_suggestion(name: str, expected: str | None, certain: bool | None) -> None:
    result = suggestion(name)
    assert (result and result.language) == expected
    assert (result and result.certain) == certain
