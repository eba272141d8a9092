"""What Pelican and Nikola have in common: values that are raw text, whatever YAML would make of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from postlint.core.generator import PublishedDraft, ValueProblem
from postlint.generators.shared.booleans import NO, YES

_QUOTED = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'")
_LIST = re.compile(r"\[[^\[\]\n]*\](?!\()")


def raw_value_problem(key: str, value: Any, title: str, lists: frozenset[str]) -> ValueProblem | None:
    """Quotes, brackets and dashes that end up on the page."""
    if not isinstance(value, str):
        return None
    if _QUOTED.fullmatch(value) and key != "summary":
        return ValueProblem(f"the quotes around {value} are a part of it to {title}, expected none", value[1:-1])
    if key not in lists:
        return None
    parts = value.removeprefix("[").removesuffix("]").split(",") if _LIST.fullmatch(value) else []
    if not parts and value.startswith("- "):
        parts = [part.removeprefix("- ") for part in value.split("\n")]
    if not parts:
        return None
    plain = ", ".join(part.strip().strip("\"'") for part in parts)
    return ValueProblem(f"`{key}` is a list of YAML, which {title} reads as text; expected `{plain}`", plain)


def raw_published_draft(data: Mapping[str, Any], title: str) -> PublishedDraft | None:
    """`draft: true` and the like: it is `status` that counts."""
    for key, words in (("draft", YES), ("published", NO)):
        value = data.get(key)
        if value is not None and str(value).lower() in words and data.get("status") in (None, "", "published"):
            said = f"`{key}: {str(value).lower()}` says nothing to {title}, which publishes the post"
            return PublishedDraft(key, f"{said}; expected `status: draft`")
    return None
