"""Read the language from an info string, and tell which languages syntax highlighters know.

A tag that Pygments does not know is often right: sites also use Chroma, Rouge, Shiki, Prism, highlight.js or syntect,
and authors tag what is not highlighted (`txt`, `tree`, `none`).
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import lru_cache
from typing import Literal, NamedTuple

from postlint.code.language_names import COMMON, EXECUTABLE, OTHERS
from postlint.core.typos import distance

PYTHON = frozenset({"python", "py", "python3", "py3"})
PYTHON_SESSION = frozenset({"pycon", "python-repl", "python-console", "ipython", "ipython3", "pyrepl"})

# MyST directives whose argument is the language of their body. Other directives contain prose.
_CODE_DIRECTIVES = frozenset({"code", "code-block", "sourcecode", "code-cell", "testcode", "jupyter-execute"})
_PYTHON_DIRECTIVES = frozenset({"testcode", "jupyter-execute"})
_CLASS = re.compile(r"\{[^}]*?\.([^\s.}#]+)")
_DIRECTIVE = re.compile(r"\{([\w+#-]+(?::[\w-]+)?)\}[ \t]*([^\s,:{]*)")
_EXECUTABLE = re.compile(r"\{+([A-Za-z][\w+#-]*)(?=[\s,}])")
_LANG_WORD = re.compile(r"\blang:([^\s,]+)")
_FIRST_WORD = re.compile(r"[\"']?([^\s,:{}\"'=]+(?:\+\+)?)")


class Tag(NamedTuple):
    """The language tag of an info string."""

    kind: Literal["language", "none", "attributes", "directive", "raw"]
    """`attributes`: an info string without a language; `directive`: prose; `raw`: raw output (`{=html}`)."""
    language: str = ""
    """As written, but in lower case; empty unless `kind` is `language`."""
    start: int = 0
    end: int = 0
    """The offsets of the language in the info string."""


@lru_cache(maxsize=4096)
def read_info(info: str) -> Tag:
    """Read the language from an info string or the arguments of a template tag.

    >>> read_info('Python title="x"').language, read_info("{.sh .no-copy}").language
    ('python', 'sh')
    >>> read_info("{code-block} python").language, read_info("{note}").kind
    ('python', 'directive')
    """
    if not info:
        return Tag("none")
    if info[0] == "{":
        return _braced(info)
    if match := _LANG_WORD.search(info):
        return _tag(match)
    match = _FIRST_WORD.match(info)
    if not match or info[match.end() :].startswith("="):
        return Tag("attributes")
    return _tag(match)


def _braced(info: str) -> Tag:
    if info.startswith("{="):
        return Tag("raw")
    if match := _CLASS.match(info):
        return _tag(match)
    if match := _DIRECTIVE.match(info):
        name = match[1].lower()
        if name in _CODE_DIRECTIVES:
            if match[2]:
                return Tag("language", match[2].lower(), *match.span(2))
            return Tag("language", "python", *match.span(1)) if name in _PYTHON_DIRECTIVES else Tag("directive")
        return Tag("directive") if match[2] or name not in EXECUTABLE else _tag(match)
    if (match := _EXECUTABLE.match(info)) and (match[1].lower() in EXECUTABLE or info.startswith("{{")):
        return _tag(match)
    return Tag("attributes")


def _tag(match: re.Match[str]) -> Tag:
    return Tag("language", match[1].lower(), *match.span(1))


def language(info: str) -> str:
    """The language of an info string in lower case, or an empty string."""
    return read_info(info).language


def is_common(name: str) -> bool:
    """Whether a language is known without Pygments, which is slow to load."""
    return name in COMMON or name in OTHERS


@lru_cache(maxsize=1024)
def is_known(name: str) -> bool:
    """Whether a syntax highlighter knows a language by this name, or it is a usual tag for plain text."""
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
    """The language that an unknown tag probably means."""

    language: str
    certain: bool
    """Whether the tag differs by one letter from one language only."""


@lru_cache(maxsize=1024)
def suggestion(name: str) -> Suggestion | None:
    """Suggest the known language that is closest to a misspelled tag.

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
    return Suggestion(close[0], certain=len(close) == 1 and len(name) > 4 and distance(name, close[0]) == 1)
