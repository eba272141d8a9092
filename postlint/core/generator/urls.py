"""The URLs of a site's pages, and what links in them may refer to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple


def _unknown(_path: str, _data: Mapping[str, Any]) -> str | None:
    return None


class Urls(NamedTuple):
    """Where pages are published. Paths are below the site's root, with `/`."""

    page_url: Callable[[str, Mapping[str, Any]], str | None] = _unknown
    """The URL of a page on the site, from path and front matter; None if it is unknown."""
    keys: tuple[str, ...] = ("permalink", "url", "path", "slug")
    """The front matter keys that decide it, the strongest first."""
    alias_keys: tuple[str, ...] = ("aliases", "redirect_from")
    """The front matter keys whose values are lists of URLs that redirect to the page; by default, those of plugins."""
    relative_aliases: bool = False
    """Whether an alias without a leading `/` also counts from the root of the site."""


class Labels(NamedTuple):
    """Where the labels of reference links, `[text][label]`, may be defined."""

    in_documented_code: bool = False
    """Whether labels that look like code are looked up in documented code: `[text][module.Class]`."""
    elsewhere: bool = False
    """Whether any label may be defined outside of the page."""
