"""Formats for dates as a generator reads them (`"format": "postlint-date-hugo"`), for the schemas of users.

The built-in schemas contain these formats as documentation and examples. Their dates are checked by the rule
`front-matter/invalid-date`, which knows the generator's reason.
"""

from __future__ import annotations

from typing import Any

from postlint.generators import GENERATORS, get_generator

PREFIX = "postlint-date-"


def fits_format(name: Any, value: Any) -> bool:
    """Whether a value certainly has one of our formats; False for every other format.

    >>> fits_format("postlint-date-hugo", "2024-01-20"), fits_format("postlint-date-hugo", "2024-01-20 10:00")
    (True, False)
    """
    generator = name.removeprefix(PREFIX) if isinstance(name, str) and name.startswith(PREFIX) else ""
    if generator not in GENERATORS:
        return bool(name == "postlint-file")  # a site rule checks whether the file exists
    return not isinstance(value, str) or get_generator(generator).dates.problem(value, value) is None


def date_formats() -> tuple[str, ...]:
    """The names of the date formats, one per generator."""
    return tuple(PREFIX + generator for generator in GENERATORS)
