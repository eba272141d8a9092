"""Unknown code block language.

No highlighter knows the language, so the page shows the block without colors. The languages of Pygments, Chroma, Rouge,
Shiki, Prism and highlight.js are known, and tags that sites use for text without highlighting (`text`, `tree`, `none`).
By default, only misspelled languages are reported.

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
    report: Literal["misspelled", "always"] = "misspelled"
    """`misspelled`: only tags that are close to a known one. `always`: every unknown tag."""
    allow: tuple[str, ...] = ()
    """Additional known tags, such as those of a plugin that draws diagrams."""


@post_rule(preset=RECOMMENDED, severity=WARNING, strict={"report": "always"}, changes_html=True)
def check(post: Post, options: Options) -> Iterator[Finding]:
    languages = post.generator.markdown.languages
    if languages is None:
        return
    for block in post.code_blocks:
        if not block.info or block.info_span is None or _is_title(post, block):
            continue
        tag = read_info(block.info)
        name = tag.language.removeprefix(".") if post.generator.markdown.dotted_languages else tag.language
        if not name or is_common(name) or name in options.allow or name in languages:
            continue
        known = suggestion(name)
        if (known is None and options.report == "misspelled") or is_known(name):
            continue
        span = Span(block.info_span.start + tag.start, block.info_span.start + tag.end)
        if known is not None:
            fix = None
            if known.certain and block.kind == "fenced" and post.source[span].lower() == name:
                fix = Fix(f"Change to {quoted(known.language)}", (Edit(span, known.language),))
            yield Finding(f"unknown language {quoted(name)}, did you mean {quoted(known.language)}?", span, fix)
        else:
            yield Finding(f"unknown language {quoted(name)}, expected one that a highlighter knows", span)


def _is_title(post: Post, block: CodeBlock) -> bool:
    """Whether the info is that of Hexo's `codeblock` tag, which begins with a title instead of a language."""
    return (
        block.kind == "template"
        and block.fence is not None
        and "codeblock" in post.source[block.fence]
        and "lang:" not in block.info
    )
