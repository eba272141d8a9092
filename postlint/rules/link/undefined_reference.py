"""A reference link names a label that nothing defines.

`[text][label]` takes its address from a line `[label]: address`. Where there is none, the page shows the brackets
as text.

~~~markdown bad 1
See [the manual][docs] first.

[manual]: https://example.org/manual
~~~

~~~markdown good
See [the manual][docs] first.

[docs]: https://example.org/manual
~~~

Right below text, such a line goes on with the text and defines nothing; only for Python-Markdown and Redcarpet it does.

~~~markdown bad 1 generator=hugo
See [the manual][docs] first.
[docs]: https://example.org/manual
~~~

Of brackets that may be meant as they stand, such as `words[1][2]`, nothing is said; neither of labels that a
documentation tool looks up (`[text][package.Class]`, in plain Markdown), nor where the post includes others.

~~~markdown good
The first letter is words[0][0], says [`split`][str.split].
~~~
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from postlint.core.body import Reference
from postlint.core.messages import quoted
from postlint.core.rule import ERROR, RECOMMENDED, Finding, Post, Span, post_rule
from postlint.helpers.lines import are_text

_SHORTCUT = re.compile(r"(?<![\]\\!])!?\[(?P<label>[^\[\]\n]{1,999})\](?!\[)")
_DIRECTIVE = re.compile(r":[^\W_](?:[\w-]*[^\W_])?\Z")
_FAR = 99
_DEFINITION = re.compile(r"^[ \t>]*\[([^\[\]\n]+)\]:[ \t]*\S", re.MULTILINE)
_MYST_TARGET = re.compile(r"[ \t]*\(\S+\)=")
_SPACE = re.compile(r"\s+")
_CODE_LABEL = re.compile(r"`|[\w)]?[.:]{1,2}\w|\w+\(\)\Z|__")
_CODE = re.compile(r"(?<!`)(`+)[^`]+\1|<[^<>]+>")
_IMAGE = re.compile(r"!\[[^\[\]]*\](?:\([^()]*\)|\[[^\[\]]*\])?")
_BRACKETS = re.compile(r"(?<!\\)\[")
_INCLUDE = re.compile(
    r"\{%-?\s*include\w*\s+\S*(?:\.md|\.markdown|link|ref|note|abbr)|\{\{%|--8<--|^\{!|\{\{<\s*include|^```\{include\}",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Options:
    report: Literal["broken", "always"] = "broken"
    """Report what is certainly meant as a link; or each `[text][label]` that is not one."""
    ignored_labels: tuple[str, ...] = ("x",)
    """Labels to leave alone: by default `[ ][x]`, a task."""
    shortcut_syntax: bool = False
    """Report `[label]` alone, too, which may be nothing but text in brackets."""


@post_rule(
    preset=RECOMMENDED,
    severity=ERROR,
    aliases=("MD052", "reference-links-images"),
    markdownlint={"report": "always"},
)
def check(post: Post, options: Options) -> Iterator[Finding]:
    found = post.body.undefined_references
    if options.shortcut_syntax:
        found = (*(one for one in found if not _is_code(post, one)), *_shortcuts(post))
    if not found or (options.report == "broken" and _resolved_elsewhere(post)):
        return
    ignored = {_key(label) for label in options.ignored_labels}
    defined = {definition.key.lower() for definition in post.body.definitions}
    defined.update(f"^{note.label.lower()}" for note in post.body.footnote_definitions)
    glued: set[str] = set()
    if options.report == "broken":  # a generator's parser may see definitions that CommonMark's does not
        for label, is_text in _lines(post):
            (glued if is_text else defined).add(label)
    for one in _innermost(found):
        key = _key(one.label)
        if not key or key.endswith("\\") or key in ignored or key in defined or post.masked(one.span):
            continue
        if _is_meant(post, one, key) if options.report == "broken" else _is_counted(post, one):
            line = quoted(f"[{key}]: address")
            expected = f"a blank line above {line}" if key in glued else f"a line {line}"
            yield Finding(f"nothing defines the label {quoted(key)}, expected {expected}", one.span)


def _lines(post: Post) -> Iterator[tuple[str, bool]]:
    """The labels of all lines that look like definitions, and whether a line is certainly a paragraph's text."""
    paragraphs = [one.span for one in post.body.blocks if one.kind == "paragraph" and not one.container]
    if post.generator.markdown.definition_interrupts_paragraph:
        paragraphs = []
    for match in _DEFINITION.finditer(post.text, post.body_start):
        at = bisect_right(paragraphs, (match.start(),)) - 1  # the last that begins above
        within = at >= 0 and match.start() < paragraphs[at].end
        yield _key(match[1]), within and _is_text(post, paragraphs[at], match.start())


def _is_text(post: Post, paragraph: Span, start: int) -> bool:
    """Whether a line within a paragraph follows lines that are nothing else in any parser."""
    lines = post.text[post.text.rfind("\n", 0, paragraph.start) + 1 : start].splitlines()
    if not lines or not are_text(lines) or any(map(_MYST_TARGET.match, lines)):
        return False
    return not post.masked(Span(paragraph.start, start))


def _key(label: str) -> str:
    return _SPACE.sub(" ", label.strip()).lower()


def _resolved_elsewhere(post: Post) -> bool:
    """Whether a documentation tool looks labels up, or definitions may come from other files."""
    if post.generator.labels_defined_elsewhere:
        return True
    if post.generator.labels_in_documented_code and any(
        _CODE_LABEL.search(one.label) for one in post.body.undefined_references if " " not in one.label
    ):
        return True
    return post.generator.is_partial(post.site_path) or _INCLUDE.search(post.text, post.body_start) is not None


def _shortcuts(post: Post) -> Iterator[Reference]:
    for match in _SHORTCUT.finditer(post.prose):
        label, span = match["label"], Span(*match.span())
        directive = _DIRECTIVE.search(post.text, max(span.start - _FAR, 0), span.start)  # `:name[label]`
        if label.strip() and not label.startswith("^") and not directive:  # the prose has no `]` after a link's text
            yield Reference(label, "shortcut", span, match[0].startswith("!"))
    for one in post.body.undefined_references:
        if _is_code(post, one):
            yield Reference(one.label, "shortcut", Span(one.span.end - len(one.label) - 2, one.span.end), image=False)
    for note in post.body.footnote_references:
        yield Reference(f"^{note.label}", "shortcut", note.span, image=False)


def _innermost(found: Iterable[Reference]) -> list[Reference]:
    """Without those that hold another one, and those that begin within one: `[a][b][c]`."""
    kept: list[Reference] = []
    for one in sorted(found, key=lambda one: one.span):
        if kept and one.span.start < kept[-1].span.end:
            if one.span.end >= kept[-1].span.end:
                continue
            kept.pop()
        kept.append(one)
    return kept


def _text(post: Post, one: Reference) -> str:
    return post.source[one.span].removeprefix("!")[1 : -3 if one.kind == "collapsed" else -len(one.label) - 3]


def _is_code(post: Post, one: Reference) -> bool:
    """Whether a text is only code, tags or nothing: markdownlint then takes the label that follows for a shortcut."""
    return one.kind == "full" and not _CODE.sub("", _text(post, one)).strip()


def _is_counted(post: Post, one: Reference) -> bool:
    """As markdownlint does: a text that is only code or tags, or has brackets in it, makes no reference."""
    text = _IMAGE.sub("x", _CODE.sub("", _text(post, one)))
    return one.kind == "shortcut" or (text.strip() != "" and _BRACKETS.search(text) is None)


def _is_meant(post: Post, one: Reference, key: str) -> bool:
    text, (start, end) = post.text, one.span
    before, after = text[start - 1 : start], text[end : end + 1]
    if not one.image and (before.isalnum() or before in tuple("_[])`") or after in ("[", "]")):
        return False
    return not key.startswith("^") and not (key.isdecimal() and _text(post, one).strip().isdecimal())
