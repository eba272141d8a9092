"""The usual slips in dates, in an author's words, with what was meant where that can be told."""

from __future__ import annotations

import re
from typing import NamedTuple

from postlint.core.generator import ValueProblem
from postlint.generators.shared.dates import jekyll_date
from postlint.generators.shared.paths import day

_YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})(?P<separator>[-/.])(?P<month>\d{1,2})(?P=separator)(?P<day>\d{1,2})(?!\d)"
    r"(?:(?P<between>[Tt]|[ \t]+)(?P<hour>\d{1,2}):(?P<minute>\d\d)(?P<seconds>:\d\d)?(?P<rest>.*))?"
)
_YEAR_LAST = re.compile(r"(\d\d?)([/.])(\d\d?)\2(\d{4})\b")
_NO_DAY = re.compile(r"\d{4}(?:[-/.]\d\d?)?")
_WORDS = re.compile(r"[A-Za-z]{3,9}\.?,? .*\d{4}|\d\d? [A-Za-z]{3,9}\.?,? \d{4}")
_TEMPLATE = re.compile(r"\{[{%<]")


class Slip(NamedTuple):
    """What is odd about a date, and the date that was meant."""

    said: str
    """Follows the date in a sentence: `has no seconds`."""
    meant: str | None


def is_template(text: str) -> bool:
    """Whether a value is yet to be filled in."""
    return _TEMPLATE.search(text) is not None


def impossible(text: str) -> str | None:
    """Why there is no such day or hour; None where the date is not written with the year first.

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
    return (
        f"has hour {hour}" if hour > 24 else f"has minute {match['minute']}" if (match["minute"] or "") > "59" else None
    )


def slip(text: str) -> Slip:
    """What parts a date from the plain form of ISO 8601, which every generator reads.

    >>> slip("2021-11-20 10:00")
    Slip(said='has no seconds', meant='2021-11-20 10:00:00')
    >>> slip("2013/7/13"), slip("November 20, 2021").meant
    (Slip(said='has slashes', meant='2013-07-13'), '2021-11-20')
    >>> slip("01/24/2024").meant, slip("02/03/2024").meant
    ('2024-01-24', None)
    """
    text = text.strip()
    if said := impossible(text):
        return Slip(said, None)
    if match := _YEAR_FIRST.match(text):
        plain = f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}"
        rest = (match["rest"] or "").strip()
        if match["hour"]:
            clock = f"{int(match['hour']):02}:{match['minute']}{match['seconds'] or ':00'}"
            plain += f"{match['between'][0]}{clock}{' ' * bool(rest) + rest if match['between'] == ' ' else rest}"
        if match["separator"] != "-":
            said = "has slashes" if match["separator"] == "/" else "has dots"
        elif match["hour"] and not match["seconds"]:
            said = "has no seconds"
        elif min(len(match["month"]), len(match["day"]), len(match["hour"] or "00")) < 2:
            said = "has a number of one digit"
        else:
            return Slip("has more than a date and a time", None)
        return Slip(said, plain)
    if match := _YEAR_LAST.fullmatch(text):
        one, _, other, year = match.groups()
        # Which of the two is the month shows only where the other cannot be one.
        days = [found for found in (day(year, one, other), day(year, other, one)) if found]
        said = "has slashes" if match[2] == "/" else "has dots"
        return Slip(said, days[0].isoformat() if len(days) == 1 or one == other else None)
    if _WORDS.fullmatch(text) and (found := jekyll_date(text)):
        return Slip("has the month as a word", found.isoformat())
    return Slip("has no day" if _NO_DAY.fullmatch(text) else "is no date", None)


def refused(text: str, title: str, outcome: str) -> ValueProblem:
    """What to say of a date that a generator does not take."""
    said, meant = slip(text)
    return ValueProblem(f"`{text}` {said}: {title} {outcome}, expected `{meant or 'YYYY-MM-DD'}`", meant)
