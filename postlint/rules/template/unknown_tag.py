"""A template tag is none that the site has.

Most generators stop at a tag or shortcode that they do not know, some print nothing. The configuration names those
of the site and its plugins; the generator's own are known.

~~~toml options
known = ["youtube"]
~~~

~~~markdown bad 3 generator=jekyll
{% youtube dQw4w9WgXcQ %}

{% yuotube dQw4w9WgXcQ %}
~~~

~~~markdown good generator=jekyll
{% if page.video %}
{% youtube dQw4w9WgXcQ %}
{% endif %}
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from postlint.core.generator import TemplateSyntax
from postlint.core.messages import quoted
from postlint.core.rule import ERROR, OPT_IN, Finding, Post, Span, post_rule
from postlint.core.spelling import suggestion

_LIQUID = (
    "assign break capture case comment continue cycle decrement echo else elsif for if include increment layout liquid"
    " raw render tablerow unless when"
)
_OWN: dict[str, str] = {
    "jekyll": f"{_LIQUID} highlight include_relative link post_url",
    "eleventy": f"{_LIQUID} renderTemplate",
    "forem": f"{_LIQUID} agora asciinema codepen codesandbox collapsible cta details devcomment dotnetfiddle embed"
    " gist github glitch instagram jsfiddle jsitor katex kotlin link listing loom medium nexttech"
    " organization parler podcast poll reddit replit runkit slideshare soundcloud speakerdeck spoiler spotify"
    " stackblitz stackery stackexchange stackoverflow tag tweet twitch user vimeo wikipedia youtube",
    "hexo": "asset_img asset_link asset_path blockquote code codeblock else elseif elif extends for gist iframe if img"
    " import include include_code include-code jsfiddle link macro post_link post_path pullquote quote raw set url_for"
    " video vimeo youtube",
    "hugo": "comment details figure gist highlight instagram param qr ref relref tweet twitter vimeo x youtube",
    "nikola": "chart code doc emoji gist listing media post-list raw soundcloud thumbnail vimeo youtube",
    "quarto": "brand contents embed include kbd lipsum meta pagebreak placeholder env var version video",
    "pelican": "img b64img include_code notebook youtube vimeo video audio gram giphy speakerdeck soundcloud tweet"
    " literal graphviz diag",
}
_BRACES = re.compile(r"\{%-?\s*(?:end(?=\w))?([\w-]+)")
_SHORTCODE = re.compile(r"\{\{[<%]\s*/?\s*([\w./-]+)")
_ZOLA = re.compile(r"\{[{%]-?\s*(?!end\b)(\w+)\(")
_TAGS: dict[TemplateSyntax | None, re.Pattern[str]] = {
    "liquid": _BRACES, "nunjucks": _BRACES, "pelican": _BRACES,
    "hugo": _SHORTCODE, "nikola": _SHORTCODE, "quarto": _SHORTCODE, "zola": _ZOLA,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Options:
    known: tuple[str, ...] = ()
    """The tags or shortcodes of this site, of its theme and plugins."""


@post_rule(preset=OPT_IN, severity=ERROR)
def check(post: Post, options: Options) -> Iterator[Finding]:
    pattern = _TAGS.get(post.generator.templates)
    if pattern is None or not post.masks:
        return
    known = {*options.known, *_OWN.get(post.generator.name, "").split()}
    for span in post.masks:
        found = pattern.match(post.text, *span)
        if found and found[1] not in known:
            name = Span(*found.span(1))
            yield Finding(
                f"no template tag {quoted(found[1])}{suggestion(found[1], known) or ', expected a known one'}", name
            )
