"""A code block's language is misspelt.

No highlighter knows the tag, so the page shows the block without colours. Tags that sites use for what nothing
colours (`text`, `tree`, `none`), and those of Pygments, Chroma, Rouge, Shiki, Prism and highlight.js, are known.
`report = "always"` also reports unknown tags that resemble no known one; list your own in `allow`.

~~~~markdown bad 1
```pyhton
print("hello")
```
~~~~

~~~~markdown fixed
```python
print("hello")
```
~~~~

~~~toml options
allow = ["pyhton"]
~~~

~~~~markdown good
```pyhton
print("hello")
```
~~~~
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from postlint.code.languages import is_common, is_known, read_info, suggestion
from postlint.core.body import CodeBlock
from postlint.core.messages import quoted
from postlint.core.rule import RECOMMENDED, WARNING, Edit, Finding, Fix, Post, Span, post_rule


@dataclass(frozen=True, slots=True)
class Options:
    report: Literal["misspelt", "always"] = "misspelt"
    """Report tags that are close to a known one, or every unknown tag."""
    allow: tuple[str, ...] = ()
    """Tags of your own, such as those of a plugin that draws diagrams."""


@post_rule(preset=RECOMMENDED, severity=WARNING, strict={"report": "always"}, changes_html=True)
def check(post: Post, options: Options) -> Iterator[Finding]:
    for block in post.code_blocks:
        if not block.info or block.info_span is None or _is_title(post, block):
            continue
        tag = read_info(block.info)
        name = tag.language
        if not name or is_common(name) or name in options.allow or name in post.generator.markdown.languages:
            continue
        meant = suggestion(name)
        if (meant is None and options.report == "misspelt") or is_known(name):
            continue
        place = Span(block.info_span.start + tag.start, block.info_span.start + tag.end)
        if meant is not None:
            fix = None
            if meant.certain and block.kind == "fenced" and post.source[place].lower() == name:
                fix = Fix(f"Change the tag to `{meant.language}`", (Edit(place, meant.language),))
            yield Finding(f"unknown language {quoted(name)}, did you mean `{meant.language}`?", place, fix)
        else:
            yield Finding(f"unknown language {quoted(name)}, expected one that a highlighter knows", place)


def _is_title(post: Post, block: CodeBlock) -> bool:
    """Whether the arguments are those of Hexo's `codeblock`, which begin with a title."""
    return (
        block.kind == "template"
        and block.fence is not None
        and "codeblock" in post.source[block.fence]
        and "lang:" not in block.info
    )
