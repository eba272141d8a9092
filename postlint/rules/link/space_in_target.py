"""Space in a link's URL.

The page then shows the brackets and the URL as text. Write a space in a URL as `%20`. Reported only if the
generator's parser does not allow spaces in URLs; kramdown, Python-Markdown and Pandoc do.

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
_URL = re.compile(
    r"https?://\S|\.{0,2}/\S|.*\.(?:md|markdown|html?|pdf|png|jpe?g|gif|svg|webp|zip|txt|csv|mp[34])\Z", re.I
)
_SIZE = re.compile(r".* =\d*(?:x\d*)?\Z")
_PATH = re.compile(r".* \S*[/.]\S*\Z")


@post_rule(preset=RECOMMENDED, severity=ERROR, changes_html=True)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    if post.generator.markdown.spaces_in_link_targets or not _CANDIDATE.search(post.text, post.body_start):
        return
    for match in _TARGET.finditer(post.text, post.body_start):
        target, span = match[1], Span(*match.span(1))
        if not _URL.match(target) or _SIZE.match(target) or post.masked(span):
            continue
        if post.prose[span.start : span.end] != target:
            continue  # It is in code.
        fix = None
        if _PATH.match(target):
            fix = Fix("Replace spaces with `%20`", (Edit(span, target.replace(" ", "%20")),))
        yield Finding(f"space in the URL {quoted(target)}, so this is not a link; expected `%20`", span, fix)
