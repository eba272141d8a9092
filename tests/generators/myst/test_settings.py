"""The settings of Sphinx with MyST-Parser."""

from __future__ import annotations

import pytest

from tests.support.site_settings import configured


@pytest.mark.parametrize(
    ("text", "links", "attributes"),
    [
        ("extensions = ['myst_parser']\n", False, False),
        ("myst_enable_extensions = ['linkify']\n", True, False),
        ("myst_enable_extensions = ['attrs_block']\n", False, True),
        ("myst_enable_extensions = extensions()\n", True, True),
        ("myst_enable_extensions = ['linkify', *MORE]\n", True, True),
    ],
)
def test_extensions(text: str, links: bool, attributes: bool) -> None:
    markdown = configured("myst", conf__py=text).markdown
    assert (markdown.bare_urls_link, markdown.attribute_lines) == (links, attributes)


def test_mystmd_has_no_such_settings() -> None:
    assert configured("myst", myst__yml="version: 1\n").markdown.bare_urls_link
