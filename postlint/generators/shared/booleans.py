"""Words that people write for yes and no, and commas where a list is expected."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from postlint.core.generator.front_matter import PublishedDraft, ValueProblem

YES = frozenset({"true", "t", "yes", "y", "on", "1", "ture", "treu", "tru", "tue"})
NO = frozenset({"false", "f", "no", "n", "off", "0", "flase", "fasle", "fales", "fals", "flse"})
"""What people write for yes and no, in lower case, with the usual typos."""
YAML_FALSE = frozenset(word for no in ("false", "no", "off") for word in (no, no.title(), no.upper()))
YAML_TRUE = frozenset(word for yes in ("true", "yes", "on") for word in (yes, yes.title(), yes.upper()))
"""The bare words that YAML 1.1 reads as booleans."""


def comma_string(key: str, value: str, outcome: str) -> ValueProblem | None:
    """The problem of a string with commas if the generator expects a list; `outcome` is what happens to it.

    >>> comma_string("tags", "tea, water", "Hugo reads it as one tag").replacement
    '["tea", "water"]'
    """
    parts = [part.strip() for part in value.split(",")]
    if len(parts) < 2 or any('"' in part or "\\" in part for part in parts):
        return None
    items = ", ".join(f'"{part}"' for part in parts if part)
    return ValueProblem(f"`{key}` is a string with commas, expected a list `[{items}]`: {outcome}", f"[{items}]")


def draft_expected(data: Mapping[str, Any], title: str) -> PublishedDraft | None:
    """The problem of `published: false` if only `draft` hides a page.

    >>> draft_expected({"published": False}, "Zola").key
    'published'
    """
    if data.get("published") is not False or data.get("draft") is True:
        return None
    return PublishedDraft(
        "published", f"`published` does not hide the page, {title} ignores it; expected `draft: true`"
    )
