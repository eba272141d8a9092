"""JSON with comments and trailing commas, as editors' and markdownlint's configurations are written."""

from __future__ import annotations

import json
import re
from typing import Any

# A string is matched first, so that nothing in it is taken for a comment or a comma.
_STRING = r'"(?:\\.|[^"\\\n])*"'
_COMMENT = re.compile(rf"{_STRING}|//[^\n]*|/\*.*?(?:\*/|\Z)", re.DOTALL)
_COMMA = re.compile(rf"{_STRING}|,(?=[ \t\n\r]*[\]}}])")


def read_jsonc(text: str) -> Any:
    """The value of such a text.

    Raises json.JSONDecodeError, a ValueError, whose line and column are the text's.

    >>> read_jsonc('{"a": [1, 2,], /* "b": 3, */ "c//": "d,]", } // e')
    {'a': [1, 2], 'c//': 'd,]'}
    """
    try:
        return json.loads(_COMMA.sub(_blank, _COMMENT.sub(_blank, text)))
    except RecursionError as error:
        raise json.JSONDecodeError("nested too deeply", text, 0) from error


def _blank(match: re.Match[str]) -> str:
    found = match[0]
    return found if found[0] == '"' else re.sub(r"[^\n]", " ", found)
