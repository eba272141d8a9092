"""Date grammars: the calendar day of a date as it is written."""

from __future__ import annotations

import re
from datetime import date, timedelta

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    "(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?\s+)?"
_ZONE = r"(?:\s*(?:z|utc|gmt|[a-z]{3,4}|[+-]\d\d:?\d\d))?"
_CLOCK = rf"(?:(?:[t\s]\s*)(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?{_ZONE})?"

# Ruby's Time.parse, in the forms that real posts use; run with ruby 3.1 and Jekyll 4.3.1.
_RUBY = tuple(
    re.compile(pattern + r"\Z", re.IGNORECASE)
    for pattern in (
        rf"(?P<year>\d{{4}})-(?P<number>\d\d?)-(?P<day>\d\d?){_CLOCK}",
        rf"(?P<year>\d{{4}})[/.](?P<number>\d\d?)[/.](?P<day>\d\d?){_CLOCK}",
        r"(?P<year>\d{4})(?P<number>\d\d)(?P<day>\d\d)",
        rf"(?P<day>\d\d?)/(?P<number>\d\d?)/(?P<year>\d{{4}}){_CLOCK}",
        rf"{_WEEKDAY}{_MONTH}\.?\s+(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}}){_CLOCK}",
        rf"{_WEEKDAY}(?P<day>\d\d?)\s+{_MONTH}\.?,?\s+(?P<year>\d{{4}}){_CLOCK}",
    )
)


def day(year: str | int, month: str | int, day_of_month: str | int) -> date | None:
    """The date, or None if the calendar has no such day."""
    try:
        return date(int(year), int(month), int(day_of_month))
    except ValueError:
        return None


def day_parts(match: re.Match[str]) -> tuple[int, int, int]:
    """Year, month and day from the groups `year`, `month` (a word) or `number`, and `day`."""
    parts = match.groupdict()
    name = (parts.get("month") or "")[:3].lower()
    month = _MONTHS.index(name) + 1 if name in _MONTHS else int(parts.get("number") or 0)
    return int(parts["year"]), month, int(parts["day"])


def ruby_date(text: str) -> date | None:
    """As Ruby's `Time.parse` reads it, which rolls over at the end of a short month.

    >>> ruby_date("November 20, 2021"), ruby_date("2021-02-30 10:00 +0100"), ruby_date("2021-24-11")
    (datetime.date(2021, 11, 20), datetime.date(2021, 3, 2), None)
    """
    for form in _RUBY:
        if match := form.match(text.strip()):
            return rolled_over(*day_parts(match))
    return None


def rolled_over(year: int, month: int, day_of_month: int) -> date | None:
    """The day as Ruby's `Time` reads it: 30 February is 1 or 2 March.

    >>> rolled_over(2021, 2, 30), rolled_over(2023, 27, 11)
    (datetime.date(2021, 3, 2), None)
    """
    first = day(year, month, 1)
    return first + timedelta(days=day_of_month - 1) if first and 1 <= day_of_month <= 31 else None


def iso_date(text: str) -> date | None:
    """As every generator reads it: year, month and day first.

    >>> iso_date("2021-11-20T10:00"), iso_date("20 Nov 2021")
    (datetime.date(2021, 11, 20), None)
    """
    match = re.match(r"(\d{4})-(\d\d)-(\d\d)(?!\d)", text)
    return day(*match.groups()) if match else None
