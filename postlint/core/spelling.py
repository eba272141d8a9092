"""Which known word an unknown one was probably meant to be."""

from __future__ import annotations

from collections.abc import Iterable


def closest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """The known word that is most like `word`, whatever the case; empty if none is similar enough.

    `cutoff` is the least ratio of `difflib.SequenceMatcher`, from 0 to 1.

    >>> closest("Hedding", ["heading", "link"]), closest("xyz", ["heading"])
    ('heading', '')
    """
    from difflib import get_close_matches  # only needed for an error message

    spellings = {candidate.lower(): candidate for candidate in known}
    matches = get_close_matches(word.lower(), spellings, n=1, cutoff=cutoff)
    return spellings[matches[0]] if matches else ""


def suggestion(word: str, known: Iterable[str]) -> str:
    """The end of an error message about an unknown word; empty if no known word is similar.

    >>> suggestion("strikt", ["recommended", "strict"])
    ', did you mean "strict"?'
    """
    match = closest(word, known)
    return f', did you mean "{match}"?' if match else ""
