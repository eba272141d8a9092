"""The span of every part of a post covers its text, also in containers, after tabs and after wide characters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from postlint.core.post import Post
from postlint.core.text import Source
from postlint.generators import get_generator
from postlint.parse import read_post
from tests.support.markdown_texts import BLOCKS, TEMPLATE_TAGS, TEXTS
from tests.support.positions import misplaced


def read(text: str, generator: str = "none") -> Post:
    return read_post(Source.decode("post.md", text.encode()), get_generator(generator))


@given(TEXTS)
def test_markdown(text: str) -> None:
    assert list(misplaced(read(text))) == []


@given(st.lists(BLOCKS | TEMPLATE_TAGS, min_size=1, max_size=5), st.sampled_from(["\n\n", "\n", " "]))
def test_markdown_with_masked_template_tags(blocks: list[str], between: str) -> None:
    post = read(between.join(blocks), "jekyll")
    assert len(post.masked_text) == len(post.text)
    assert [len(line) for line in post.masked_text.split("\n")] == [len(line) for line in post.text.split("\n")]
    assert list(misplaced(post)) == []


@given(st.text(alphabet="ab \n\t#>-*_`[]()!|:~$^<{}%\\1.é\u2028\x0c", max_size=80))
def test_any_characters(text: str) -> None:
    for generator in ("none", "jekyll", "hugo", "zola"):
        post = read(text, generator)
        assert [problem for problem in misplaced(post) if "outside of the text" in problem] == []
        assert len(post.prose) == len(post.text)
