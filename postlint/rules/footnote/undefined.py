"""Undefined footnote.

The page shows `[^label]` as text, and the note is missing.

~~~markdown bad 1
It took four hours.[^1]

[^2]: On a laptop.
~~~

~~~markdown good
It took four hours.[^1]

[^1]: On a laptop.
~~~

Only certain footnotes are reported: numbers, and words in a post that defines footnotes. `[^abc]` may be part of a
regular expression.

~~~markdown good
A pattern such as [^abc] takes any other letter.
~~~

kramdown and Pandoc read a definition right below a paragraph as part of the paragraph.

~~~markdown bad 1 generator=jekyll
It took four hours.[^1]
[^1]: On a laptop.
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from postlint.core.messages import backticked, quoted
from postlint.core.rule import ERROR, RECOMMENDED, Finding, NoOptions, Post, Span, post_rule
from postlint.helpers.lines import are_text

_NUMBER = re.compile(r"\d{1,3}\Z")
_WORD = re.compile(r"[^\W_][\w.:-]*\w\Z|\d{1,3}\Z")
_RANGE = re.compile(r"\w-\w\Z|(?:\w-\w){2,}\Z")
_DEFINITION = re.compile(r"\[\^([^\[\]\n]+)\]:")
_INCLUDE = re.compile(r"\{%-?\s*include\w*\s+\S*(?:\.md|\.markdown|link|ref|note|abbr)|\{\{%|--8<--|\{\{<\s*include")


@post_rule(preset=RECOMMENDED, severity=ERROR, partials=False)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    references = post.body.footnote_references
    if not references:
        return
    source, text_lines = post.source, _lines_of_text(post)
    definitions = [
        note for note in post.body.footnote_definitions if source.line_number(note.span.start) not in text_lines
    ]
    defined = {note.label.casefold() for note in definitions}
    missing = [reference for reference in references if reference.label.casefold() not in defined]
    if not missing or _INCLUDE.search(post.text, post.body_start):
        return
    # Anything that this generator's parser may read as a definition.
    matches = _DEFINITION.finditer(post.text, post.body_start)
    labels = [(match[1], source.line_number(match.start())) for match in matches]
    perhaps_defined = {label for label, line in labels if line not in text_lines}
    in_paragraph = {label for label, line in labels if line in text_lines}
    for reference in missing:
        label, span = reference.label, reference.span
        certain = _NUMBER.match(label) or (
            _WORD.match(label) and not _RANGE.match(label) and (definitions or _follows_text(post, span))
        )
        if not certain or post.text[span.end : span.end + 1] in ("*", "+", "{") or post.masked(span):
            continue
        if label not in perhaps_defined:
            definition = backticked(f"[^{label}]: ...")
            expected = f"a blank line above {definition}" if label in in_paragraph else f"a line {definition}"
            yield Finding(f"undefined footnote {quoted(label)}, expected {expected}", span)


def _lines_of_text(post: Post) -> frozenset[int]:
    """The lines right below a paragraph if this generator's parser continues the paragraph there in any case."""
    if post.generator.markdown.footnote_interrupts_paragraph:
        return frozenset()
    return frozenset(
        block.last_line + 1
        for block in post.body.blocks
        if block.kind == "paragraph" and not block.container and not post.masked(block.span)
        if are_text(post.source.lines[block.line - 1 : block.last_line])
    )


def _follows_text(post: Post, span: Span) -> bool:
    """Whether a reference is right after a word, as footnotes are; `[^abc]` in a regular expression is not."""
    before, after = post.text[max(span.start - 1, 0) : span.start], post.text[span.end : span.end + 1]
    return (before.isalnum() or before in tuple(".,;:!?)”*_")) and (not after or after in " \n\t.,;:!?)")
