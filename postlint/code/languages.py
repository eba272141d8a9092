"""Info string -> language, and which languages highlighters know: the one place that all code rules ask.

A tag that Pygments lacks is often right all the same: sites highlight with Chroma, Rouge, Shiki, Prism,
highlight.js or syntect too, and authors tag what nothing colours (`txt`, `tree`, `none`).
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import lru_cache
from typing import Literal, NamedTuple

from postlint.code.tags import COMMON, ENGINES, OTHERS

PYTHON = frozenset({"python", "py", "python3", "py3"})
PYTHON_SESSION = frozenset({"pycon", "python-repl", "python-console", "ipython", "ipython3", "pyrepl"})

# MyST directives whose argument is the language of their body; any other directive holds prose.
_CODE_DIRECTIVES = frozenset({"code", "code-block", "sourcecode", "code-cell", "testcode", "jupyter-execute"})
_PYTHON_DIRECTIVES = frozenset({"testcode", "jupyter-execute"})
_CLASS = re.compile(r"\{[^}]*?\.([^\s.}#]+)")
_DIRECTIVE = re.compile(r"\{([\w+#-]+(?::[\w-]+)?)\}[ \t]*([^\s,:{]*)")
_ENGINE = re.compile(r"\{+([A-Za-z][\w+#-]*)(?=[\s,}])")
_LANG_WORD = re.compile(r"\blang:([^\s,]+)")
_FIRST = re.compile(r"[\"']?([^\s,:{}\"'=]+(?:\+\+)?)")


class Tag(NamedTuple):
    """What an info string says of the language of its block."""

    kind: Literal["language", "none", "attributes", "directive", "raw"]
    """`attributes`: an info string without a language; `directive`: prose; `raw`: output in `{=html}`."""
    language: str = ""
    """Lower-cased, as written otherwise; empty unless `kind` is `language`."""
    start: int = 0
    end: int = 0
    """Where the tag stands in the info string."""


@lru_cache(maxsize=4096)
def read_info(info: str) -> Tag:
    """The language that an info string, or a template tag's arguments, name.

    >>> read_info('Python title="x"').language, read_info("{.sh .no-copy}").language
    ('python', 'sh')
    >>> read_info("{code-block} python").language, read_info("{note}").kind
    ('python', 'directive')
    """
    if not info:
        return Tag("none")
    if info[0] == "{":
        return _braced(info)
    if found := _LANG_WORD.search(info):
        return _tag(found)
    found = _FIRST.match(info)
    if not found:
        return Tag("attributes")
    if info[found.end() :].startswith("="):
        return Tag("attributes")
    return _tag(found)


def _braced(info: str) -> Tag:
    if info.startswith("{="):
        return Tag("raw")
    if info.startswith("{") and (found := _CLASS.match(info)):
        return _tag(found)
    if found := _DIRECTIVE.match(info):
        name = found[1].lower()
        if name in _CODE_DIRECTIVES:
            if found[2]:
                return Tag("language", found[2].lower(), *found.span(2))
            return Tag("language", "python", *found.span(1)) if name in _PYTHON_DIRECTIVES else Tag("directive")
        return Tag("directive") if found[2] or name not in ENGINES else _tag(found)
    if (found := _ENGINE.match(info)) and (found[1].lower() in ENGINES or info.startswith("{{")):
        return _tag(found)
    return Tag("attributes")


def _tag(found: re.Match[str]) -> Tag:
    return Tag("language", found[1].lower(), *found.span(1))


def language(info: str) -> str:
    """The language that an info string names, lower-cased; empty where it names none."""
    return read_info(info).language


def is_common(name: str) -> bool:
    """Whether it is known without asking Pygments, which is slow to load."""
    return name in COMMON or name in OTHERS


@lru_cache(maxsize=1024)
def is_known(name: str) -> bool:
    """Whether some highlighter in use knows a language by this name, or it is a usual tag for none."""
    return is_common(name) or _pygments_knows(name)


def _pygments_knows(name: str) -> bool:
    from pygments.lexers import find_lexer_class_by_name
    from pygments.util import ClassNotFound

    try:
        find_lexer_class_by_name(name)
    except ClassNotFound:
        return False
    return True


class Suggestion(NamedTuple):
    """What an unknown tag was probably meant to be."""

    language: str
    certain: bool


@lru_cache(maxsize=1024)
def suggestion(name: str) -> Suggestion | None:
    """The known language that a misspelt tag is closest to.

    >>> suggestion("pyhton"), suggestion(".yaml"), suggestion("xyzzy")
    (Suggestion(language='python', certain=True), Suggestion(language='yaml', certain=True), None)
    """
    bare = re.sub(r"^(?:\.|lang(?:uage)?-)", "", name)
    if bare != name and is_known(bare):
        return Suggestion(bare, certain=True)
    if len(name) < 4:
        return None
    close = get_close_matches(name, COMMON, n=2, cutoff=0.8)
    if not close:
        return None
    return Suggestion(close[0], certain=len(close) == 1 and len(name) > 4 and _one_slip(name, close[0]))


def _one_slip(name: str, other: str) -> bool:
    """Whether the two differ in one letter more, less or other, or in two neighbours swapped."""
    start = 0
    while start < min(len(name), len(other)) and name[start] == other[start]:
        start += 1
    left, right = name[start:], other[start:]
    return (
        left[1:] == right
        or left == right[1:]
        or left[1:] == right[1:]
        or (left[:2] == right[:2][::-1] and left[2:] == right[2:])
    )
