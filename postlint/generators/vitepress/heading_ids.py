"""The ids that VitePress gives headings: markdown-it-anchor with the `slugify` of @mdit-vue/shared; run."""

from __future__ import annotations

import re
import unicodedata

from postlint.generators.shared import slugs

_EMOJI = re.compile(r":[\w+-]+:")
# Those with an id replace the one from the text.
_ATTRIBUTES = re.compile(r"\s*\{[^{}#\n]+\}\s*\Z")


def slug(text: str) -> str:
    """VitePress 2. Emoji shortcodes have no text, and attributes at the end are not a part of the heading.

    >>> slug("New :tada: things {.wide}"), slug("What's `{{ x }}`?")
    ('new-things', 'what-s-x')
    """
    return slugs.vue(_EMOJI.sub("", _ATTRIBUTES.sub("", text)))


def decomposed_slug(text: str) -> str:
    """VitePress 1, whose ids are not composed: links that are copied from its pages have them.

    >>> len(slug("ガ")), len(decomposed_slug("ガ"))
    (1, 2)
    """
    return unicodedata.normalize("NFD", slug(text))


def _copy(*, keep_case: bool, keep_hyphens: bool) -> slugs.Slug:
    return lambda text: slugs.vue(_ATTRIBUTES.sub("", text), keep_case=keep_case, keep_hyphens=keep_hyphens)


HEADING_IDS = slugs.heading_ids(slug, decomposed_slug, slugs.vue)
"""`slugs.vue` for headings whose braces or colons are text."""

HEADING_IDS_OF_COPIES = slugs.heading_ids(
    slug,
    decomposed_slug,
    *(_copy(keep_case=case, keep_hyphens=hyphens) for case in (False, True) for hyphens in (False, True)),
)
"""Those of sites with a shorter copy of `slugify`, such as Pinia's and Vue Router's."""
