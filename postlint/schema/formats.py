"""`"format": "postlint-date-hugo"`: what a generator takes for a date, for schemas of users.

Our own schemas name these formats, too, for editors and as a pattern to follow; there it is the rule
`front-matter/invalid-date` that reports, with the generator's reason.
"""

from __future__ import annotations

from typing import Any

from postlint.generators import GENERATORS, get_generator

PREFIX = "postlint-date-"


def fits_format(name: Any, value: Any) -> bool:
    """Whether a value fits a format of ours; of other formats nothing is known.

    >>> fits_format("postlint-date-hugo", "2024-01-20"), fits_format("postlint-date-hugo", "2024-01-20 10:00")
    (True, False)
    """
    generator = name.removeprefix(PREFIX) if isinstance(name, str) and name.startswith(PREFIX) else ""
    if generator not in GENERATORS:
        return bool(name == "postlint-file")  # whether it is there, a site rule asks
    return not isinstance(value, str) or get_generator(generator).dates.problem(value, value) is None


def date_formats() -> tuple[str, ...]:
    """The names of all these formats."""
    return tuple(PREFIX + generator for generator in GENERATORS)
