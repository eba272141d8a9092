"""The marks of a merge conflict are still in the text.

Git writes both sides of a conflict into the file. Left there, the page shows the marks and both versions; in front
matter, the post no longer parses. In code blocks they may be what the post is about, and are left alone.

~~~markdown bad 3
Boil the water.

<<<<<<< HEAD
Wait for three minutes.
=======
Wait for four minutes.
>>>>>>> longer
~~~

~~~markdown good
Boil the water.

Wait for four minutes.
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from postlint.core.rule import ERROR, RECOMMENDED, Finding, NoOptions, Post, Span, post_rule

_MARK = re.compile(r"^(?:<{7}(?: [^\n]+)?|={7}|>{7}(?: [^\n]+)?)$", re.MULTILINE)
_ONE_WORD = re.compile(r"[<>]{7} \S+(?: \([^\n]*\))?")


@post_rule(preset=RECOMMENDED, severity=ERROR, beyond_markdown=True)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    text = post.text
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return
    source = post.source
    marks = [one for one in _MARK.finditer(text) if source.line_number(one.start()) not in post.code_lines]
    index = 0
    while index < len(marks):
        kinds = "".join(one[0][0] for one in marks[index : index + 3])
        one = marks[index]
        span = Span(*one.span())
        if kinds == "<=>":
            last = source.line_number(marks[index + 2].start())
            yield Finding(f"conflict of a merge, down to line {last}, expected one of its sides", span)
            index += 3
            continue
        if _left_over(post, one):
            yield Finding(f"mark of a merge conflict: `{one[0][:7]}`", span)
        index += 1


def _left_over(post: Post, mark: re.Match[str]) -> bool:
    """Whether a mark that lost its others is one: no underline, no deep quote."""
    if _ONE_WORD.fullmatch(mark[0]) is None:
        return False
    neighbour = post.source.lines[max(post.source.line_number(mark.start()) - 2, 0)]
    return mark[0][0] == "<" or not neighbour.lstrip().startswith(">")
