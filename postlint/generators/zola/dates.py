"""Zola's dates: its regular expression (components/content/src/utils/de.rs), which TOML's own dates match as well."""

from __future__ import annotations

import re
from datetime import date

from postlint.generators.shared.dates import day

_FORM = re.compile(
    r"(\d{4})-(\d\d?)-(\d\d?)"
    r"(?:(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?[ \t]*(?:Z|[+-]\d\d?(?::\d\d)?)?)?\Z"
)


def zola_date(text: str) -> date | None:
    """The day of a date; None if Zola fails on it.

    >>> zola_date("2021-1-2"), zola_date("2021/01/02")
    (datetime.date(2021, 1, 2), None)
    """
    match = _FORM.match(text)
    return day(*match.groups()) if match else None
