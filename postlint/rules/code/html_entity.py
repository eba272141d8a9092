"""HTML entity in code.

Code is shown as it is written, so readers see `&lt;` instead of `<`. It happens when the source of a page is pasted
into a block. Strings and comments may contain entities, and so may code in languages that have them.

~~~~markdown bad 2
```js
for (let i = 0; i &lt; n; i++) {}
```
~~~~

~~~~markdown fixed
```js
for (let i = 0; i < n; i++) {}
```
~~~~

~~~~markdown good
```html
<p>1 &lt; 2</p>
```
~~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from postlint.code.languages import language
from postlint.core.rule import ERROR, RECOMMENDED, Edit, Finding, Fix, NoOptions, Post, Span, post_rule

_CHARACTERS = {"&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"'}
_LANGUAGES = frozenset(
    {
        *("bash", "c", "c#", "c++", "cpp", "cs", "csharp", "css", "dart", "go", "golang", "java", "javascript", "js"),
        *("json", "kotlin", "lua", "php", "py", "python", "python3", "r", "rb", "ruby", "rs", "rust", "scala", "sh"),
        *("shell", "sql", "swift", "toml", "ts", "typescript", "zsh"),
    }
)
_TOKEN = re.compile(
    r"\"\"\"[\s\S]*?(?:\"\"\"|\Z)|'''[\s\S]*?(?:'''|\Z)|`[^`]*(?:`|\Z)|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'"
    r"|//[^\n]*|\#[^\n]*|/\*[\s\S]*?(?:\*/|\Z)|(?P<tag></?[A-Za-z][^\n]*>)|(?P<entity>&(?:lt|gt|amp|quot);)"
)


@post_rule(preset=RECOMMENDED, severity=ERROR, changes_html=True)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    if not any(entity in post.text for entity in _CHARACTERS):
        return
    for block in post.code_blocks:
        if (
            not block.info
            or not any(map(block.code.__contains__, _CHARACTERS))
            or language(block.info) not in _LANGUAGES
        ):
            continue
        tokens = list(_TOKEN.finditer(block.code))
        if any(token["tag"] for token in tokens):
            continue
        for token in tokens:
            if entity := token["entity"]:
                line = block.code.count("\n", 0, token.start()) + 1
                start = block.offset_of(line, token.start() - block.code.rfind("\n", 0, token.start()))
                span = Span(start, start + len(entity))
                character = _CHARACTERS[entity]
                fix = Fix(f"Replace `{entity}` with `{character}`", (Edit(span, character),), safe=False)
                yield Finding(f"HTML entity `{entity}` in code, expected `{character}`", span, fix)
