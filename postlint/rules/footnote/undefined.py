"""A footnote is referred to that nothing defines.

The page shows `[^label]` as text, and what the note was to say is not there.

~~~markdown bad 1
It took four hours.[^1]

[^2]: On a laptop.
~~~

~~~markdown good
It took four hours.[^1]

[^1]: On a laptop.
~~~

Only what is certainly a footnote counts: a number, or, in a post that defines footnotes, a word. `[^abc]` may be a
part of a regular expression.

~~~markdown good
A pattern such as [^abc] takes any other letter.
~~~

kramdown and Pandoc take a definition right below text for more of the text.

~~~markdown bad 1 generator=jekyll
It took four hours.[^1]
[^1]: On a laptop.
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from postlint.core.messages import quoted
from postlint.core.rule import ERROR, RECOMMENDED, Finding, NoOptions, Post, Span, post_rule
from postlint.helpers.lines import are_text

_NUMBER = re.compile(r"\d{1,3}\Z")
_WORD = re.compile(r"[^\W_][\w.:-]*\w\Z|\d{1,3}\Z")
_RANGE = re.compile(r"\w-\w\Z|(?:\w-\w){2,}\Z")
_DEFINITION = re.compile(r"\[\^([^\[\]\n]+)\]:")
_INCLUDE = re.compile(r"\{%-?\s*include\w*\s+\S*(?:\.md|\.markdown|link|ref|note|abbr)|\{\{%|--8<--|\{\{<\s*include")


@post_rule(preset=RECOMMENDED, severity=ERROR)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    references = post.body.footnote_references
    if not references:
        return
    source, text_lines = post.source, _lines_of_text(post)
    definitions = [
        one for one in post.body.footnote_definitions if source.line_number(one.span.start) not in text_lines
    ]
    defined = {note.label.casefold() for note in definitions}
    missing = [one for one in references if one.label.casefold() not in defined]
    if not missing or post.generator.sources.is_partial(post.site_path) or _INCLUDE.search(post.text, post.body_start):
        return
    # where this generator's parser may see a definition
    found = [(one[1], source.line_number(one.start())) for one in _DEFINITION.finditer(post.text, post.body_start)]
    seen = {label for label, line in found if line not in text_lines}
    glued = {label for label, line in found if line in text_lines}
    for one in missing:
        certain = _NUMBER.match(one.label) or (
            _WORD.match(one.label) and not _RANGE.match(one.label) and (definitions or _follows_text(post, one.span))
        )
        if not certain or post.text[one.span.end : one.span.end + 1] in ("*", "+", "{") or post.masked(one.span):
            continue
        if one.label not in seen:
            line = quoted(f"[^{one.label}]: ...")
            expected = f"a blank line above {line}" if one.label in glued else f"a line {line}"
            yield Finding(f"no footnote {quoted(one.label)}, expected {expected}", one.span)


def _lines_of_text(post: Post) -> frozenset[int]:
    """The lines right below a paragraph, which in this generator's parser go on with it whatever they look like."""
    if post.generator.markdown.footnote_interrupts_paragraph:
        return frozenset()
    return frozenset(
        one.last_line + 1
        for one in post.body.blocks
        if one.kind == "paragraph" and not one.container and not post.masked(one.span)
        if are_text(post.source.lines[one.line - 1 : one.last_line])
    )


def _follows_text(post: Post, span: Span) -> bool:
    """Whether a reference stands as footnotes do, right after a word; a regular expression's `[^abc]` does not."""
    before, after = post.text[max(span.start - 1, 0) : span.start], post.text[span.end : span.end + 1]
    return (before.isalnum() or before in tuple(".,;:!?)”*_")) and (not after or after in " \n\t.,;:!?)")
