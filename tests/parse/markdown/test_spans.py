"""Images in raw HTML."""

from __future__ import annotations

from postlint.core.text import Source
from postlint.generators import get_generator
from postlint.parse import read_post


def test_images_in_html_comments_are_not_read() -> None:
    text = '<div>\n<!-- <img src="a.png"> -->\n<img src="b.png">\n</div>\n\n<!-- <img src="c.png">\n\n-->\n'
    post = read_post(Source.decode("a.md", text.encode()), get_generator("none"))
    assert [image.target for image in post.images] == ["b.png"]
