"""A post -> the facts that site rules and the cache need of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from operator import attrgetter
from typing import Any

from postlint.core.generator import Generator
from postlint.core.post import Post
from postlint.core.site import FactLink, PostFacts, Suppression
from postlint.core.text import Span
from postlint.schema import load_schema
from postlint.schema.file_fields import file_values

_place = attrgetter("span")

_PUBLISHED = ("publishdate", "pubdate", "date")
_EXPIRES = ("expirydate", "unpublishdate", "expires", "expiry")


def facts_of(post: Post, site_root: str, suppressions: Sequence[Suppression], schemas: Iterable[str] = ()) -> PostFacts:
    """What a post leaves behind. A link that touches a template tag has no known address and is left out.

    `schemas` are those that its front matter is checked with.
    """
    data = post.data
    generator = post.generator
    links = [FactLink(one.target, one.target_span) for one in post.links]
    links += [FactLink(one.target, one.target_span, True) for one in post.images]
    if post.masks:
        links = [one for one in links if not post.masked(one.span)]
    url = generator.url(post.site_path, data)
    published, expires = _day(post, _PUBLISHED), _day(post, _EXPIRES)
    return PostFacts(
        path=post.path,
        site_path=post.site_path,
        site_root=site_root,
        generator=generator.name,
        is_post=post.is_post,
        title=_text(data.get("title")),
        date=_text(data.get("date")),
        draft=generator.is_draft(post.site_path, data),
        day=published[0] or generator.file_name_date(post.site_path),
        day_span=published[1],
        expires=expires[0],
        expires_span=expires[1],
        files=_files(post, schemas),
        tags=_tags(data.get("tags"), generator),
        url=url,
        url_span=_url_span(post),
        aliases=_aliases(post),
        links=tuple(sorted(links, key=_place) if post.images else links),
        suppressions=tuple(suppressions),
    )


def _day(post: Post, keys: Sequence[str]) -> tuple[date | None, Span]:
    """The day that the first of some keys names, whose case does not matter, and where."""
    matter = post.front_matter
    if matter is not None and post.generator.reads_dates(post.site_path):
        written = {key.lower(): key for key in matter.data}
        for key in keys:
            value = matter.data.get(written.get(key, ""))
            day = post.generator.read_date(value) if isinstance(value, str) else None
            if day:
                return day, matter.span_of((written[key],))
    return None, Span(0, 0)


def _files(post: Post, schemas: Iterable[str]) -> tuple[FactLink, ...]:
    matter = post.front_matter
    if matter is None or not matter.data:
        return ()
    ignore_case = post.generator.keys_ignore_case
    found = [one for name in schemas for one in file_values(matter.data, load_schema(name), ignore_case)]
    return tuple(FactLink(text, matter.span_of(path)) for path, text in dict.fromkeys(found))


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _tags(value: Any, generator: Generator) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(generator.terms(value))
    return tuple(one for one in value if isinstance(one, str)) if isinstance(value, list) else ()


def _url_span(post: Post) -> Span:
    matter = post.front_matter
    if matter is not None:
        for key in ("permalink", "url", "path", "slug"):
            if (key,) in matter.spans:
                return matter.span_of((key,))
    return Span(0, 0)


def _aliases(post: Post) -> tuple[tuple[str, Span], ...]:
    """Hugo's and Zola's `aliases`, Jekyll's `redirect_from`."""
    matter = post.front_matter
    found: list[tuple[str, Span]] = []
    for key in ("aliases", "redirect_from"):
        value = post.data.get(key)
        if matter is None or not isinstance(value, list):
            continue
        found += [(one, matter.span_of((key, at))) for at, one in enumerate(value) if isinstance(one, str)]
    return tuple(found)
