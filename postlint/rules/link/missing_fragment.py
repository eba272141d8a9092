"""A link leads to a place in its own page that is not there.

`#part` means the element whose id is `part`. The ids of headings are made from their texts, by each generator in its
own way; a heading that was reworded has another id. Nothing is said of posts that include other files.

~~~markdown bad 1
See [below](#instalation).

## Installation
~~~

~~~markdown good
See [below](#installation), and the [table](#prices).

## Installation

<table id="prices"></table>
~~~

~~~markdown bad 1
See [below](#set_up).

## Set up
~~~

~~~markdown fixed
See [below](#set-up).

## Set up
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote, unquote

from postlint.core.generator import Anchors
from postlint.core.messages import quoted
from postlint.core.rule import RECOMMENDED, WARNING, Edit, Finding, Fix, Post, Span, post_rule
from postlint.generators.shared import slugs
from postlint.helpers.anchors import heading_texts, html_ids
from postlint.helpers.patterns import check_pattern, matches

_LINE = re.compile(r"L\d+(?:C\d+)?-L\d+(?:C\d+)?\Z|L\d+\Z")
_BRACED = re.compile(r"\{(#[a-z\d]+(?:[-_][a-z\d]+)*)\}")
_ATTRIBUTE = re.compile(
    r"\{[^{}\n]*?#([\w.:-]+)[^{}\n]*\}|\b(?:id|name)\s*=\s*[\"']?([^\"'\s>]+)|^\(([\w-]+)\)=", re.MULTILINE
)
_HASHES = re.compile(r"^[ \t>]*#{1,6}[ \t]*(.*?)[ \t#]*$|<h[1-6][^>]*>(.*?)</h", re.MULTILINE | re.IGNORECASE)
_TERM = re.compile(r"^([^\s:|>][^\n]*)\n(?:[ \t]*\n)?:[ \t]", re.MULTILINE)  # Hugo's `autoDefinitionTermID` gives ids
_HARMLESS = (
    r"(?:end)?(?:highlight|raw|comment|assign|capture|post_url|link|relref|ref|figure|youtube|gist|tweet|code)\b"
)
_INCLUDES = re.compile(
    rf"\{{%-?+\s*+(?!{_HARMLESS})|\{{\{{[<%]\s*+/?+\s*+(?!{_HARMLESS})|--8<--|^\{{!|^`{{3,}}\{{include\}}|^\{{\{{(?![<%])"
    r"|^:::[ \t]+(?:\w+\.\w|mkdocs-click)",  # of mkdocstrings: each documented name gets an id
    re.MULTILINE,
)
_MADE = re.compile(r"top\Z|fn|cite|ref-|sec-|fig-|tbl-|eq-|_|!|/|:~:|tab")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])|&(?:#\w+|\w+);")
_MYST = re.compile(r"^(?:`{3,}|:{3,})\{[a-z]|^\([\w/.-]+\)=", re.MULTILINE)
_INVISIBLE = re.compile("[\u200c\u200d\ufe0e\ufe0f]")
_NOT_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Options:
    report: Literal["broken", "always"] = "broken"
    """`broken`: what is certainly missing on this generator's page. `always`: by GitHub's ids, everywhere."""
    ignore_case: bool = False
    """Take upper and lower case for the same."""
    ignored_pattern: str = ""
    """Leave fragments alone in which this pattern is found."""

    def __post_init__(self) -> None:
        if self.ignored_pattern:
            check_pattern(self.ignored_pattern, "ignored-pattern")


@post_rule(
    preset=RECOMMENDED, severity=WARNING, aliases=("MD051", "link-fragments"), markdownlint={"report": "always"},
    changes_html=True,
)  # fmt: skip
def check(post: Post, options: Options) -> Iterator[Finding]:
    targets = list(_targets(post))
    if not targets:
        return
    always = options.report == "always"
    ids = _github_ids(post) if always else _ids_that_links_mean(post, {unquote(one[1]) for one in targets})
    if ids is None:
        return
    lower = {one.lower(): one for one in reversed(ids)}
    alike = {_NOT_WORD.sub("", unquote(one).lower()): one for one in reversed(ids)}
    for span, fragment, place in targets:
        if _LINE.match(fragment) or (options.ignored_pattern and matches(options.ignored_pattern, fragment)):
            continue
        spelt = quote(fragment, "!'()*~") if always else unquote(fragment)
        other = lower.get(fragment.lower() if always else spelt.lower())
        ignore_case = options.ignore_case or (not always and post.generator.name == "none")
        if spelt in ids or other == fragment or (ignore_case and other):
            continue
        if not always and (_MADE.match(fragment) or post.masked(span) or _INVISIBLE.sub("", spelt) in ids):
            continue
        other = other or alike.get(_NOT_WORD.sub("", unquote(fragment).lower()))
        message = f"nothing here has the id {quoted(fragment)}"
        fix = None
        if other:
            message += f", did you mean {quoted(other)}?"
            fix = Fix(f"Link to `#{other}`", (Edit(place, f"#{other}"),), safe=False) if place else None
        yield Finding(message, span, fix)


def _targets(post: Post) -> Iterator[tuple[Span, str, Span | None]]:
    """The links and definitions of fragments: span, fragment, and where it is written."""
    tabs = [one.content for one in post.headings if one.text.endswith(")") and "(#tab/" in one.text]
    for link in post.links:
        if link.target[:1] == "#" and link.kind == "inline" and len(link.target) > 1 and link.span not in tabs:
            yield link.span, _ESCAPE.sub(r"\1", link.target[1:]), link.target_span
    for one in post.body.definitions:
        if one.target[:1] == "#" and len(one.target) > 1:
            yield one.span, _ESCAPE.sub(r"\1", one.target[1:]), None


def _github_ids(post: Post) -> dict[str, int]:
    """As markdownlint makes them."""
    found = {"top": 0}
    for heading, words in zip(post.headings, heading_texts(post), strict=True):
        slug = quote(slugs.github(words), "!'()*~")
        if slug:
            count = found.get(slug, 0)
            if count:
                found[f"{slug}-{count}"] = 0
            found[slug] = count + 1
            for one in _BRACED.finditer(heading.text):
                found.setdefault(one[1][1:], 1)
    found.update((one, 0) for one in html_ids(post))
    return found


def _ids_that_links_mean(post: Post, targets: AbstractSet[str]) -> dict[str, int] | None:
    ids, perhaps = _ids(post, post.generator.anchors), post.generator.alternative_anchors
    if ids is None or perhaps is None or targets <= ids.keys():
        return ids
    others = _ids(post, perhaps) or {}
    if any(one in ids and one not in others for one in targets):
        return ids  # a link to what only the likelier generator makes
    return ids | others


def _ids(post: Post, make: Anchors | None) -> dict[str, int] | None:
    """Each id that the generator may give to something here; None where that cannot be told."""
    text = post.text
    if make is None or post.generator.is_partial(post.site_path) or _INCLUDES.search(text, post.body_start):
        return None
    if any(post.masked(one.span) for one in post.headings):
        return None
    if post.generator.name == "none" and _MYST.search(text, post.body_start):
        return None  # ids of the whole site
    title = post.data.get("title")
    plain = [one.plain for one in post.headings]
    more = [one[1] or one[2] or "" for one in _HASHES.finditer(text, post.body_start)]
    if "\n:" in text:
        more += [one[1] for one in _TERM.finditer(text, post.body_start)]
    made: Iterable[str | None] = [*make(plain), *make(heading_texts(post)), *make([*more, str(title or "")])]
    found: dict[str, int] = {}
    for one in made:
        if one is None:
            return None
        found[one] = found[_INVISIBLE.sub("", one)] = 0
    return found | {one[1] or one[2] or one[3]: 0 for one in _ATTRIBUTE.finditer(text, post.body_start)}
