"""What the texts at one place of the front matter have in common: a form such as a date's, or few values."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from postlint.schema.typos import is_typo

_USES = 5
"""How often a value must be used on average for a list of the values to be worth keeping."""
_NEWS = 20
"""So many uses to each value that is used once."""
_LONGEST = 40
_EXCEPTIONS = 50
"""One misfit among so many dates is a slip."""

_NUMBER = re.compile("[0-9]+")
_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_MOMENT = rf"{_DAY}T[0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}}(\.[0-9]+)?(Z|[+-][0-9]{{2}}:[0-9]{{2}})"
_ANY_DATE = (
    r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
    r"([T ][0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?( ?(Z|[+-][0-9]{2}:?[0-9]{2}))?)?"
)
_E_MAIL = r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
_ADDRESS = (
    r"https?://[A-Za-z0-9.-]+(?::[0-9]+)?(?:/(?:[A-Za-z0-9._~:@!$&'()*+,;=/-]|%[0-9A-Fa-f]{2})*)?"
    r"(?:[?](?:[A-Za-z0-9._~:@!$&'()*+,;=/?-]|%[0-9A-Fa-f]{2})*)?"
    r"(?:#(?:[A-Za-z0-9._~:@!$&'()*+,;=/?-]|%[0-9A-Fa-f]{2})*)?"
)


class _Form(NamedTuple):
    fits: Callable[[str], bool]
    keywords: dict[str, Any]


def _like(pattern: str) -> Callable[[str], bool]:
    matches = re.compile(pattern).fullmatch
    return lambda text: matches(text) is not None


def _dated(pattern: str, read: Callable[[str], object]) -> Callable[[str], bool]:
    matches = re.compile(pattern).fullmatch

    def fits(text: str) -> bool:
        try:
            return matches(text) is not None and read(text) is not None
        except ValueError:
            return False

    return fits


# Validators seldom check `date-time` and `uri`: there the pattern is what holds.
_DATES = (
    _Form(_dated(_DAY, date.fromisoformat), {"format": "date"}),
    _Form(_dated(_MOMENT, datetime.fromisoformat), {"format": "date-time", "pattern": f"^{_MOMENT}$"}),
    _Form(
        _like(_ANY_DATE),
        {"pattern": f"^{_ANY_DATE}$", "description": "a date, as in 2025-05-11 or 2025-05-11 09:30:00"},
    ),
)
_OTHERS = (
    _Form(_like(_E_MAIL), {"format": "email"}),
    _Form(_like(_ADDRESS), {"format": "uri", "pattern": "^https?://"}),
)


def form_of(texts: Sequence[str]) -> tuple[dict[str, Any], frozenset[str]]:
    """The keywords for the strictest form that texts have, and the few texts among many dates that are none.

    >>> form_of(["2025-05-11", "2025-06-01"])
    ({'format': 'date'}, frozenset())
    """
    if not texts:
        return {}, frozenset()
    for form in (*_DATES, *_OTHERS):
        if all(map(form.fits, texts)):
            return dict(form.keywords), frozenset()
    if sum(map(_DATES[-1].fits, texts)) * _EXCEPTIONS < len(texts) * (_EXCEPTIONS - 1):
        return {}, frozenset()
    for form in _DATES:
        misfits = [text for text in texts if not form.fits(text)]
        if len(misfits) * _EXCEPTIONS <= len(texts) and not any(map(_DATES[-1].fits, misfits)):
            return dict(form.keywords), frozenset(misfits)
    return {}, frozenset()


def few_values(texts: Sequence[str], limit: int) -> tuple[list[str], dict[str, str]]:
    """The values, where they are few and each is used again and again; and slips, with the value that was meant.

    >>> few_values(["post"] * 20 + ["page"] * 5 + ["psot"], 10)
    (['post', 'page'], {'psot': 'post'})
    """
    counts = Counter(map(str, texts))
    if len(counts) > 2 * limit:
        return [], {}
    slips: dict[str, str] = {}
    for text in [text for text, count in counts.items() if count == 1]:
        meant = next((one for one, count in counts.most_common() if count >= _USES and looks_like(text, one)), None)
        if meant is not None:
            slips[text] = meant
    values = [text for text, _ in counts.most_common() if text not in slips]
    uses = [counts[text] for text in values]
    # The share of those used once is about the chance that the next post brings another new one.
    repeated = sum(uses) >= _USES * len(values) and uses.count(1) * _NEWS <= sum(uses)
    if not repeated or len(values) > limit or not any(values) or any(map(_is_prose, values)):
        return [], {}
    return values, slips


def looks_like(word: str, meant: str) -> bool:
    """Whether a word is another one with a slip in it; numbers and plurals make words of their own.

    >>> looks_like("psot", "post"), looks_like("themes.html", "theme.html"), looks_like("image2", "image")
    (True, False, False)
    """
    if _NUMBER.sub("", word) == _NUMBER.sub("", meant):
        return False
    plural = len(word) != len(meant) and word.replace("s", "") == meant.replace("s", "")
    return not plural and is_typo(word, meant)


def _is_prose(text: str) -> bool:
    return len(text) > _LONGEST or "\n" in text
