"""Template tag in code.

Jekyll runs Liquid, and Hugo and Zola run shortcodes, before Markdown is read, in code as well: readers see the result
or nothing, or the build fails. Values of the site and page (`{{ site.url }}`) are assumed to be intended.

~~~~markdown bad 2 generator=jekyll
```yaml
token: ${{ secrets.TOKEN }}
```
~~~~

~~~~markdown good generator=jekyll
{% raw %}
```yaml
token: ${{ secrets.TOKEN }}
```
{% endraw %}
~~~~

~~~~markdown bad 2 generator=hugo
```markdown
{{< figure src="x.png" >}}
```
~~~~

~~~~markdown good generator=hugo
```markdown
{{</* figure src="x.png" */>}}
```
~~~~
"""

from __future__ import annotations

from collections.abc import Iterator

from postlint.core.messages import quoted
from postlint.core.rule import STRICT, WARNING, Finding, NoOptions, Post, Span, post_rule


@post_rule(preset=STRICT, severity=WARNING)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    templates = post.generator.templates
    tags = templates.in_code if templates else None
    if tags is None or ("{{" not in post.text and "{%" not in post.text):
        return
    raw = [match.span() for match in tags.raw.finditer(post.text)] if tags.raw else []
    for block in post.code_blocks:
        if block.kind == "indented":
            continue
        for match in tags.tag.finditer(block.code):
            line = block.code.count("\n", 0, match.start()) + 1
            start = block.offset_of(line, match.start() - block.code.rfind("\n", 0, match.start()))
            if any(first <= start < last for first, last in raw):
                continue
            message = f"template tag {quoted(match[0])} in code is run by {post.generator.title}, {tags.escape}"
            yield Finding(message, Span(start, start + len(match[0])))
            break
