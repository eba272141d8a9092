"""Blocks of Python-Markdown with indented or delimited content."""

from __future__ import annotations

from postlint.core.post import Post
from postlint.core.text import Source
from postlint.generators import get_generator
from postlint.parse import read_post
from tests.support.positions import misplaced


def read(text: str, generator: str) -> Post:
    return read_post(Source("post.md", text), get_generator(generator))


ADMONITION = """\
!!! note "Read this"
    ## Inside

    ```python
    x = 1
    ```

    === "Linux"

        ```sh
        ls
        ```

After *it*.

    code
"""


def test_content_of_admonitions_and_tabs_is_markdown() -> None:
    post = read(ADMONITION, "mkdocs")
    assert [(block.kind, block.line, block.code) for block in post.code_blocks] == [
        ("fenced", 4, "x = 1\n"),
        ("fenced", 10, "ls\n"),
        ("indented", 16, "code\n"),
    ]
    assert [(heading.text, heading.line) for heading in post.headings] == [("Inside", 2)]
    assert list(misplaced(post)) == []
    assert [block.kind for block in read(ADMONITION, "hugo").code_blocks] == ["indented", "indented"]


DELIMITED = """\
Text
/// details | Read this
    type: warning
    open: true

## Inside
```python
x = 1
```
///
More text

- an item

    /// note
    ```sh
    ls
    ```
    ///
"""


def test_delimiter_lines_of_pymdownx_blocks_are_not_text() -> None:
    post = read(DELIMITED, "mkdocs")
    assert [(block.kind, block.line, block.code) for block in post.code_blocks] == [
        ("fenced", 7, "x = 1\n"),
        ("fenced", 16, "ls\n"),
    ]
    paragraphs = [(block.line, block.last_line) for block in post.body.blocks if block.kind == "paragraph"]
    assert paragraphs == [(1, 1), (11, 11), (13, 13)]
    assert list(misplaced(post)) == []
    assert [block.line for block in read("/// note\n///\n", "hugo").body.blocks] == [1]
