"""Recognize code in another language: shell, YAML, TOML, a diff, JavaScript ..."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence

from postlint.code.python.verdict import Verdict, mislabeled

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
_YAML_LINE = re.compile(r"\s*(?:- )?(?:[\w.-]+|\"[^\"]*\"):(?:\s+[^\s{(\[].*)?|\s*- [^-].*|---\s*")
_MESON_LINE = re.compile(r"\s*(?:endif|endforeach|foreach\s+\w+(?:\s*,\s*\w+)?\s*:.*)")
_PYTHON_KEYWORD = re.compile(r"\s*(?:else|try|finally|except\b.*|(?:if|for|while|with|def|class|elif|async)\s.*):")
_BRACE_ENDS = (";", "{", "}", "};", "},", "})")
_BRACE_STARTS = ("//", "/*", "*", "#include")
_TABLE_HEADER = re.compile(r"^\[{1,2}[\w.\"' -]+\]{1,2}[ \t]*$", re.M)
_SQL = re.compile(
    r"\s*(?:SELECT(?:\s.*)?|INSERT INTO\s.*|UPDATE \w+ SET\b.*|DELETE FROM\s.*|(?:CREATE|ALTER|DROP) [A-Z]+\s.*)$"
)
_HTML = re.compile(
    r"\s*<(?:!DOCTYPE\b|(?:html|head|body|div|form|script|p|ul|table|span|a|h\d|nav|link|meta)\b[^<>]*>)", re.I
)
_DOCKERFILE = re.compile(r"FROM [\w./-]+(?::[\w.-]+)?(?: AS \w+)?$")
# Languages recognized by the first line of code.
_FIRST_LINES = (("SQL", "sql", _SQL), ("HTML", "html", _HTML), ("a Dockerfile", "dockerfile", _DOCKERFILE))
# Languages recognized by a pattern anywhere, if half of the lines end in a brace or semicolon.
_BRACE_LANGUAGES = (
    (
        "JavaScript",
        "js",
        re.compile(r"^[ \t]*(?:export\s+)?(?:const|let|var|(?:async\s+)?function)\s+\w|=>\s*\{", re.M),
    ),
    ("Rust", "rust", re.compile(r"^[ \t]*(?:pub(?:\(\w+\))? )?(?:fn|struct|impl|enum|mod) \w", re.M)),
    ("Go", "go", re.compile(r"^(?:func \w*\(|package \w+$)|:= ", re.M)),
    ("C", "c", re.compile(r"^#include\s*[<\"]|^(?:int|void|char|static|struct) \w+", re.M)),
    (
        "Java",
        "java",
        re.compile(r"^[ \t]*(?:public|private|protected) (?:static |final )*(?:class|void|\w+) \w+", re.M),
    ),
)


def recognize_language(text: str, code: Sequence[str]) -> Verdict | None:
    """A verdict with the language of a text that does not parse, or None if it is not obvious."""
    if _CYTHON.search(text):
        return mislabeled("it is Cython", "cython", certain=True)
    if _TRACEBACK.match(text):
        return mislabeled("it is a traceback", "pytb", certain=True)
    if code[0].startswith(("--- ", "diff --git")) or _DIFF.search(text):
        return mislabeled("it is a diff", "diff", certain=True)
    if _is_shell(text, code):
        language = "console" if _SHELL_PROMPT.match(code[0]) else "sh"
        return mislabeled("it is a shell command", language, certain=all(_COMMAND.match(line) for line in code))
    if _is_yaml(code):
        return mislabeled("it is YAML", "yaml", certain=True)
    if _TABLE_HEADER.search(text) and _is_toml(text):
        return mislabeled("it is TOML", "toml", certain=True)
    for name, language, pattern in _FIRST_LINES:
        if pattern.match(code[0]):
            return mislabeled(f"it is {name}", language)
    if any(_MESON_LINE.fullmatch(line) for line in code):
        return mislabeled("it is Meson", "meson")
    if sum(map(_is_brace_line, code)) * 2 >= len(code):
        for name, language, pattern in _BRACE_LANGUAGES:
            if pattern.search(text):
                return mislabeled(f"it is {name}", language)
    return None


def _is_brace_line(line: str) -> bool:
    bare = line.strip()
    return bare.endswith(_BRACE_ENDS) or bare.startswith(_BRACE_STARTS)


def is_command(line: str) -> bool:
    """Whether a line is a shell command."""
    return _COMMAND.match(line) is not None


def _is_shell(text: str, code: Sequence[str]) -> bool:
    if _PROMPT.search(text) or not _COMMAND.match(code[0]):
        return False
    commands = sum(bool(_COMMAND.match(line)) for line in code)
    return commands * 2 >= len(code) or bool(_SHELL_PROMPT.match(code[0]))


def _is_yaml(code: Sequence[str]) -> bool:
    """Whether every line is a key, a key with a plain value or a list item, and some are nested."""
    return (
        len(code) > 2
        and any(line[0].isspace() for line in code)
        and all(_YAML_LINE.fullmatch(line) for line in code)
        and not any(_PYTHON_KEYWORD.fullmatch(line.split("#")[0].rstrip()) for line in code)
    )


def _is_toml(text: str) -> bool:
    try:
        tomllib.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
