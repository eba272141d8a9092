"""Random posts with valid front matter, of several generators and formats."""

from __future__ import annotations

import json
from typing import Any

import yaml
from hypothesis import strategies as st

from postlint.core.post import Post
from postlint.core.text import Source
from postlint.generators import get_generator
from postlint.parse import read_post

PATHS = {
    "jekyll": "_posts/2024-01-20-tea.md",
    "hugo": "content/posts/tea.md",
    "zola": "content/posts/tea.md",
    "docusaurus": "blog/2024-01-20-tea.md",
    "none": "tea.md",
}
FORMATS = {
    "jekyll": ["yaml", "flow"],
    "hugo": ["yaml", "flow", "toml", "json"],
    "zola": ["yaml", "toml"],
    "docusaurus": ["yaml", "flow"],
    "none": ["yaml", "toml"],
}

WORDS = st.text("abc é日😀", min_size=1, max_size=12).map(lambda text: f"x{text.strip()}")
DATES = st.dates().map(lambda day: f"{day.year:04}-{day.month:02}-{day.day:02}")
KNOWN: dict[str, st.SearchStrategy[Any]] = {
    "title": WORDS,
    "description": WORDS | st.just('It\'s "fine": a # b\nand so on'),
    "date": DATES,
    "draft": st.booleans(),
    "slug": st.just("tea"),
    "weight": st.integers(1, 99),
    "aliases": st.lists(st.just("/old/"), max_size=2),
}
CUSTOM = st.dictionaries(
    st.text("qwxz", min_size=6, max_size=8),
    st.recursive(WORDS | st.booleans() | st.integers(), lambda inner: st.lists(inner, max_size=2)),
    max_size=3,
)


@st.composite
def posts(draw: st.DrawFn) -> tuple[str, str, str]:
    """A generator, a front matter format (`flow` is YAML in flow style) and the text of a post."""
    generator = draw(st.sampled_from(sorted(PATHS)))
    keys = draw(st.lists(st.sampled_from(sorted(KNOWN)), min_size=1, unique=True))
    # Docusaurus has no such keys.
    data = {key: draw(KNOWN[key]) for key in keys if generator != "docusaurus" or key not in ("aliases", "weight")}
    items = [*data.items(), *draw(CUSTOM).items()]
    draw(st.randoms(use_true_random=False)).shuffle(items)
    format_ = draw(st.sampled_from(FORMATS[generator]))
    return generator, format_, text_of(dict(items), format_)


def text_of(data: dict[str, Any], format_: str) -> str:
    """The text of a post with this front matter."""
    if format_ == "json":
        return json.dumps(data, indent=2, ensure_ascii=False) + "\n\nBody.\n"
    if format_ == "toml":
        lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in data.items()]
        return f"+++\n{''.join(lines)}+++\n\nBody.\n"
    content = yaml.safe_dump(data, default_flow_style=format_ == "flow", allow_unicode=True, sort_keys=False)
    return f"---\n{content}---\n\nBody.\n"


def read(generator: str, text: str) -> Post:
    """Read a post at a path where the generator publishes it as a post."""
    path = PATHS[generator]
    return read_post(Source(path, text), get_generator(generator), path)
