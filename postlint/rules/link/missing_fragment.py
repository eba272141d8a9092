"""Missing link fragment.

A link leads to a fragment that does not exist on its own page. `#part` refers to the element whose id is `part`. Each
generator makes the ids of headings from their texts in its own way, so a heading that was reworded has another id.
Posts that include other files are not checked. `report = "always"` compares with the ids that GitHub makes, under every
generator, as markdownlint does.

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
from urllib.parse import quote, unquote

from postlint.core.generator.markdown import HeadingIds
from postlint.core.messages import quoted
from postlint.core.rule import RECOMMENDED, WARNING, Edit, Finding, Fix, Post, ReportOptions, Span, post_rule
from postlint.generators.shared import slugs
from postlint.helpers.anchors import heading_texts, html_ids
from postlint.helpers.patterns import check_pattern, matches

_LINE = re.compile(r"L\d+(?:C\d+)?-L\d+(?:C\d+)?\Z|L\d+\Z")
_BRACED = re.compile(r"\{(#[a-z\d]+(?:[-_][a-z\d]+)*)\}")
_ATTRIBUTE = re.compile(
    r"\{[^{}\n]*?#([\w.:-]+)[^{}\n]*\}|\b(?:id|name)\s*=\s*[\"']?([^\"'\s>]+)|^\(([\w-]+)\)=", re.MULTILINE
)
_HASHES = re.compile(r"^[ \t>]*#{1,6}[ \t]*(.*?)[ \t#]*$|<h[1-6][^>]*>(.*?)</h", re.MULTILINE | re.IGNORECASE)
# `pymdownx.tabbed` with `slugify` gives ids to tabs.
_TAB = re.compile(r"^[ \t]*===[!+]{0,2}[ \t]+\"([^\"\n]+)\"", re.MULTILINE)
# Hugo's `autoDefinitionTermID` gives ids to defined terms.
_TERM = re.compile(r"^([^\s:|>][^\n]*)\n(?:[ \t]*\n)?:[ \t]", re.MULTILINE)
_HARMLESS = (
    r"(?:end)?(?:highlight|raw|comment|assign|capture|post_url|link|relref|ref|figure|youtube|gist|tweet|code)\b"
)
_INCLUDES = re.compile(
    rf"\{{%-?+\s*+(?!{_HARMLESS})|\{{\{{[<%]\s*+/?+\s*+(?!{_HARMLESS})|--8<--|^\{{!|^`{{3,}}\{{include\}}|^\{{\{{(?![<%])"
    r"|^:::[ \t]+(?:\w+\.\w|mkdocs-click)"  # mkdocstrings: each documented name gets an id
    r"|<!--[ \t]*@(?:include:|content\b)",  # VitePress
    re.MULTILINE,
)
# `markdown-toc` is kramdown's list for `{:toc}`, `user-content-` GitHub's prefix; a `+` is only in ids that hooks make.
_GENERATED = re.compile(r"top\Z|fn|cite|ref-|sec-|fig-|tbl-|eq-|_|!|/|:~:|tab|markdown-toc|user-content-|\+")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])|&(?:#\w+|\w+);")
_MYST = re.compile(r"^(?:`{3,}|:{3,})\{[a-z]|^\([\w/.-]+\)=", re.MULTILINE)
_INVISIBLE = re.compile("[\u200c\u200d\ufe0e\ufe0f]")
_NOT_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Options(ReportOptions):
    ignore_case: bool = False
    """Ignore case when comparing fragments with ids."""
    ignored_pattern: str = ""
    """A regular expression for fragments that are not checked."""

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
    ids = _github_ids(post) if always else _likely_ids(post, {unquote(fragment) for _, fragment, _ in targets})
    if ids is None:
        return
    ids_by_lower = {id_.lower(): id_ for id_ in reversed(ids)}
    ids_by_words = {_NOT_WORD.sub("", unquote(id_).lower()): id_ for id_ in reversed(ids)}
    for span, fragment, source in targets:
        if _LINE.match(fragment) or (options.ignored_pattern and matches(options.ignored_pattern, fragment)):
            continue
        decoded = quote(fragment, "!'()*~") if always else unquote(fragment)
        other = ids_by_lower.get(fragment.lower() if always else decoded.lower())
        # An unknown generator may ignore case.
        ignore_case = options.ignore_case or (not always and not post.generator.is_known)
        if decoded in ids or other == fragment or (ignore_case and other):
            continue
        if not always and (_GENERATED.match(fragment) or post.masked(span) or _INVISIBLE.sub("", decoded) in ids):
            continue
        other = other or ids_by_words.get(_NOT_WORD.sub("", unquote(fragment).lower()))
        message = f"missing fragment {quoted(fragment)} on this page"
        fix = None
        if other:
            message += f", did you mean {quoted(other)}?"
            fix = Fix(f"Link to `#{other}`", (Edit(source, f"#{other}"),), safe=False) if source else None
        yield Finding(message, span, fix)


def _targets(post: Post) -> Iterator[tuple[Span, str, Span | None]]:
    """The links and definitions with only a fragment: their span, the fragment, and the span of the target."""
    tabs = [heading.content for heading in post.headings if heading.text.endswith(")") and "(#tab/" in heading.text]
    for link in post.links:
        if link.target[:1] == "#" and link.kind == "inline" and len(link.target) > 1 and link.span not in tabs:
            yield link.span, _ESCAPE.sub(r"\1", link.target[1:]), link.target_span
    for definition in post.body.definitions:
        if definition.target[:1] == "#" and len(definition.target) > 1:
            yield definition.span, _ESCAPE.sub(r"\1", definition.target[1:]), None


def _github_ids(post: Post) -> dict[str, int]:
    """The ids as markdownlint makes them."""
    ids = {"top": 0}
    for heading, words in zip(post.headings, heading_texts(post), strict=True):
        slug = quote(slugs.github(words), "!'()*~")
        if slug:
            count = ids.get(slug, 0)
            if count:
                ids[f"{slug}-{count}"] = 0
            ids[slug] = count + 1
            for match in _BRACED.finditer(heading.text):
                ids.setdefault(match[1][1:], 1)
    ids.update((id_, 0) for id_ in html_ids(post))
    return ids


def _likely_ids(post: Post, fragments: AbstractSet[str]) -> dict[str, int] | None:
    """The ids of the page, with those of the alternative generator unless the links contradict them."""
    markdown = post.generator.markdown
    ids = _ids(post, markdown.heading_ids)
    if ids is None or markdown.alternative_heading_ids is None or fragments <= ids.keys():
        return ids
    others = _ids(post, markdown.alternative_heading_ids) or {}
    if any(fragment in ids and fragment not in others for fragment in fragments):
        return ids  # a link to an id that only the more likely generator makes
    return ids | others


def _ids(post: Post, make_ids: HeadingIds | None) -> dict[str, int] | None:
    """Each id that the generator may give to something on the page; None if they are unknown."""
    text = post.text
    if make_ids is None or post.generator.sources.is_partial(post.site_path):
        return None
    if _INCLUDES.search(text, post.body_start) or any(post.masked(heading.span) for heading in post.headings):
        return None
    if not post.generator.is_known and _MYST.search(text, post.body_start):
        return None  # ids of the whole site
    title = post.data.get("title")
    plain = [heading.plain for heading in post.headings]
    more = [match[1] or match[2] or "" for match in _HASHES.finditer(text, post.body_start)]
    if post.generator.markdown.indented_blocks and "===" in text:
        more += [match[1] for match in _TAB.finditer(text, post.body_start)]
    if "\n:" in text:
        more += [match[1] for match in _TERM.finditer(text, post.body_start)]
    heading_ids: Iterable[str | None] = [
        *make_ids(plain),
        *make_ids(heading_texts(post)),
        *make_ids([*more, str(title or "")]),
    ]
    ids: dict[str, int] = {}
    for id_ in heading_ids:
        if id_ is None:
            return None
        ids[id_] = ids[_INVISIBLE.sub("", id_)] = 0
    return ids | {match[1] or match[2] or match[3]: 0 for match in _ATTRIBUTE.finditer(text, post.body_start)}
