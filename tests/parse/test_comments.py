"""Comments that configure rules."""

from __future__ import annotations

import pytest

from postlint.core.post import Post
from postlint.core.text import Source
from postlint.generators import get_generator
from postlint.parse import read_post


def post(text: str) -> Post:
    return read_post(Source("post.md", text), get_generator("none"))


def comment(configuration: str) -> str:
    return f"<!-- markdownlint-configure-file {configuration} -->\n"


def test_later_comments_override_key_by_key() -> None:
    text = comment('{"MD013": false, "MD009": true}') + "\ntext\n\n" + comment('{\n  "MD009": { "br_spaces": 3 }\n}')
    assert post(text).configuration == {"MD013": False, "MD009": {"br_spaces": 3}}


@pytest.mark.parametrize("configuration", ["{MD013: false}", "[1]", "", "1", '{"MD013": false'])
def test_comment_without_a_mapping_has_no_effect(configuration: str) -> None:
    assert post(comment(configuration)).configuration == {}


def test_comment_in_code_counts_as_in_markdownlint() -> None:
    off = comment('{"MD013": false}')
    assert post(f"```html\n{off}```\n").configuration == {"MD013": False}
    assert post(f"Write `{off.strip().upper()}`.\n".replace("FALSE", "false")).configuration == {"MD013": False}


def test_unclosed_comments_take_linear_time() -> None:
    assert post("<!-- markdownlint-configure-file " * 20_000).configuration == {}
