"""Jekyll's Liquid tags (jekyll/lib/jekyll/tags)."""

from __future__ import annotations

from postlint.generators.shared.liquid import LIQUID, LIQUID_TAGS

TEMPLATES = LIQUID._replace(
    known_tags=LIQUID_TAGS | {"highlight", "include_relative", "link", "post_url"},
    switches=(("render_with_liquid", False),),
)
