"""Posts: what is read when, and the text as rules see it."""

from __future__ import annotations

from postlint.core.post import Post
from postlint.core.text import Span
from tests.support.posts import read


def test_body_is_parsed_on_first_use() -> None:
    post = read("---\ntitle: Tea\n---\n\n# Tea\n")
    assert post.data == {"title": "Tea"}
    assert not post.body_is_read
    assert [heading.plain for heading in post.headings] == ["Tea"]
    assert post.body_is_read


def test_view_is_computed_once() -> None:
    calls = []

    def view(post: Post) -> str:
        calls.append(post)
        return post.text

    post = read("text\n")
    assert [post.cached(view), post.cached(view)] == ["text\n"] * 2
    assert calls == [post]


def test_prose_has_only_text_at_its_offsets() -> None:
    text = (
        "---\ntitle: Tea\n---\n\n# Tea `code`\n\nSee [it](u.md) ![alt](i.png) <b>now</b>\n\n```\ncode\n```\n\n"
        "<p>html</p>\n\n<https://example.org>\n\n[a]: b.md\n"
    )
    post = read(text)
    assert len(post.prose) == len(text)
    assert all(prose in (character, " ") for prose, character in zip(post.prose, text, strict=True))
    assert post.prose.split() == ["#", "Tea", "See", "[it", "now"]


def test_masked_span_touches_a_template_tag() -> None:
    post = read("a {{ b }} c\n", "jekyll")
    assert [post.masked(Span(*span)) for span in ((0, 2), (0, 3), (4, 5), (8, 9), (9, 11))] == [
        False, True, True, True, False
    ]  # fmt: skip
    assert post.masked_text == "a xxxxxxx c\n"


def test_code_lines_include_fences() -> None:
    assert read("a\n\n```\nb\n```\n\n    c\n").code_lines == {3, 4, 5, 7}


def test_post_is_one_to_its_generator() -> None:
    assert read("", "jekyll", "_posts/2024-01-20-tea.md").is_post
    assert not read("", "jekyll", "about.md").is_post


def test_mdx_and_qmd_are_not_only_markdown() -> None:
    assert [read("", path=path).full_markdown for path in ("a.md", "a.mdx", "a.qmd")] == [True, False, False]
