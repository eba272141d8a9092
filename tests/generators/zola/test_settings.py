"""The settings of Zola."""

from __future__ import annotations

import pytest

from postlint.core.generator import Generator
from postlint.generators import get_generator
from tests.support.site_settings import configured

DEFAULT = get_generator("zola")


def site(text: str) -> Generator:
    return configured("zola", zola__toml=text)


@pytest.mark.parametrize(("anchors", "known"), [('"on"', True), ('"safe"', True), ('"off"', False), ("[", False)])
def test_heading_ids(anchors: str, known: bool) -> None:
    assert (site(f"[slugify]\nanchors = {anchors}\n").markdown.heading_ids is not None) is known


def test_ids_with_emoji_are_unknown() -> None:
    heading_ids = site("[markdown]\nrender_emoji = true\n").markdown.heading_ids
    assert heading_ids
    assert heading_ids(["Hot :tea:"]) == [None]
    assert heading_ids(["Hot tea"])[0] == "hot-tea"


def test_languages_of_extra_grammars_are_unknown() -> None:
    assert site('[markdown]\nextra_syntaxes_and_themes = ["syntaxes"]\n').markdown.languages is None
    assert site('[markdown.highlighting]\nextra_grammars = ["x.json"]\n').markdown.languages is None
    assert site("[markdown]\n").markdown.languages == frozenset()


def test_static_folder_of_the_theme() -> None:
    assert "themes/x/static/" in (site('theme = "x"\n').sources.static_folders or ())


def test_older_file() -> None:
    assert configured("zola", config__toml='[slugify]\nanchors = "off"\n').markdown.heading_ids is None
