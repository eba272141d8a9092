"""Code holds an HTML entity, such as `&lt;`.

Code is shown as it is written: readers see `&lt;` where `<` was meant. It happens when a page's source is pasted
into a block. Strings and comments may hold entities, and languages that have them are left alone.

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

_MEANT = {"&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"'}
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
    if not any(entity in post.text for entity in _MEANT):
        return
    for block in post.code_blocks:
        if not block.info or not any(map(block.code.__contains__, _MEANT)) or language(block.info) not in _LANGUAGES:
            continue
        found = list(_TOKEN.finditer(block.code))
        if any(token["tag"] for token in found):
            continue
        for token in found:
            if entity := token["entity"]:
                line = block.code.count("\n", 0, token.start()) + 1
                start = block.offset_of(line, token.start() - block.code.rfind("\n", 0, token.start()))
                span = Span(start, start + len(entity))
                meant = _MEANT[entity]
                fix = Fix(f"Replace `{entity}` by `{meant}`", (Edit(span, meant),), safe=False)
                yield Finding(f"`{entity}` is shown as it is in code, expected `{meant}`", span, fix)
