"""Properties of front matter under every generator, for any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.core.text import Source
from postlint.generators import GENERATORS, get_generator
from postlint.parse import read_post

PIECES = (
    "---", "----", "+++", ";;;", "...", "<!--", "-->", ".. ", "\n", "\n\n", " ", "    ", "\t", "title", "Date", "tags:",
    ": ", ":", " = ", "- a", "[a, b]", '"x"', "'", "{", "}", "#", "2024-01-20", "{{ x }}", "{% x %}", "é", "```",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


@given(st.sampled_from(GENERATORS), TEXTS)
def test_any_text_is_read_and_every_span_is_inside_it(name: str, text: str) -> None:
    post = read_post(Source("posts/a.md", text), get_generator(name))
    assert 0 <= post.body_start <= len(text)
    assert len(post.masked_text) == len(text)
    spans = [problem.span for problem in post.front_matter_problems]
    if post.front_matter:
        spans += [post.front_matter.span, post.front_matter.content, post.front_matter.opening]
        spans += [span for pair in post.front_matter.spans.values() for span in pair if span]
    assert all(0 <= start <= end <= len(text) for start, end in spans)


KEY = st.text("abcXYZ-_", min_size=1, max_size=8)
VALUE = st.text("abc \"'[]:,#é", max_size=12).map(str.strip)


@given(st.dictionaries(KEY.map(str.lower), VALUE, min_size=1, max_size=5))
def test_headers_are_found_at_their_spans(data: dict[str, str]) -> None:
    text = "".join(f"{key}: {value}\n" for key, value in data.items()) + "\nBody"
    post = read_post(Source("a.md", text), get_generator("pelican"))
    assert post.front_matter
    assert dict(post.data) == data
    assert all(post.source[post.front_matter.span_of((key,))] == value for key, value in data.items())
    assert all(post.source[post.front_matter.key_span_of((key,))] == key for key in data)


@given(st.dictionaries(KEY, VALUE, min_size=1, max_size=5))
def test_comments_are_found_at_their_spans(data: dict[str, str]) -> None:
    text = "<!--\n" + "".join(f".. {key}: {value}\n" for key, value in data.items()) + "-->\n\nBody"
    post = read_post(Source("a.md", text), get_generator("nikola"))
    assert post.front_matter
    assert dict(post.data) == {key: value or None for key, value in data.items()}
    assert all(post.source[post.front_matter.span_of((key,))] == value for key, value in data.items())


@pytest.mark.parametrize("name", GENERATORS)
@given(value=st.none() | st.booleans() | st.integers() | TEXTS | st.lists(TEXTS, max_size=2))
def test_facts_accept_any_value(name: str, value: object) -> None:
    generator = get_generator(name)
    for key in (*generator.dates.keys, "tags", "draft", "published", "status"):
        problems = (
            generator.dates.problem(value, str(value)),
            generator.front_matter.value_problem(key, value, str(value)),
        )
        assert all(problem is None or problem.message for problem in problems)
        hidden = generator.front_matter.published_draft("_posts/2024-01-20-a.md", {key: value}, lambda _: str(value))
        assert hidden is None or hidden.key == key
    assert isinstance(generator.front_matter.is_draft("posts/a.md", {"status": value, "draft": value}), bool)
