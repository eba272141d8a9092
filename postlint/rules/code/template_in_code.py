"""Code shows a template tag that the generator will run.

Jekyll runs Liquid, and Hugo and Zola run shortcodes, before Markdown is read, in code too: readers see the result,
or nothing, or the build fails. Values of the site and page (`{{ site.url }}`) are taken to be meant.

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

import re
from collections.abc import Iterator

from postlint.core.generator import TemplateSyntax
from postlint.core.messages import quoted
from postlint.core.rule import STRICT, WARNING, Finding, NoOptions, Post, Span, post_rule

# Hexo runs none in code; what Nikola and Pelican run there depends on the site.
_TAGS: dict[TemplateSyntax | None, re.Pattern[str]] = {
    "liquid": re.compile(
        r"\{\{(?!-?\s*(?:site|page|include|post)\.)[^\n{}]*\}\}"
        r"|\{%(?!-?\s*(?:(?:end)?raw\b|include|link\b|post_url\b|(?:end)?highlight\b))[^\n{}]*%\}"
    ),
    "hugo": re.compile(r"\{\{<(?!\s*/\*)[^\n{}]*>\}\}|\{\{%(?!\s*/\*)[^\n{}]*%\}\}"),
    "quarto": re.compile(r"(?<!\{)\{\{<(?!\s*/\*)[^\n{}]*>\}\}(?!\})"),
    "zola": re.compile(r"\{\{-?\s*\w+\([^\n{}]*\)\s*-?\}\}|\{%-?\s*\w+\([^\n{}]*\)\s*-?%\}"),
}
_RAW = re.compile(r"\{%-?\s*raw\s*-?%\}(?:(?!\{%-?\s*endraw\b)[\s\S])*")
_ESCAPES: dict[TemplateSyntax | None, str] = {
    "liquid": "wrap the code in `{% raw %}` and `{% endraw %}`",
    "hugo": "write it as `{{</* ... */>}}`",
    "quarto": "write it as `{{{< ... >}}}`",
    "zola": "write it as `{{/* ... */}}` or `{%/* ... */%}`",
}


@post_rule(preset=STRICT, severity=WARNING)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    syntax = post.generator.templates
    if syntax not in _TAGS or ("{{" not in post.text and "{%" not in post.text):
        return
    raw = [found.span() for found in _RAW.finditer(post.text)] if syntax == "liquid" else []
    for block in post.code_blocks:
        if block.kind == "indented":
            continue
        for found in _TAGS[syntax].finditer(block.code):
            line = block.code.count("\n", 0, found.start()) + 1
            start = block.offset_of(line, found.start() - block.code.rfind("\n", 0, found.start()))
            if any(first <= start < last for first, last in raw):
                continue
            yield Finding(
                f"{quoted(found[0])} is run by {post.generator.title} before it is shown, {_ESCAPES[syntax]}",
                Span(start, start + len(found[0])),
            )
            break
