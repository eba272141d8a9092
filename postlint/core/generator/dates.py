"""How a generator reads dates, and what it does with them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from postlint.core.generator.front_matter import ValueProblem


def _no_date(_: str) -> date | None:
    return None


def _always(_: str) -> bool:
    return True


def _no_problem(_value: Any, _written: str) -> ValueProblem | None:
    return None


class DateDialect(NamedTuple):
    """A generator's dates. Paths are below the site's root, with `/`."""

    parse: Callable[[str], date | None] = _no_date
    """The calendar day of a date in front matter; None if it is unknown."""
    keys: tuple[str, ...] = ("date",)
    """The top level keys whose values are dates; in lower case if the generator ignores case."""
    publish_keys: tuple[str, ...] = ("publishdate", "pubdate", "date")
    """The keys, in lower case and the strongest first, that name the day from which a post is published.

    The defaults of this and of `expiry_keys` are what plugins and the templates of sites read."""
    expiry_keys: tuple[str, ...] = ("expirydate", "unpublishdate", "expires", "expiry")
    """Those that name the day from which a post is no longer published."""
    used_for: Callable[[str], bool] = _always
    """Whether the generator does more with the dates of the file at a path than pass them to templates."""
    problem: Callable[[Any, str], ValueProblem | None] = _no_problem
    """What is wrong with a date, from its value and its source text, including quotes."""
    from_file_name: Callable[[str], date | None] = _no_date
    """The date that the generator takes from the name of the file at a path."""
    skips_future: bool = False
    """Whether a post dated after today is not published, by default."""
    skips_expired: bool = False
    """Whether a post is no longer published from the day of its `expiry_keys`."""
