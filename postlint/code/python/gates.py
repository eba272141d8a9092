"""Blocks that are no Python at all, by what they look like before any repair."""

from __future__ import annotations

import re
from collections.abc import Sequence

from postlint.code.python.lines import is_code
from postlint.code.python.verdict import Verdict, mislabelled, valid

_URL = re.compile(r"\s*https?://\S+\s*")
_FENCE = re.compile(r"^[ \t]*(?:```+|~~~+)", re.M)
_FRONT_MATTER = re.compile(r"\s*---[ \t]*\n(?:[^\n]*\n)*?---[ \t]*(?:\n|$)")
_PANDOC_DIV = re.compile(r"^:::+[ \t]*(?:\{|\w|$)", re.M)
_INCLUDE = re.compile(
    r"\s*(?:\{[!*>].*[!*]\}|\{!>.*|-{1,2}8<-{1,2}.*|<<<.*@.*|<<\s*\S+\s*|@include\b.*"
    r"|\{%-?\s*(?:include|include_relative|include_code|raw|endraw|render)\b.*%\}"
    r"|\{\{[<%]\s*(?:include|code|embed|readfile|literalinclude|snippet)\b.*\}\}"
    r"|\.\. literalinclude::.*|:::+\s*[\w.]+)\s*"
)
_TRACEBACK = re.compile(r"\s*(?:Traceback \(most recent call last\)|\w*(?:Error|Exception)\s+Traceback \(most recent)")
_CYTHON = re.compile(r"(?:^|\s)cimport\s|^[ \t]*(?:cdef|cpdef|ctypedef)\s|=\s*&[a-z_]\w*[.\[]|\(&[a-z_]\w*[.\[]", re.M)
_PROMPT = re.compile(r"^[ \t]*(?:>>> |In ?\[\d*\]:)", re.M)
_COMMAND = re.compile(
    r"\s*(?:[\w.@:~/-]*\$\s+\S|%\s\S|(?:pip3?|python3?|conda|mamba|cd|ls|git|npm|npx|yarn|pnpm|docker|curl|wget|export|sudo"
    r"|apt(?:-get)?|mkdir|poetry|uvx?|pytest|jupyter|make|brew|source|cat|echo|head|tail|rm|cp|mv|ssh|tox|nox|hatch"
    r"|pipx|pdm|rye|pixi|uvicorn|gunicorn|fastapi|flask|django-admin|streamlit|marimo|dask|jekyll|hugo|bundle|quarto"
    r"|datasette|sqlite-utils|llm|touch|chmod|pre-commit|kubectl|helm|aws|gcloud|az|\./[\w./-]+)\s+[^\s=(\[.:,)])"
)
_SHELL_PROMPT = re.compile(r"\s*[\w.@:~/-]*\$\s")
_DIFF = re.compile(r"^@@ -\d+", re.M)
_LINK_ALONE = re.compile(r"\s*\[[^\]]*\]\([^)]*\)(?:\{.*\})?\s*")
_YAML_LINE = re.compile(r"\s*(?:- )?(?:[\w.-]+|\"[^\"]*\"):(?:\s+[^\s{(\[].*)?|\s*- [^-].*|---\s*")
_MESON_LINE = re.compile(r"\s*(?:endif|endforeach|foreach\s+\w+(?:\s*,\s*\w+)?\s*:.*)")
_PYTHON_KEYWORD = re.compile(r"\s*(?:else|try|finally|except\b.*|(?:if|for|while|with|def|class|elif|async)\s.*):")
_BRACE_LINE = re.compile(
    r"\s*(?:(?:export |async )*(?:const|let|var|function)\s+\w.*|.*[;{]\s*(?://.*)?|\}[;,)]*|//.*|/?\*.*|#include\b.*)"
)
_JAVASCRIPT = re.compile(r"^[ \t]*(?:export\s+)?(?:const|let|var|(?:async\s+)?function)\s+\w|=>\s*\{", re.M)
_SIGNATURE = re.compile(r"\s*[\w.]+\(.*\)\s*(?:->|→)\s*\S.*")


def foreign(text: str, lines: Sequence[str]) -> Verdict | None:
    """What a text that does not parse is instead of Python, if that can be seen at once."""
    code = [line for line in lines if is_code(line)]
    if not code:
        return valid("comments")
    return _not_code(text, code) or _other_language(text, code)


def _not_code(text: str, code: Sequence[str]) -> Verdict | None:
    if _URL.fullmatch(text) or all(_INCLUDE.fullmatch(line) for line in code):
        return valid("include")
    if _FENCE.search(text) or _FRONT_MATTER.match(text) or _PANDOC_DIV.search(text):
        return valid("markdown")
    if len(code) == 1 and _LINK_ALONE.fullmatch(code[0]):
        return valid("markdown")
    if all(_SIGNATURE.fullmatch(line) for line in code):
        return valid("signatures")
    return None


def _other_language(text: str, code: Sequence[str]) -> Verdict | None:
    if _CYTHON.search(text):
        return mislabelled("this is Cython", "cython", certain=True)
    if _TRACEBACK.match(text):
        return mislabelled("this is a traceback", "pytb", certain=True)
    if code[0].startswith(("--- ", "diff --git")) or _DIFF.search(text):
        return mislabelled("this is a diff", "diff", certain=True)
    if _is_shell(text, code):
        language = "console" if _SHELL_PROMPT.match(code[0]) else "sh"
        return mislabelled("this is a shell command", language, certain=all(_COMMAND.match(line) for line in code))
    if _is_yaml(code):
        return mislabelled("this is YAML", "yaml", certain=True)
    if any(_MESON_LINE.fullmatch(line) for line in code):
        return mislabelled("this is Meson's language", "meson")
    if _JAVASCRIPT.search(text) and sum(bool(_BRACE_LINE.fullmatch(line)) for line in code) * 2 >= len(code):
        return mislabelled("this is JavaScript", "js")
    return None


def is_command(line: str) -> bool:
    """Whether a line is a command for a shell."""
    return _COMMAND.match(line) is not None


def _is_shell(text: str, code: Sequence[str]) -> bool:
    if _PROMPT.search(text) or not _COMMAND.match(code[0]):
        return False
    commands = sum(bool(_COMMAND.match(line)) for line in code)
    return commands * 2 >= len(code) or bool(_SHELL_PROMPT.match(code[0]))


def _is_yaml(code: Sequence[str]) -> bool:
    """Whether every line is a key, a key with a plain value or an item, and they nest."""
    return (
        len(code) > 2
        and any(line[0].isspace() for line in code)
        and all(_YAML_LINE.fullmatch(line) for line in code)
        and not any(_PYTHON_KEYWORD.fullmatch(line.split("#")[0].rstrip()) for line in code)
    )
