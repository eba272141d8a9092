"""Info string that the site's Markdown cannot read.

kramdown, Jekyll's parser, reads a fence only with a single word after it: it renders ` ```python title="x" ` as text,
and the code below it as paragraphs. Use `{: title="x"}` below the block, or only the language. Python-Markdown
(Pelican, Nikola) also reads `hl_lines="1 2"` and attributes in braces, but no commas (` ```python,linenos `). MkDocs,
with pymdownx, also reads other options in quotes. Pandoc (Quarto) reads only braces.

~~~~markdown bad 1 generator=jekyll
```python title="app.py"
print("hello")
```
~~~~

~~~~markdown good generator=jekyll
```python
print("hello")
```
~~~~

~~~~markdown bad 1 generator=pelican
```python title="app.py"
print("hello")
```
~~~~

~~~~markdown good generator=pelican
```python hl_lines="1"
print("hello")
```
~~~~

~~~~markdown good
```python title="app.py"
print("hello")
```
~~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from postlint.code.languages import read_info
from postlint.core.messages import quoted
from postlint.core.rule import ERROR, RECOMMENDED, Finding, NoOptions, Post, post_rule


@post_rule(preset=RECOMMENDED, severity=ERROR)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    markdown = post.generator.markdown
    if markdown.fence_info_with_spaces:
        return
    for block in post.code_blocks:
        if block.kind != "fenced" or block.info_span is None or re.fullmatch(markdown.spaced_info, block.info):
            continue
        if post.masked(block.info_span):
            continue
        language = read_info(block.info).language or "text"
        message = f"{quoted(block.info)} is more than a language, so {markdown.name} renders the fence as text"
        yield Finding(f"{message}; expected only {quoted(language)}", block.info_span)
