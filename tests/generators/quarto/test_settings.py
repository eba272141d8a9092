"""The settings of Quarto."""

from __future__ import annotations

import pytest

from postlint.core.generator import Generator
from postlint.generators import get_generator
from tests.support.site_settings import configured

DEFAULT = get_generator("quarto")


def site(text: str) -> Generator:
    return configured("quarto", _quarto__yml=text)


@pytest.mark.parametrize("text", ["project: {type: website}\n", "format: html\n", "format: {html: {toc: true}}\n"])
def test_usual_reader(text: str) -> None:
    assert site(text) == DEFAULT


@pytest.mark.parametrize("text", ["from: gfm\n", "format: {html: {from: markdown-smart}}\n", "format: [\n"])
def test_other_readers_are_unknown(text: str) -> None:
    markdown = site(text).markdown
    assert markdown.heading_ids is None
    assert markdown.heading_interrupts_paragraph
