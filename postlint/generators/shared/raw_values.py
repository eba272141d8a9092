"""What Pelican and Nikola have in common: values are plain strings, whatever they would be in YAML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from postlint.core.generator.front_matter import PublishedDraft, ValueProblem
from postlint.core.messages import backticked
from postlint.generators.shared.booleans import NO, YES

_QUOTED = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'")
_LIST = re.compile(r"\[[^\[\]\n]*\](?!\()")


def raw_value_problem(key: str, value: Any, title: str, list_keys: frozenset[str]) -> ValueProblem | None:
    """Quotes, brackets and dashes that are printed on the page."""
    if not isinstance(value, str):
        return None
    if _QUOTED.fullmatch(value) and key != "summary":
        message = f"value {backticked(value)} in quotes, expected none: {title} prints them"
        return ValueProblem(message, value[1:-1])
    if key not in list_keys:
        return None
    items = value.removeprefix("[").removesuffix("]").split(",") if _LIST.fullmatch(value) else []
    if not items and value.startswith("- "):
        items = [item.removeprefix("- ") for item in value.split("\n")]
    if not items:
        return None
    plain = ", ".join(item.strip().strip("\"'") for item in items)
    return ValueProblem(f"`{key}` is a YAML list, expected {backticked(plain)}: {title} reads it as a string", plain)


def raw_published_draft(data: Mapping[str, Any], title: str) -> PublishedDraft | None:
    """`draft: true` and the like, which have no effect: only `status` counts."""
    for key, words in (("draft", YES), ("published", NO)):
        value = data.get(key)
        if value is not None and str(value).lower() in words and data.get("status") in (None, "", "published"):
            message = f"`{key}: {str(value).lower()}` does not hide the post, {title} ignores it"
            return PublishedDraft(key, f"{message}; expected `status: draft`")
    return None
