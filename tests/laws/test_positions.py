"""Every view of a post stands at the text that it speaks of, in containers, after tabs and wide characters too."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.core.post import Post
from postlint.core.text import Source, Span
from postlint.generators import get_generator
from postlint.parse import read_post
from tests.support.markdown_texts import BLOCKS, TEXTS
from tests.support.positions import misplaced

TAGS = st.sampled_from(["{{ site.url }}", "{% include a.html %}", "{% highlight py %}\nx = 1\n{% endhighlight %}"])


def post(text: str, generator: str = "none") -> Post:
    return read_post(Source.decode("post.md", text.encode()), get_generator(generator))


@given(TEXTS)
def test_every_span_is_its_text(text: str) -> None:
    assert list(misplaced(post(text))) == []


@given(st.lists(BLOCKS | TAGS, min_size=1, max_size=5), st.sampled_from(["\n\n", "\n", " "]))
def test_masked_tags_move_nothing(blocks: list[str], between: str) -> None:
    read = post(between.join(blocks), "jekyll")
    assert len(read.masked_text) == len(read.text)
    assert [len(line) for line in read.masked_text.split("\n")] == [len(line) for line in read.text.split("\n")]
    assert list(misplaced(read)) == []


@given(st.text(alphabet="ab \n\t#>-*_`[]()!|:~$^<{}%\\1.é\u2028\x0c", max_size=80))
def test_any_text_is_read(text: str) -> None:
    for generator in ("none", "jekyll", "hugo", "zola"):
        read = post(text, generator)
        assert not [one for one in misplaced(read) if "lies outside" in one]
        assert len(read.prose) == len(read.text)


@pytest.mark.parametrize(
    ("text", "view", "spans"),
    [
        ("| `a` | `a` |\n|---|---|\n| `a` | `a` |\n", "inlines", [(2, 5), (8, 11), (26, 29), (32, 35)]),
        ("> - *x*\n>   *x*\n", "inlines", [(4, 7), (12, 15)]),
        ("-\t日本 `x`\n", "inlines", [(5, 8)]),
        ("| a \\| `b` | [c](d) |\n|---|---|\n", "links", [(13, 19)]),
        ("1. ```py\n   x\n   ```\n", "code_blocks", [(3, 20)]),
        ("> > # Deep #\n", "headings", [(4, 12)]),
    ],
)
def test_equal_texts_have_places_of_their_own(text: str, view: str, spans: list[tuple[int, int]]) -> None:
    assert [one.span for one in getattr(post(text).body, view)] == [Span(*span) for span in spans]


def test_a_list_in_a_quote_ends_with_its_last_item() -> None:
    post = read_post(Source("a.md", "> - one\n> - two\n>\n> text\n"), get_generator("none"))
    assert [(one.line, one.last_line) for one in post.lists] == [(1, 2)]
    assert [one.last_line for one in post.lists[0].items] == [1, 2]


def test_an_indented_prompt_makes_no_definition_list() -> None:
    post = read_post(Source("a.md", "Change it:\n\n    ~ % cd /tmp\n"), get_generator("none"))
    assert [one.kind for one in post.code_blocks] == ["indented"]
    assert [one.kind for one in post.body.blocks] == ["paragraph"]


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


def test_what_is_indented_below_an_admonition_or_a_tab_is_markdown() -> None:
    read = post(ADMONITION, "mkdocs")
    assert [(block.kind, block.line, block.code) for block in read.code_blocks] == [
        ("fenced", 4, "x = 1\n"),
        ("fenced", 10, "ls\n"),
        ("indented", 16, "code\n"),
    ]
    assert [(heading.text, heading.line) for heading in read.headings] == [("Inside", 2)]
    assert list(misplaced(read)) == []
    assert [block.kind for block in post(ADMONITION, "hugo").code_blocks] == ["indented", "indented"]


MARKED = """\
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


def test_lines_around_a_block_of_pymdownx_are_no_text() -> None:
    read = post(MARKED, "mkdocs")
    assert [(block.kind, block.line, block.code) for block in read.code_blocks] == [
        ("fenced", 7, "x = 1\n"),
        ("fenced", 16, "ls\n"),
    ]
    paragraphs = [(block.line, block.last_line) for block in read.body.blocks if block.kind == "paragraph"]
    assert paragraphs == [(1, 1), (11, 11), (13, 13)]
    assert list(misplaced(read)) == []
    assert [block.line for block in post("/// note\n///\n", "hugo").body.blocks] == [1]


def test_mdx_has_no_indented_code() -> None:
    text = "<Tabs>\n\n    ```py\n    x = 1\n    ```\n\n</Tabs>\n"
    source = Source.decode("post.mdx", text.encode())
    (block,) = read_post(source, get_generator("none")).code_blocks
    assert (block.kind, block.info, block.code) == ("fenced", "py", "x = 1\n")
