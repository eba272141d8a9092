"""What a site's settings change in what its generator does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from postlint.generators import get_generator
from postlint.generators.shared.site_overrides import SiteOverrides
from postlint.generators.shared.site_overrides import habits as habits_of
from postlint.workspace.sites import Sites


def habits(text: str, name: str = "mkdocs.yml", generator: str = "mkdocs") -> SiteOverrides:
    return habits_of(generator, lambda path: text if path == name else "") or SiteOverrides()


@pytest.mark.parametrize(
    "text",
    [
        "plugins:\n  - search\n  - autorefs\n",
        "plugins:\n  search: {}\n  mkdocstrings:\n    handlers: {}\n",
        "plugins: [search, autorefs]\n",
        "plugins:\n- mkdocstrings:\n    handlers: {}\n",
        "markdown_extensions:\n  - pymdownx.snippets:\n      auto_append:\n        - links.txt\n",
    ],
)
def test_labels_that_are_defined_elsewhere(text: str) -> None:
    assert habits(text).labels_defined_elsewhere
    assert get_generator("mkdocs", None, habits(text)).labels_defined_elsewhere


def test_labels_in_the_settings_of_zensical() -> None:
    assert habits("[project.plugins.mkdocstrings.handlers.python]\n", "zensical.toml").labels_defined_elsewhere
    assert habits("[project.plugins.autorefs]\n", "zensical.toml").labels_defined_elsewhere


@pytest.mark.parametrize(
    "text", ["", "plugins:\n  - search\n  # - autorefs\n", "nav:\n  - mkdocstrings.md\n", "site_name: About autorefs\n"]
)
def test_settings_that_change_nothing(text: str) -> None:
    found = habits(text)
    assert found == SiteOverrides()
    assert get_generator("mkdocs", None, found) == get_generator("mkdocs")


@pytest.mark.parametrize(
    "text", ["hooks:\n  - hooks.py\n", "markdown_extensions:\n  - pymdownx.superfences:\n      relaxed_headers: true\n"]
)
def test_fences_that_are_read_otherwise(text: str) -> None:
    assert get_generator("mkdocs", None, habits(text)).markdown.fence_info_with_spaces


def test_headings_that_need_a_space() -> None:
    assert get_generator("mkdocs").markdown.heading_without_space
    assert habits("markdown_extensions:\n  # - pymdownx.saneheaders\n") == SiteOverrides()
    found = habits("markdown_extensions:\n  - pymdownx.saneheaders:\n")
    assert not get_generator("mkdocs", None, found).markdown.heading_without_space


@pytest.mark.parametrize(
    ("options", "indent"), [("", 2), (":\n      nested_indent: 3\n", 3), (": {nested_indent: 3}\n", 3)]
)
def test_lists_that_nest_by_less(options: str, indent: int) -> None:
    found = habits(f"markdown_extensions:\n  - mdx_truly_sane_lists{options}")
    assert get_generator("mkdocs", None, found).markdown.list_indent == indent


def test_lists_that_need_no_blank_line() -> None:
    found = habits("markdown_extensions: [pymdownx.saneheaders, mdx_breakless_lists]\n")
    assert get_generator("mkdocs", None, found).markdown.list_interrupts_paragraph


def test_extensions_of_pelican_and_nikola() -> None:
    plain = get_generator("pelican").markdown.spaced_info
    settings = 'MARKDOWN = {"extension_configs": {"pymdownx.superfences": {}}}\n'
    found = get_generator("pelican", None, habits(settings, "pelicanconf.py", "pelican")).markdown.spaced_info
    assert (re.fullmatch(plain, 'python title="x"'), bool(re.fullmatch(found, 'python title="x"'))) == (None, True)
    settings = 'MARKDOWN_EXTENSIONS = ["pymdownx.saneheaders"]\n'
    assert not get_generator("nikola", None, habits(settings, "conf.py", "nikola")).markdown.heading_without_space
    assert habits_of("hugo", lambda _: "pymdownx.saneheaders") is None


def test_languages_that_the_settings_add() -> None:
    text = """markdown_extensions:
  - pymdownx.superfences:
      custom_fences:
      - name: mermaid
        class: mermaid
      # what follows is for us
      - {name: diagramm, class: diagram}
  - pymdownx.highlight:
      extend_pygments_lang:
        - name: pycon3
          lang: pycon

        - name: "php-inline"
          lang: php
      linenums: true
  - other:
      name: pythn
"""
    assert habits(text).languages == {"mermaid", "diagramm", "pycon3", "php-inline"}


def test_habits_go_with_the_site(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("plugins: [autorefs]\n")
    (tmp_path / "docs").mkdir()
    found = Sites().of(str(tmp_path / "docs"), None, None)
    assert found.habits == SiteOverrides(labels_defined_elsewhere=True)
    assert Sites().of(str(tmp_path / "docs"), "mkdocs-material", None).habits == found.habits
    assert Sites().of(str(tmp_path / "docs"), "hugo", None).habits is None
