"""Whether two renderings show the same page."""

from __future__ import annotations

import re

_PREFORMATTED = re.compile(r"<(pre|textarea|script|style)\b", re.IGNORECASE)
_TAG_OR_SPACE = re.compile(r"(<[A-Za-z/!][^<>]*>)|[ \t\n\r\f]+")


def same_page(before: str, after: str) -> bool:
    """Whether a browser would show the same.

    >>> same_page("<p>a\\nb</p>\\n", "<p>a b</p>"), same_page("<pre>a\\nb</pre>", "<pre>a b</pre>")
    (True, False)
    """
    return before == after or _collapsed(before) == _collapsed(after)


def _collapsed(html: str) -> str:
    """Collapse whitespace as browsers do: runs to one space, except in tags and where it is preserved.

    Raw HTML in a post reaches the page with its line ends and indentation; a fix that trims those changes
    the text of the page's source, not the page.
    """
    pieces: list[str] = []
    at = 0
    while opening := _PREFORMATTED.search(html, at):
        closing = re.compile(f"</{opening[1]}", re.IGNORECASE).search(html, opening.end())
        end = closing.start() if closing else len(html)
        pieces += _spaced(html[at : opening.start()]), html[opening.start() : end]
        at = end
    return "".join([*pieces, _spaced(html[at:])]).strip(" ")


def _spaced(html: str) -> str:
    return _TAG_OR_SPACE.sub(lambda match: match[1] or " ", html)
