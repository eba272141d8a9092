"""Pelican's headers and Nikola's comments: blocks, values, positions, duplicate keys."""

from __future__ import annotations

import pytest

from postlint.parse.front_matter.headers import CommentHandler, HeadersHandler


@pytest.mark.parametrize(
    ("text", "block", "content"),
    [
        ("Title: a\nTags: b\n\nText\n", "Title: a\nTags: b", "Title: a\nTags: b\n"),
        ("---\nTitle: a\n---\nText\n", "---\nTitle: a\n---", "Title: a\n"),
        ("Title: a\n    more\nText\n", "Title: a\n    more", "Title: a\n    more\n"),
        ("---\ntags:\n  - a\n---\n", "---\ntags:\n  - a", "tags:\n  - a"),
    ],
)
def test_headers_end_with_the_first_other_line(text: str, block: str, content: str) -> None:
    spans = HeadersHandler().find(text, 0)
    assert spans is not None
    assert (text[slice(*spans.span)], text[slice(*spans.content)]) == (block, content)


def test_text_without_headers() -> None:
    assert HeadersHandler().find("Text\n", 0) is None
    assert CommentHandler().find("<!-- a comment -->\n", 0) is None


def test_values_of_headers_are_text_with_positions() -> None:
    content = 'Title: "Tea"\nSummary: one\n    two\nTags: a\n'
    document = HeadersHandler().read(content, 10)
    assert document.data == {"title": '"Tea"', "summary": "one\ntwo", "tags": "a"}
    spans = {path[0]: content[entry.value.start - 10 : entry.value.end - 10] for path, entry in document.spans.items()}
    assert spans == {"title": '"Tea"', "summary": "one\n    two", "tags": "a"}


def test_first_of_two_single_headers_counts_and_others_may_repeat() -> None:
    document = HeadersHandler().read("Tags: a\nTags: b\nTopic: c\nTopic: d\n")
    assert document.data == {"tags": "a", "topic": "d"}
    assert [duplicate.key for duplicate in document.duplicates] == ["Tags"]


def test_list_below_a_header_is_an_error() -> None:
    document = HeadersHandler().read("tags:\n  - a")
    assert document.error is not None
    assert "YAML list, which ends the headers" in str(document.error)


def test_comment_has_keys_without_values() -> None:
    text = "<!--\n.. title: Tea\n.. status:\n\n.. title: Soup\n-->\nText\n"
    handler = CommentHandler()
    block = handler.find(text, 0)
    assert block is not None
    assert block.closed
    document = handler.read(text[slice(*block.content)], block.content.start)
    assert document.data == {"title": "Soup", "status": None}
    assert [duplicate.key for duplicate in document.duplicates] == ["title"]
    assert text[slice(*document.spans["title",].value)] == "Soup"


def test_unclosed_comment_ends_with_its_last_key() -> None:
    text = "<!--\n.. title: Tea\nText\n"
    block = CommentHandler().find(text, 0)
    assert block is not None
    assert (block.closed, text[slice(*block.content)]) == (False, ".. title: Tea")
