"""Hugo's dates, as `cast.ToTime` reads them; run with Hugo 0.168. A time needs seconds, and numbers need two digits."""

from __future__ import annotations

import re
from datetime import date

from postlint.generators.shared.dates import day, day_parts

_ZONE = r"(?:\s?(?:Z|[+-]\d\d:?\d\d))?"
_CLOCK = r"(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d"
_FORMS = tuple(
    re.compile(pattern + r"\Z")
    for pattern in (
        rf"(?P<year>\d{{4}})-(?P<number>\d\d)-(?P<day>\d\d)(?:[T ]{_CLOCK}(?:\.\d+)?{_ZONE})?",
        r"(?P<day>\d\d) (?P<month>[A-Z][a-z]{2}) (?P<year>\d{4})",
        rf"[A-Z][a-z]{{2}}, (?P<day>\d\d) (?P<month>[A-Z][a-z]{{2}}) (?P<year>\d{{4}}) {_CLOCK} "
        r"(?:[A-Z]{3}|[+-]\d{4})",
        rf"[A-Z][a-z]{{2}} (?P<month>[A-Z][a-z]{{2}}) [ ]?(?P<day>\d\d?) {_CLOCK} (?P<year>\d{{4}})",
    )
)


def hugo_date(text: str) -> date | None:
    """The day of a date; None if Hugo fails on it.

    >>> hugo_date("2021-11-20T10:00:00Z"), hugo_date("2021-11-20 10:00"), hugo_date("2021-1-2")
    (datetime.date(2021, 11, 20), None, None)
    """
    return next((day(*day_parts(match)) for form in _FORMS if (match := form.match(text))), None)
