"""The date grammars of the generators: the calendar day that a value as written stands for."""

from __future__ import annotations

import re
from datetime import date, timedelta

from postlint.generators.shared.paths import day

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    "(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?\s+)?"
_ZONE = r"(?:\s*(?:z|utc|gmt|[a-z]{3,4}|[+-]\d\d:?\d\d))?"
_CLOCK = rf"(?:(?:[t\s]\s*)(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?{_ZONE})?"

# Ruby's Time.parse, in the forms that real posts use; run with ruby 3.1 and Jekyll 4.3.1.
_JEKYLL = tuple(
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

# Hugo's cast.ToTime; run with Hugo 0.168. A time needs its seconds, numbers their two digits.
_HUGO_ZONE = r"(?:\s?(?:Z|[+-]\d\d:?\d\d))?"
_HUGO_CLOCK = r"(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d"
_HUGO = tuple(
    re.compile(pattern + r"\Z")
    for pattern in (
        rf"(?P<year>\d{{4}})-(?P<number>\d\d)-(?P<day>\d\d)(?:[T ]{_HUGO_CLOCK}(?:\.\d+)?{_HUGO_ZONE})?",
        r"(?P<day>\d\d) (?P<month>[A-Z][a-z]{2}) (?P<year>\d{4})",
        r"[A-Z][a-z]{2}, (?P<day>\d\d) (?P<month>[A-Z][a-z]{2}) (?P<year>\d{4}) "
        rf"{_HUGO_CLOCK} (?:[A-Z]{{3}}|[+-]\d{{4}})",
        rf"[A-Z][a-z]{{2}} (?P<month>[A-Z][a-z]{{2}}) [ ]?(?P<day>\d\d?) {_HUGO_CLOCK} (?P<year>\d{{4}})",
    )
)

# Zola's regular expression (components/content/src/utils/de.rs); TOML's own dates are a part of it.
_ZOLA = re.compile(
    r"(?P<year>\d{4})-(?P<number>\d\d?)-(?P<day>\d\d?)"
    r"(?:(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?[ \t]*(?:Z|[+-]\d\d?(?::\d\d)?)?)?\Z"
)


def _read(match: re.Match[str]) -> tuple[int, int, int]:
    parts = match.groupdict()
    name = (parts.get("month") or "")[:3].lower()
    month = _MONTHS.index(name) + 1 if name in _MONTHS else int(parts.get("number") or 0)
    return int(parts["year"]), month, int(parts["day"])


def jekyll_date(text: str) -> date | None:
    """As Ruby's `Time.parse` reads it, which rolls over at a short month's end.

    >>> jekyll_date("November 20, 2021"), jekyll_date("2021-02-30 10:00 +0100"), jekyll_date("2021-24-11")
    (datetime.date(2021, 11, 20), datetime.date(2021, 3, 2), None)
    """
    for form in _JEKYLL:
        if match := form.match(text.strip()):
            return rolled_over(*_read(match))
    return None


def rolled_over(year: int, month: int, day_of_month: int) -> date | None:
    """The day as Ruby's `Time` reads it: the 30th of February is the 1st or 2nd of March.

    >>> rolled_over(2021, 2, 30), rolled_over(2023, 27, 11)
    (datetime.date(2021, 3, 2), None)
    """
    first = day(year, month, 1)
    return first + timedelta(days=day_of_month - 1) if first and 1 <= day_of_month <= 31 else None


def hugo_date(text: str) -> date | None:
    """As Hugo's `cast.ToTime` reads it; None where Hugo stops with an error.

    >>> hugo_date("2021-11-20T10:00:00Z"), hugo_date("2021-11-20 10:00"), hugo_date("2021-1-2")
    (datetime.date(2021, 11, 20), None, None)
    """
    return next((day(*_read(match)) for form in _HUGO if (match := form.match(text))), None)


def zola_date(text: str) -> date | None:
    """As Zola reads it; None where Zola stops with an error.

    >>> zola_date("2021-1-2"), zola_date("2021/01/02")
    (datetime.date(2021, 1, 2), None)
    """
    match = _ZOLA.match(text)
    return day(*_read(match)) if match else None


def iso_date(text: str) -> date | None:
    """As every generator reads it: year, month and day first.

    >>> iso_date("2021-11-20T10:00"), iso_date("20 Nov 2021")
    (datetime.date(2021, 11, 20), None)
    """
    match = re.match(r"(\d{4})-(\d\d)-(\d\d)(?!\d)", text)
    return day(*match.groups()) if match else None
