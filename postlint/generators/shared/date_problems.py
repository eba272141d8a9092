"""The usual faults of dates as messages, with the correct date if it is known what was meant."""

from __future__ import annotations

import re
from typing import NamedTuple

from postlint.core.generator.front_matter import ValueProblem
from postlint.core.messages import backticked, quoted
from postlint.generators.shared.dates import day, ruby_date

_YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})(?P<separator>[-/.])(?P<month>\d{1,2})(?P=separator)(?P<day>\d{1,2})(?!\d)"
    r"(?:(?P<between>[Tt]|[ \t]+)(?P<hour>\d{1,2}):(?P<minute>\d\d)(?P<seconds>:\d\d)?(?P<rest>.*))?"
)
_YEAR_LAST = re.compile(r"(\d\d?)([/.])(\d\d?)\2(\d{4})\b")
_NO_DAY = re.compile(r"\d{4}(?:[-/.]\d\d?)?")
_WORDS = re.compile(r"[A-Za-z]{3,9}\.?,? .*\d{4}|\d\d? [A-Za-z]{3,9}\.?,? \d{4}")
_TEMPLATE = re.compile(r"\{[{%<]")


class DateFault(NamedTuple):
    """How a date differs from the plain form, and the date that was meant."""

    fault: str
    """Follows the date in a message: `has no seconds`."""
    correction: str | None
    """None if it is not known what was meant."""


def is_template(text: str) -> bool:
    """Whether a value is a template that is not filled in yet."""
    return _TEMPLATE.search(text) is not None


def impossible(text: str) -> str | None:
    """Why there is no such day or hour; None if the date is not written with the year first.

    >>> impossible("2021-24-11"), impossible("2021-02-30"), impossible("2021-11-20 25:00")
    ('has month 24', 'is not in the calendar', 'has hour 25')
    """
    match = _YEAR_FIRST.match(text.strip())
    if match is None:
        return None
    month, day_of_month, hour = int(match["month"]), int(match["day"]), int(match["hour"] or 0)
    if not 1 <= month <= 12:
        return f"has month {month}"
    if not 1 <= day_of_month <= 31:
        return f"has day {day_of_month}"
    if day(match["year"], month, day_of_month) is None:
        return "is not in the calendar"
    if hour > 24:
        return f"has hour {hour}"
    return f"has minute {match['minute']}" if (match["minute"] or "") > "59" else None


def date_fault(text: str) -> DateFault:
    """How a date differs from the plain form of ISO 8601, which every generator reads.

    >>> date_fault("2021-11-20 10:00")
    DateFault(fault='has no seconds', correction='2021-11-20 10:00:00')
    >>> date_fault("2013/7/13"), date_fault("November 20, 2021").correction
    (DateFault(fault='has slashes', correction='2013-07-13'), '2021-11-20')
    >>> date_fault("01/24/2024").correction, date_fault("02/03/2024").correction
    ('2024-01-24', None)
    """
    text = text.strip()
    if fault := impossible(text):
        return DateFault(fault, None)
    if match := _YEAR_FIRST.match(text):
        return _year_first_fault(match)
    if match := _YEAR_LAST.fullmatch(text):
        first, separator, second, year = match.groups()
        # Which of the two is the month is certain only if the other cannot be one.
        days = [date for date in (day(year, first, second), day(year, second, first)) if date]
        fault = "has slashes" if separator == "/" else "has dots"
        return DateFault(fault, days[0].isoformat() if len(days) == 1 or first == second else None)
    if _WORDS.fullmatch(text) and (date := ruby_date(text)):
        return DateFault("has the month as a word", date.isoformat())
    return DateFault("has no day" if _NO_DAY.fullmatch(text) else "is not a date", None)


def _year_first_fault(match: re.Match[str]) -> DateFault:
    correction = f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}"
    rest = (match["rest"] or "").strip()
    if match["hour"]:
        clock = f"{int(match['hour']):02}:{match['minute']}{match['seconds'] or ':00'}"
        correction += f"{match['between'][0]}{clock}{' ' * bool(rest) + rest if match['between'] == ' ' else rest}"
    if match["separator"] != "-":
        fault = "has slashes" if match["separator"] == "/" else "has dots"
    elif match["hour"] and not match["seconds"]:
        fault = "has no seconds"
    elif min(len(match["month"]), len(match["day"]), len(match["hour"] or "00")) < 2:
        fault = "has a number of one digit"
    else:
        return DateFault("has more than a date and a time", None)
    return DateFault(fault, correction)


def rejected(text: str, title: str, outcome: str) -> ValueProblem:
    """The problem of a date that a generator rejects; `outcome` is what the generator then does."""
    fault, correction = date_fault(text)
    expected = quoted(correction) if correction else backticked("YYYY-MM-DD")
    return ValueProblem(f"date {quoted(text)} {fault}, expected {expected}: {title} {outcome}", correction)
