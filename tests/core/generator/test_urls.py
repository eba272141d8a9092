"""The defaults of URLs: those of pages are unknown."""

from __future__ import annotations

from postlint.core.generator.urls import Urls


def test_url_of_a_page_is_unknown_by_default() -> None:
    assert Urls().page_url("a.md", {"permalink": "/a/"}) is None
