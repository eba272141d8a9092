"""Dates as JavaScript and Python's dateutil read them: nearly anything; between slashes, the month comes first."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

from postlint.core.finding import WARNING
from postlint.core.generator.front_matter import ValueProblem
from postlint.core.messages import quoted
from postlint.generators.shared.date_problems import impossible, is_template, rejected
from postlint.generators.shared.dates import day, ruby_date

_SLASHES = re.compile(r"(\d\d?)[/-](\d\d?)[/-](\d{4})(?!\d)")
# js-yaml/type/timestamp.js: bare values in these forms become dates, and months and days roll over (run).
_TIMESTAMP = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)\Z"
    r"|(\d{4})-(\d\d?)-(\d\d?)(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?\Z"
)
_MILLISECONDS_OF_A_YEAR = 31_536_000_000
"""A smaller number is a year, not a count of milliseconds."""
_MONTH = re.compile(r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec", re.IGNORECASE)


def lenient_date(text: str) -> date | None:
    """The day of a date that is not rolled over.

    >>> lenient_date("05/22/2021"), lenient_date("20 Nov 2021"), lenient_date("2021-02-30")
    (datetime.date(2021, 5, 22), datetime.date(2021, 11, 20), None)
    """
    text = text.strip()
    if match := _SLASHES.match(text):
        return day(match[3], match[1], match[2])
    return None if impossible(text) else ruby_date(text)


def dateutil_date(text: str) -> date | None:
    """The same, but the day may come first if it cannot be a month.

    >>> dateutil_date("02/03/2021"), dateutil_date("22/05/2021")
    (datetime.date(2021, 2, 3), datetime.date(2021, 5, 22))
    """
    match = _SLASHES.match(text.strip())
    return lenient_date(text) or (day(match[3], match[2], match[1]) if match else None)


def _utc_rolled_over(text: str) -> date | None:
    """The day as `Date.UTC` reads a bare YAML date whose month or day does not exist."""
    match = _TIMESTAMP.match(text)
    if match is None:
        return None
    year, month, day_of_month = (int(part) for part in match.groups() if part)
    months = year * 12 + month - 1
    first = day(months // 12, months % 12 + 1, 1)
    return first + timedelta(days=day_of_month - 1) if first else None


def js_problem(value: Any, written: str, title: str, outcome: str) -> ValueProblem | None:
    """What is wrong with a date that JavaScript reads from YAML; `outcome` is what happens if there is none."""
    if isinstance(value, int) and not isinstance(value, bool) and 0 < value < _MILLISECONDS_OF_A_YEAR:
        message = f"date {value} is read as milliseconds since 1970 by {title}, expected `YYYY-MM-DD`"
        return ValueProblem(message, None, WARNING)
    if not isinstance(value, str) or not value.strip() or is_template(value):
        return None
    if fault := impossible(value):
        moved = _utc_rolled_over(value) if written[:1] not in "\"'" else None
        if moved is None:  # `new Date` rejects months in strings, and rolls days over in some forms only
            return rejected(value, title, outcome) if "month" in fault else None
        return ValueProblem(f"date {quoted(value)} {fault}: {title} reads it as {moved}", None, WARNING)
    if not re.search(r"\d", value):
        return rejected(value, title, outcome)
    return None


def dateutil_problem(value: Any, title: str, outcome: str) -> ValueProblem | None:
    """What is wrong with a date that dateutil reads; a missing day or month is today's (run)."""
    text = str(value).strip()
    if value is None or isinstance(value, list | dict | bool) or not text or is_template(text):
        return None
    if re.fullmatch(r"\d{4}(?:-\d\d?)?", text):
        part = "day" if "-" in text else "day and month"
        return ValueProblem(f"date {quoted(text)} has no {part}, expected `YYYY-MM-DD`: {title} uses today's")
    if impossible(text):
        return rejected(text, title, outcome)
    return None if re.search(r"\d", text) or _MONTH.search(text) else rejected(text, title, outcome)
