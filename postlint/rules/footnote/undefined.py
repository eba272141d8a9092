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
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from postlint.core.rule import ERROR, RECOMMENDED, Finding, NoOptions, Post, Span, post_rule
from postlint.core.words import quoted

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
    definitions = post.body.footnote_definitions
    defined = {note.label.casefold() for note in definitions}
    missing = [one for one in references if one.label.casefold() not in defined]
    if not missing or post.generator.is_partial(post.site_path) or _INCLUDE.search(post.text, post.body_start):
        return
    seen = set(_DEFINITION.findall(post.text, post.body_start))  # where this generator's parser may see one
    for one in missing:
        certain = _NUMBER.match(one.label) or (
            _WORD.match(one.label) and not _RANGE.match(one.label) and (definitions or _follows_text(post, one.span))
        )
        if not certain or post.text[one.span.end : one.span.end + 1] in ("*", "+", "{") or post.masked(one.span):
            continue
        if one.label not in seen:
            yield Finding(
                f"no footnote {quoted(one.label)}, expected a line {quoted(f'[^{one.label}]: ...')}", one.span
            )


def _follows_text(post: Post, span: Span) -> bool:
    """Whether a reference stands as footnotes do, right after a word; a regular expression's `[^abc]` does not."""
    before, after = post.text[max(span.start - 1, 0) : span.start], post.text[span.end : span.end + 1]
    return (before.isalnum() or before in tuple(".,;:!?)”*_")) and (not after or after in " \n\t.,;:!?)")
