"""Infer what the strings of one key have in common: a format such as a date, or a small set of values."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from postlint.core.typos import is_typo

_MIN_AVERAGE_USES = 5
"""How often a value is used on average if the values are listed."""
_MIN_USES_PER_NEW_VALUE = 20
"""The number of uses for each value that is used only once."""
_MAX_VALUE_LENGTH = 40
"""Characters. A longer string is prose."""
_MIN_DATES_PER_OUTLIER = 50
"""The number of strings for each one that is not a date, if that one is a mistake."""

_NUMBER = re.compile("[0-9]+")
_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_MOMENT = rf"{_DAY}T[0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}}(\.[0-9]+)?(Z|[+-][0-9]{{2}}:[0-9]{{2}})"
_ANY_DATE = (
    r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
    r"([T ][0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?( ?(Z|[+-][0-9]{2}:?[0-9]{2}))?)?"
)
_E_MAIL = r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
_URL = (
    r"https?://[A-Za-z0-9.-]+(?::[0-9]+)?(?:/(?:[A-Za-z0-9._~:@!$&'()*+,;=/-]|%[0-9A-Fa-f]{2})*)?"
    r"(?:[?](?:[A-Za-z0-9._~:@!$&'()*+,;=/?-]|%[0-9A-Fa-f]{2})*)?"
    r"(?:#(?:[A-Za-z0-9._~:@!$&'()*+,;=/?-]|%[0-9A-Fa-f]{2})*)?"
)


class _Format(NamedTuple):
    fits: Callable[[str], bool]
    keywords: dict[str, Any]


def _matches(pattern: str) -> Callable[[str], bool]:
    match = re.compile(pattern).fullmatch
    return lambda text: match(text) is not None


def _matches_date(pattern: str, parse: Callable[[str], object]) -> Callable[[str], bool]:
    match = re.compile(pattern).fullmatch

    def fits(text: str) -> bool:
        try:
            return match(text) is not None and parse(text) is not None
        except ValueError:
            return False

    return fits


# Most validators ignore the formats `date-time` and `uri`, so there is a pattern too.
_DATES = (
    _Format(_matches_date(_DAY, date.fromisoformat), {"format": "date"}),
    _Format(_matches_date(_MOMENT, datetime.fromisoformat), {"format": "date-time", "pattern": f"^{_MOMENT}$"}),
    _Format(
        _matches(_ANY_DATE),
        {"pattern": f"^{_ANY_DATE}$", "description": "a date, as in 2025-05-11 or 2025-05-11 09:30:00"},
    ),
)
_OTHERS = (
    _Format(_matches(_E_MAIL), {"format": "email"}),
    _Format(_matches(_URL), {"format": "uri", "pattern": "^https?://"}),
)


def infer_format(texts: Sequence[str]) -> tuple[dict[str, Any], frozenset[str]]:
    """The keywords of the strictest format that all strings have, and the few among many dates that are not dates.

    >>> infer_format(["2025-05-11", "2025-06-01"])
    ({'format': 'date'}, frozenset())
    """
    if not texts:
        return {}, frozenset()
    for candidate in (*_DATES, *_OTHERS):
        if all(map(candidate.fits, texts)):
            return dict(candidate.keywords), frozenset()
    if sum(map(_DATES[-1].fits, texts)) * _MIN_DATES_PER_OUTLIER < len(texts) * (_MIN_DATES_PER_OUTLIER - 1):
        return {}, frozenset()
    for candidate in _DATES:
        outliers = [text for text in texts if not candidate.fits(text)]
        if len(outliers) * _MIN_DATES_PER_OUTLIER <= len(texts) and not any(map(_DATES[-1].fits, outliers)):
            return dict(candidate.keywords), frozenset(outliers)
    return {}, frozenset()


def infer_values(texts: Sequence[str], limit: int) -> tuple[list[str], dict[str, str]]:
    """The distinct strings, if they are few and each is used repeatedly; and typos, each with the correct string.

    >>> infer_values(["post"] * 20 + ["page"] * 5 + ["psot"], 10)
    (['post', 'page'], {'psot': 'post'})
    """
    counts = Counter(map(str, texts))
    if len(counts) > 2 * limit:
        return [], {}
    common = [text for text, count in counts.most_common() if count >= _MIN_AVERAGE_USES]
    typos: dict[str, str] = {}
    for text in [text for text, count in counts.items() if count == 1]:
        correct = next((candidate for candidate in common if looks_like_typo(text, candidate)), None)
        if correct is not None:
            typos[text] = correct
    values = [text for text, _ in counts.most_common() if text not in typos]
    uses = [counts[text] for text in values]
    # The share of values used once is roughly the chance that the next post has another new value.
    are_repeated = sum(uses) >= _MIN_AVERAGE_USES * len(values) and uses.count(1) * _MIN_USES_PER_NEW_VALUE <= sum(uses)
    if not are_repeated or len(values) > limit or not any(values) or any(map(_is_prose, values)):
        return [], {}
    return values, typos


def looks_like_typo(word: str, correct: str) -> bool:
    """Whether a word is probably a typo of another one. Words that differ in a number or a plural "s" are not.

    >>> looks_like_typo("psot", "post"), looks_like_typo("themes.html", "theme.html")
    (True, False)
    >>> looks_like_typo("image2", "image")
    False
    """
    if _NUMBER.sub("", word) == _NUMBER.sub("", correct):
        return False
    is_plural = len(word) != len(correct) and word.replace("s", "") == correct.replace("s", "")
    return not is_plural and is_typo(word, correct)


def _is_prose(text: str) -> bool:
    return len(text) > _MAX_VALUE_LENGTH or "\n" in text
