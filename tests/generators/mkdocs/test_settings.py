"""What a site's settings change in its generator."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from postlint.core.generator import Generator
from postlint.generators import get_generator
from postlint.generators.detect import site_folder
from postlint.workspace.sites import Sites


def configured(text: str, name: str = "mkdocs.yml", generator: str = "mkdocs") -> Generator:
    """The generator of a site with this settings file."""
    folder = site_folder(frozenset({name}), lambda path: text if path == name else "")
    return get_generator(generator).configured(folder)


def without_folders(generator: Generator) -> Generator:
    return generator._replace(sources=generator.sources._replace(folders=()))


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
    assert configured(text).labels.elsewhere


def test_labels_in_the_settings_of_zensical() -> None:
    assert configured("[project.plugins.mkdocstrings.handlers.python]\n", "zensical.toml").labels.elsewhere
    assert configured("[project.plugins.autorefs]\n", "zensical.toml").labels.elsewhere


@pytest.mark.parametrize(
    "text", ["", "plugins:\n  - search\n  # - autorefs\n", "nav:\n  - mkdocstrings.md\n", "site_name: About autorefs\n"]
)
def test_settings_that_change_nothing(text: str) -> None:
    assert without_folders(configured(text)) == get_generator("mkdocs")


@pytest.mark.parametrize(
    "text", ["hooks:\n  - hooks.py\n", "markdown_extensions:\n  - pymdownx.superfences:\n      relaxed_headers: true\n"]
)
def test_fences_that_are_read_by_other_rules(text: str) -> None:
    assert configured(text).markdown.fence_info_with_spaces


def test_headings_that_need_a_space() -> None:
    assert get_generator("mkdocs").markdown.heading_without_space
    commented = configured("markdown_extensions:\n  # - pymdownx.saneheaders\n")
    assert without_folders(commented) == get_generator("mkdocs")
    assert not configured("markdown_extensions:\n  - pymdownx.saneheaders:\n").markdown.heading_without_space


@pytest.mark.parametrize(
    ("options", "indent"), [("", 2), (":\n      nested_indent: 3\n", 3), (": {nested_indent: 3}\n", 3)]
)
def test_lists_that_nest_with_fewer_spaces(options: str, indent: int) -> None:
    assert configured(f"markdown_extensions:\n  - mdx_truly_sane_lists{options}").markdown.list_indent == indent


def test_lists_that_need_no_blank_line() -> None:
    text = "markdown_extensions: [pymdownx.saneheaders, mdx_breakless_lists]\n"
    assert configured(text).markdown.list_interrupts_paragraph


def test_extensions_of_pelican_and_nikola() -> None:
    plain = get_generator("pelican").markdown.spaced_info
    settings = 'MARKDOWN = {"extension_configs": {"pymdownx.superfences": {}}}\n'
    extended = configured(settings, "pelicanconf.py", "pelican").markdown.spaced_info
    assert (re.fullmatch(plain, 'python title="x"'), bool(re.fullmatch(extended, 'python title="x"'))) == (None, True)
    settings = 'MARKDOWN_EXTENSIONS = ["pymdownx.saneheaders"]\n'
    assert not configured(settings, "conf.py", "nikola").markdown.heading_without_space
    assert configured("pymdownx.saneheaders", "hugo.toml", "hugo") == get_generator("hugo")


def test_languages_that_the_settings_add() -> None:
    text = """markdown_extensions:
  - pymdownx.superfences:
      custom_fences:
      - name: mermaid
        class: mermaid
      # a mapping in one line
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
    assert configured(text).markdown.languages == frozenset({"mermaid", "diagramm", "pycon3", "php-inline"})


def test_settings_belong_to_the_site(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("plugins: [autorefs]\n")
    (tmp_path / "docs").mkdir()
    folder = str(tmp_path / "docs")
    assert Sites().of(folder, None, None).generator == configured("plugins: [autorefs]\n")
    material = Sites().of(folder, "mkdocs-material", None).generator
    assert material == without_folders(configured("plugins: [autorefs]\n", generator="mkdocs-material"))
    assert Sites().of(folder, "hugo", None).generator == get_generator("hugo")
