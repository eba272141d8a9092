"""Drafts and schemas of a generator's front matter."""

from __future__ import annotations

from typing import Any

import pytest

from postlint.core.generator.front_matter import FrontMatterDialect

DIALECT = FrontMatterDialect(frozenset({"yaml"}), ("page", "section"))


@pytest.mark.parametrize(
    ("data", "is_draft"),
    [({}, False), ({"draft": True}, True), ({"draft": "true"}, False), ({"published": False}, True)],
)
def test_draft_by_default(data: dict[str, Any], is_draft: bool) -> None:
    assert DIALECT.is_draft("a.md", data) is is_draft


def test_schemas_of_a_file() -> None:
    assert DIALECT.schemas_for("a.md") == ("page", "section")
    by_path = DIALECT._replace(schemas_at=lambda path: ("section",) if path.endswith("_index.md") else ("page",))
    assert by_path.schemas_for("blog/_index.md") == ("section",)
    assert by_path.schemas_for("blog/a.md") == ("page",)


def test_nothing_is_wrong_by_default() -> None:
    assert not DIALECT.is_required("a.md")
    assert DIALECT.invalid_start("a.md", "--") is None
    assert DIALECT.value_problem("title", 1, "1") is None
    assert DIALECT.published_draft("a.md", {"draft": "true"}, str) is None
