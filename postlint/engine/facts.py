"""A post -> the facts that site rules need of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from operator import attrgetter

from postlint.core.post import Post
from postlint.core.site import FactLink, PostFacts, Suppression
from postlint.core.text import Span
from postlint.schema import load_schema
from postlint.schema.file_fields import file_values

_span = attrgetter("span")


def facts_of(post: Post, site_root: str, suppressions: Sequence[Suppression], schemas: Iterable[str] = ()) -> PostFacts:
    """The facts of a post. The URL of a link that touches a template tag is unknown, so the link is skipped.

    `schemas` are the schemas that its front matter is checked against.
    """
    data = post.data
    generator = post.generator
    links = [FactLink(link.target, link.target_span) for link in post.links]
    links += [FactLink(image.target, image.target_span, True) for image in post.images]
    if post.masks:
        links = [link for link in links if not post.masked(link.span)]
    published, expires = _day(post, generator.dates.publish_keys), _day(post, generator.dates.expiry_keys)
    return PostFacts(
        path=post.path,
        site_path=post.site_path,
        site_root=site_root,
        generator=generator.name,
        draft=generator.front_matter.is_draft(post.site_path, data),
        day=published[0] or generator.dates.from_file_name(post.site_path),
        day_span=published[1],
        expires=expires[0],
        expires_span=expires[1],
        files=_files(post, schemas),
        url=generator.urls.page_url(post.site_path, data),
        url_span=_url_span(post),
        aliases=_aliases(post),
        links=tuple(sorted(links, key=_span) if post.images else links),
        suppressions=tuple(suppressions),
    )


def _day(post: Post, keys: Sequence[str]) -> tuple[date | None, Span]:
    """The day of the first of some keys that has one, ignoring case, and its position."""
    front_matter, dates = post.front_matter, post.generator.dates
    if front_matter is not None and dates.used_for(post.site_path):
        spellings = {key.lower(): key for key in front_matter.data}
        for key in keys:
            value = front_matter.data.get(spellings.get(key, ""))
            day = dates.parse(value) if isinstance(value, str) else None
            if day:
                return day, front_matter.span_of((spellings[key],))
    return None, Span(0, 0)


def _files(post: Post, schemas: Iterable[str]) -> tuple[FactLink, ...]:
    front_matter = post.front_matter
    if front_matter is None or not front_matter.data:
        return ()
    ignore_case = post.generator.front_matter.keys_ignore_case
    files = [file for name in schemas for file in file_values(front_matter.data, load_schema(name), ignore_case)]
    return tuple(FactLink(target, front_matter.span_of(path)) for path, target in dict.fromkeys(files))


def _url_span(post: Post) -> Span:
    front_matter = post.front_matter
    if front_matter is not None:
        for key in post.generator.urls.keys:
            if (key,) in front_matter.spans:
                return front_matter.span_of((key,))
    return Span(0, 0)


def _aliases(post: Post) -> tuple[tuple[str, Span], ...]:
    front_matter = post.front_matter
    aliases: list[tuple[str, Span]] = []
    for key in post.generator.urls.alias_keys:
        values = post.data.get(key)
        if front_matter is None or not isinstance(values, list):
            continue
        aliases += [
            (alias, front_matter.span_of((key, index))) for index, alias in enumerate(values) if isinstance(alias, str)
        ]
    return tuple(aliases)
