"""A template tag with a body has no end, or an end has no beginning.

The build fails: Jekyll wants `{% endhighlight %}` after `{% highlight %}`, Hugo a closing for every shortcode that
has a body, Zola an `{% end %}`. Tags are read in code, too, where the generator reads them there.

~~~markdown bad 3 generator=jekyll
Install it:

{% highlight sh %}
pip install coffee
~~~

~~~markdown good generator=jekyll
Install it:

{% highlight sh %}
pip install coffee
{% endhighlight %}
~~~

~~~markdown bad 7 generator=hugo
{{< note >}}
Take care.
{{< /note >}}

## Next

{{< note >}}
The end.
~~~

~~~markdown good generator=hugo
{{< note >}}
Take care.
{{< /note >}}

{{< figure src="cup.png" >}}
~~~
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from postlint.core.messages import quoted
from postlint.core.rule import ERROR, RECOMMENDED, Finding, NoOptions, Post, Span, post_rule


class _Blocks(NamedTuple):
    tag: re.Pattern[str]
    """Beginning of a tag; `end` if it closes one."""
    paired: re.Pattern[str]
    """Names of tags that always have a body."""
    worth_a_look: re.Pattern[str]
    """What a post has in which something may be amiss."""
    closing: str
    terminator: str


_BRACES = re.compile(r"\{%-?\s*(?P<end>end)?(?P<name>\w+)")
_SHORTCODE = re.compile(r"\{\{[<%]\s*(?P<end>/)?\s*(?P<name>[\w./-]+)")
_ZOLA = re.compile(r"\{%-?\s*(?:(?P<end>end)\b|(?P<name>\w+)\()")
_LIQUID_NAMES = r"if|unless|case|for|tablerow|capture|comment|raw|highlight"
_NUNJUCKS_NAMES = r"if|for|raw|codeblock|blockquote|quote|pullquote"
_BLOCKS: dict[str | None, _Blocks] = {
    syntax: _Blocks(tag, re.compile(names), re.compile(look), closing, terminator)
    for syntax, tag, names, look, closing, terminator in (
        ("liquid", _BRACES, _LIQUID_NAMES, rf"\{{%-?\s*(?:end|{_LIQUID_NAMES})", "{{% end{} %}}", "%}"),
        ("nunjucks", _BRACES, _NUNJUCKS_NAMES, rf"\{{%-?\s*(?:end|{_NUNJUCKS_NAMES})", "{{% end{} %}}", "%}"),
        ("zola", _ZOLA, r"\w+", r"\{%", "{{% end %}}", "%}"),
        ("hugo", _SHORTCODE, "highlight|details", r"\{\{[<%]\s*(?:/|highlight|details)", "{{{{< /{} >}}}}", "}}"),
        ("nikola", _SHORTCODE, "code", r"\{\{%\s*(?:/|code)", "{{{{% /{} %}}}}", "}}"),
    )
}
_OFF = (("render_with_liquid", False), ("templateEngineOverride", "md"), ("disableNunjucks", True))


@post_rule(preset=RECOMMENDED, severity=ERROR)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    if not post.masks or any(post.data.get(key) == value for key, value in _OFF):
        return
    blocks = _BLOCKS.get(post.generator.templates)
    if blocks is None or not blocks.worth_a_look.search(post.text, post.body_start):
        return
    tags = list(_tags(post, blocks))
    closed = {name for name, end, _ in tags if end}
    open_: list[tuple[str, Span]] = []
    waiting: Counter[str] = Counter()
    for name, end, span in tags:
        if not end:
            if name in closed or blocks.paired.fullmatch(name):
                open_.append((name, span))
                waiting[name] += 1
        elif not (waiting[name] if name else open_):
            yield Finding(f"{quoted(post.source[span])} closes nothing, expected its beginning above", span)
        else:
            while name and open_[-1][0] != name:
                waiting[open_[-1][0]] -= 1
                yield _unclosed(blocks, *open_.pop())
            waiting[open_.pop()[0]] -= 1
    for name, span in open_:
        yield _unclosed(blocks, name, span)


def _unclosed(blocks: _Blocks, name: str, span: Span) -> Finding:
    return Finding(f"{quoted(name)} is never closed, expected {quoted(blocks.closing.format(name))}", span)


def _tags(post: Post, blocks: _Blocks) -> Iterator[tuple[str, bool, Span]]:
    """Tags without a body of their own in the mask, in order: name, whether it closes, place."""
    text = post.text
    for span in post.masks:
        found = blocks.tag.match(text, *span)
        if found is None or text.find(blocks.terminator, span.start) + 2 < span.end:
            continue
        if text.endswith("/", span.start, span.end - 3) or text.endswith("/", span.start, span.end - 2):
            continue  # closes itself
        yield found["name"] or "", bool(found["end"]), span
