"""Template tags are masked before Markdown is read."""

from __future__ import annotations

from postlint.core.text import Source
from postlint.generators import get_generator
from postlint.parse import read_post


def test_text_after_self_closed_shortcode_is_read() -> None:
    text = "{{< code-toggle config=a />}}\n\nSee [this](b.md).\n\n{{< code-toggle >}}\na = 1\n{{< /code-toggle >}}\n"
    post = read_post(Source.decode("a.md", text.encode()), get_generator("hugo"))
    assert [link.target for link in post.links] == ["b.md"]
    assert "a = 1" not in post.masked_text
