"""JSON with comments and trailing commas, as editors' and markdownlint's configurations are written."""

from __future__ import annotations

import re

from postlint.data.document import Document
from postlint.data.json import read_json

# A string is matched first, so that nothing in it is taken for a comment or a comma.
_STRING = r'"(?:\\.|[^"\\\n])*"'
_COMMENT = re.compile(rf"{_STRING}|//[^\n]*|/\*.*?(?:\*/|\Z)", re.DOTALL)
_COMMA = re.compile(rf"{_STRING}|,(?=[ \t\n\r]*[\]}}])")


def read_jsonc(text: str) -> Document:
    """Read a JSON text with comments and trailing commas; the top level may be any value. Raises nothing.

    >>> read_jsonc('{"a": [1, 2,], /* "b": 3, */ "c//": "d,]", } // e').data
    {'a': [1, 2], 'c//': 'd,]'}
    """
    return read_json(_COMMA.sub(_blank, _COMMENT.sub(_blank, text)), root="any")


def _blank(match: re.Match[str]) -> str:
    """A string unchanged; anything else as spaces, so that positions stay."""
    text = match[0]
    return text if text[0] == '"' else re.sub(r"[^\n]", " ", text)
