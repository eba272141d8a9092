"""Code blocks: each line of code is found in the file."""

from __future__ import annotations

import pytest

from tests.support.posts import read


@pytest.mark.parametrize(
    ("text", "kind", "info", "code"),
    [
        ("```py title\nx\ny\n```\n", "fenced", "py title", "x\ny\n"),
        ("> - ~~~\n>   x\n>     y\n>   ~~~\n", "fenced", "", "x\n  y\n"),
        ("- a\n\n      x\n\n      y\n", "indented", "", "x\n\ny\n"),
        ("```\nx", "fenced", "", "x\n"),
        ("```\n```\n", "fenced", "", ""),
        ("{% highlight py %}\nx\n{% endhighlight %}\n", "template", "py", "x\n"),
        ("```\n{{ x }}\n```\n", "fenced", "", "{{ x }}\n"),
    ],
)
def test_code_is_at_its_offsets(text: str, kind: str, info: str, code: str) -> None:
    (block,) = read(text, "jekyll").code_blocks
    assert (block.kind, block.info, block.code) == (kind, info, code)
    for line, offset in zip(code.splitlines(), block.offsets, strict=True):
        assert text.startswith(line, offset)


def test_fences_and_info_have_positions() -> None:
    text = ">  ````  py  \n> x\n> `````\n"
    (block,) = read(text).code_blocks
    spans = [block.fence, block.info_span, block.closing]
    assert [span and text[span.start : span.end] for span in spans] == ["````", "py", "`````"]
    assert (block.line, block.last_line, block.parents) == (1, 3, ("quote",))


def test_unclosed_fence_has_no_closing() -> None:
    (block,) = read("```\nx\n\n").code_blocks
    assert block.closing is None
