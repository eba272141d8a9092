"""Read a Python settings module."""

from __future__ import annotations

import ast
import warnings
from typing import Final

from postlint.core.text import Span
from postlint.data.document import Document, unreadable
from postlint.data.errors import DataStructureError, DataSyntaxError
from postlint.data.python.positions import Positions
from postlint.data.python.statements import follow

SIZE_LIMIT: Final = 1_000_000
"""Code points. `ast.parse` takes 8 s and 1.7 GiB for 5 MB."""


def read_python(text: str, offset: int = 0) -> Document:
    """Read the top-level names of a Python module that starts at an offset in its file. Raises nothing.

    Lists, tuples and sets become lists. The document is incomplete if other modules or `exec` may define more names.

    >>> document = read_python('SITE = "Tea"\\nURL = get_url()\\nPLUGINS = ["a", f()]\\nPLUGINS.append("b")')
    >>> document.data
    {'SITE': 'Tea', 'URL': UNKNOWN, 'PLUGINS': ['a', UNKNOWN, 'b']}
    >>> document.span(("PLUGINS", 2)), document.get(("THEME",))
    (Span(start=65, end=68), MISSING)
    """
    if len(text) > SIZE_LIMIT:
        message = f"file has {len(text):,} characters, at most {SIZE_LIMIT:,} are read"
        return unreadable(DataStructureError(message, Span(offset, offset)))
    if text.startswith("\ufeff"):
        text, offset = text[1:], offset + 1
    positions = Positions(text)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of invalid escapes
            module = ast.parse(text)
        return follow(module, positions, offset)
    except SyntaxError as error:
        start = positions.offset((error.lineno or 1), 0)
        end = positions.offset((error.lineno or 1) + 1, 0)
        line = Span(start, start + len(text[start:end].rstrip()))
        return unreadable(DataSyntaxError(f"invalid Python: {error.msg}", line).moved(offset))
    except (RecursionError, MemoryError):
        return unreadable(DataStructureError("nested too deeply to be read", Span(offset, offset)))
    except ValueError:  # a null character, half a character
        return unreadable(DataStructureError("text that Python cannot read", Span(offset, offset)))
