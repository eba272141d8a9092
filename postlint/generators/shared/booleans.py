"""Words that people write for yes and no, and commas where a list is wanted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from postlint.core.generator import PublishedDraft, ValueProblem

YES = frozenset({"true", "t", "yes", "y", "on", "1", "ture", "treu", "tru", "tue"})
NO = frozenset({"false", "f", "no", "n", "off", "0", "flase", "fasle", "fales", "fals", "flse"})
"""What people write for yes and no, in lower case, with the usual slips."""
YAML_FALSE = frozenset(word for no in ("false", "no", "off") for word in (no, no.title(), no.upper()))
YAML_TRUE = frozenset(word for yes in ("true", "yes", "on") for word in (yes, yes.title(), yes.upper()))
"""The bare words that YAML 1.1 reads as booleans."""


def comma_string(key: str, value: str, outcome: str) -> ValueProblem | None:
    """What to say of a text with commas where the generator wants a list.

    >>> comma_string("tags", "tea, water", "Hugo takes text for one").replacement
    '["tea", "water"]'
    """
    parts = [part.strip() for part in value.split(",")]
    if len(parts) < 2 or any('"' in part or "\\" in part for part in parts):
        return None
    wanted = ", ".join(f'"{part}"' for part in parts if part)
    return ValueProblem(f"`{key}` is one text with commas: {outcome}, expected a list: `[{wanted}]`", f"[{wanted}]")


def draft_expected(data: Mapping[str, Any], title: str) -> PublishedDraft | None:
    """What to say of `published: false` where only `draft` hides a page.

    >>> draft_expected({"published": False}, "Zola").key
    'published'
    """
    if data.get("published") is not False or data.get("draft") is True:
        return None
    return PublishedDraft(
        "published", f"{title} ignores `published` and publishes the page; expected `draft`, set to true"
    )
