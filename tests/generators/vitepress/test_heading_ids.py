"""The ids of headings, as VitePress 1.6.4 made them."""

from __future__ import annotations

import unicodedata

import pytest

from postlint.generators.vitepress.heading_ids import HEADING_IDS, HEADING_IDS_OF_COPIES, decomposed_slug, slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What's new in 1.2?", "what-s-new-in-1-2"),
        ("1. Crème & foo_bar", "_1-creme-foo-bar"),
        ("emoji :tada: x", "emoji-x"),
        ("{{ $x }} y", "x-y"),
        ("Foo (a|b)", "foo-a-b"),
        ("a – b — c… «x»", "a-–-b-—-c-«x»"),
        ("x{.cls}", "x"),
        ("a { b }", "a"),
        ("Ü ß İ 日本", "u-ß-i-日本"),
        ("!!!", ""),
    ],
)
def test_ids(text: str, expected: str) -> None:
    assert slug(text) == unicodedata.normalize("NFC", expected)


def test_repeated_headings_are_numbered() -> None:
    assert list(HEADING_IDS(["foo-1", "foo", "foo"]))[:3] == ["foo-1", "foo", "foo-2"]


def test_letters_are_decomposed() -> None:
    assert decomposed_slug("한국어") == unicodedata.normalize("NFKD", "한국어")


def test_own_id_replaces_the_one_from_the_text() -> None:
    assert "tea" not in HEADING_IDS(["Tea {#hot-water}"])


def test_copies_of_slugify() -> None:
    ids = HEADING_IDS_OF_COPIES(["Tests (Vue 2)"])
    assert {"tests-vue-2", "Tests-Vue-2-"} <= set(ids)
