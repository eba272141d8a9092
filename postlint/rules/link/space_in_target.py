"""A link's address has a space in it, so there is no link.

The page shows the brackets and the address as text. A space is written `%20` in an address. Only where the
generator's parser ends an address at a space: kramdown, Python-Markdown and Pandoc do not.

~~~markdown bad 1 2
Read [the notes](files/tasting notes.pdf) and look at
![the cup](img/my cup.png).
~~~

~~~markdown fixed
Read [the notes](files/tasting%20notes.pdf) and look at
![the cup](img/my%20cup.png).
~~~

~~~markdown good
Read [the notes](<files/tasting notes.pdf> "My notes") and [x](see above).
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from postlint.core.messages import quoted
from postlint.core.rule import ERROR, RECOMMENDED, Edit, Finding, Fix, NoOptions, Post, Span, post_rule

_CANDIDATE = re.compile(r"\]\( ?[^\s()]++ +[^\s()\"']")
_TARGET = re.compile(r"\]\( ?([^\s()<>{}\"'\[\]]+(?: +[^\s()<>{}\"'\[\]]+)+)(?: +(?:\"[^\"\n]*\"|'[^'\n]*'))? *\)")
_ADDRESS = re.compile(
    r"https?://\S|\.{0,2}/\S|.*\.(?:md|markdown|html?|pdf|png|jpe?g|gif|svg|webp|zip|txt|csv|mp[34])\Z", re.I
)
_SIZE = re.compile(r".* =\d*(?:x\d*)?\Z")
_PATH = re.compile(r".* \S*[/.]\S*\Z")


@post_rule(preset=RECOMMENDED, severity=ERROR, changes_html=True)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    if post.generator.markdown.spaces_in_link_targets or not _CANDIDATE.search(post.text, post.body_start):
        return
    for found in _TARGET.finditer(post.text, post.body_start):
        target, span = found[1], Span(*found.span(1))
        if not _ADDRESS.match(target) or _SIZE.match(target) or post.masked(span):
            continue
        if post.prose[span.start : span.end] != target:
            continue  # code
        fix = None
        if _PATH.match(target):
            fix = Fix("Write the spaces as %20", (Edit(span, target.replace(" ", "%20")),))
        yield Finding(f"address {quoted(target)} has a space, so this is no link: expected `%20`", span, fix)
