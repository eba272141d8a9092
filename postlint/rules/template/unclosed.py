"""Unclosed template tag.

A template tag with a body is not closed, or a closing tag closes nothing. The build fails: Jekyll needs
`{% endhighlight %}` after `{% highlight %}`, Hugo a closing tag for every shortcode with a body, Zola an `{% end %}`.
Tags in code count too if the generator runs them there.

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

from collections import Counter
from collections.abc import Iterator

from postlint.core.generator.templates import BlockTags, TemplateDialect
from postlint.core.messages import quoted
from postlint.core.rule import ERROR, STRICT, Finding, NoOptions, Post, Span, post_rule
from postlint.helpers.spans import inline_spans, inside


@post_rule(preset=STRICT, severity=ERROR)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    templates = post.generator.templates
    if not post.masks or templates is None or templates.blocks is None or templates.are_off(post.data):
        return
    blocks = templates.blocks
    if not blocks.candidates.search(post.text, post.body_start):
        return
    tags = list(_tags(post, templates, blocks))
    closed = {name for name, is_closing, _ in tags if is_closing}
    open_tags: list[tuple[str, Span]] = []
    open_count: Counter[str] = Counter()
    for name, is_closing, span in tags:
        if not is_closing:
            if name in closed or blocks.always_closed.fullmatch(name):
                open_tags.append((name, span))
                open_count[name] += 1
        elif not (open_count[name] if name else open_tags):
            yield Finding(f"closing tag {quoted(post.source[span])} without an opening tag", span)
        else:
            while name and open_tags[-1][0] != name:
                open_count[open_tags[-1][0]] -= 1
                yield _unclosed(blocks, *open_tags.pop())
            open_count[open_tags.pop()[0]] -= 1
    for name, span in open_tags:
        yield _unclosed(blocks, name, span)


def _unclosed(blocks: BlockTags, name: str, span: Span) -> Finding:
    return Finding(f"unclosed tag {quoted(name)}, expected `{blocks.closing_tag.format(name)}`", span)


def _tags(post: Post, templates: TemplateDialect, blocks: BlockTags) -> Iterator[tuple[str, bool, Span]]:
    """Tags whose body is not masked with them, in order: name, whether it is a closing tag, position."""
    text = post.text
    code_spans = () if templates.run_in_code_spans else inline_spans(post, "code")
    for span in post.masks:
        match = blocks.tag.match(text, *span)
        if match is None or inside(code_spans, span.start):
            continue
        if not match["end"] and templates.assigns(match["name"] or "", text[span.start : span.end]):
            continue
        if text.find(blocks.terminator, span.start) + 2 < span.end:
            continue
        if text.endswith("/", span.start, span.end - 3) or text.endswith("/", span.start, span.end - 2):
            continue  # closes itself
        yield match["name"] or "", bool(match["end"]), span
