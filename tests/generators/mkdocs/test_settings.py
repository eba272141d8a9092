"""The settings of MkDocs, of its successors and of what they inherit."""

from __future__ import annotations

from pathlib import Path

import pytest

from postlint.core.generator import Generator
from postlint.generators import get_generator
from postlint.generators.detect import site_folder
from postlint.workspace.sites import Sites
from tests.support import site_settings


def configured(text: str, name: str = "mkdocs.yml", generator: str = "mkdocs") -> Generator:
    """The generator of a site with this settings file."""
    folder = site_folder(frozenset({name}), lambda path: text if path == name else "")
    return get_generator(generator).configured(folder)


def without_folders(generator: Generator) -> Generator:
    return generator._replace(sources=generator.sources._replace(folders=()))


def with_text_urls(generator: Generator) -> Generator:
    """A site whose extensions are known and do not turn bare URLs into links."""
    return generator._replace(markdown=generator.markdown._replace(bare_urls_link=False))


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
    expected = get_generator("mkdocs")
    assert without_folders(configured(text)) == (with_text_urls(expected) if text else expected)


@pytest.mark.parametrize(
    "text", ["hooks:\n  - hooks.py\n", "markdown_extensions:\n  - pymdownx.superfences:\n      relaxed_headers: true\n"]
)
def test_fences_that_are_read_by_other_rules(text: str) -> None:
    assert configured(text).markdown.fence_info_with_spaces


def test_headings_that_need_a_space() -> None:
    assert get_generator("mkdocs").markdown.heading_without_space
    commented = configured("markdown_extensions:\n  # - pymdownx.saneheaders\n")
    assert without_folders(commented) == with_text_urls(get_generator("mkdocs"))
    assert not configured("markdown_extensions:\n  - pymdownx.saneheaders:\n").markdown.heading_without_space


@pytest.mark.parametrize(
    ("options", "indent"), [("", 2), (":\n      nested_indent: 3\n", 3), (": {nested_indent: 3}\n", 3)]
)
def test_lists_that_nest_with_fewer_spaces(options: str, indent: int) -> None:
    assert configured(f"markdown_extensions:\n  - mdx_truly_sane_lists{options}").markdown.list_indent == indent


def test_lists_that_need_no_blank_line() -> None:
    text = "markdown_extensions: [pymdownx.saneheaders, mdx_breakless_lists]\n"
    assert configured(text).markdown.list_interrupts_paragraph


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
    expected = configured("plugins: [autorefs]\n", generator="mkdocs-material")
    assert material == expected._replace(sources=get_generator("mkdocs-material").sources)
    assert Sites().of(folder, "hugo", None).generator == get_generator("hugo")


EXTENSIONS = "markdown_extensions:\n  - "
UNKNOWN_EXTENSIONS = [
    "markdown_extensions: !ENV [EXTENSIONS]\n",
    "markdown_extensions: [toc, !ENV EXTENSION]\n",
    "INHERIT: missing.yml\n",
    "INHERIT: !ENV BASE\n",
    "INHERIT: /etc/mkdocs.yml\n",
    "site_name: [\n",
]


@pytest.mark.parametrize("text", UNKNOWN_EXTENSIONS)
def test_unknown_extensions(text: str) -> None:
    generator = configured(text)
    markdown = generator.markdown
    assert markdown.heading_without_space is None
    assert markdown.languages is None
    assert markdown.heading_ids is None
    assert (markdown.list_indent, markdown.list_interrupts_paragraph) == (0, True)
    assert markdown.fence_info_with_spaces
    assert markdown.bare_urls_link
    assert generator.labels.elsewhere


@pytest.mark.parametrize("text", ["plugins: !ENV P\n", "plugins: [search, !ENV P]\n", "plugins:\n  - group: !ENV G\n"])
def test_labels_of_unknown_plugins(text: str) -> None:
    assert configured(text).labels.elsewhere


def test_plugins_in_groups() -> None:
    text = "plugins:\n  - group:\n      enabled: !ENV CI\n      plugins:\n        - mkdocstrings\n"
    assert configured(text).labels.elsewhere


@pytest.mark.parametrize(
    ("options", "known"),
    [
        ("toc: {permalink: true}", True),
        ("toc: {separator: _}", False),
        ("toc:\n      slugify: !!python/name:pymdownx.slugs.uslugify\n", True),
        (
            "toc:\n      slugify: !!python/object/apply:pymdownx.slugs.slugify\n        kwds:\n          case: lower\n",
            True,
        ),
        ("toc: {slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}}", True),
        ("toc: {slugify: !!python/object/apply:pymdownx.slugs.slugify {}}", False),
        ("toc:\n      slugify: !!python/name:my.slugs\n", False),
        ("toc: !ENV TOC", False),
    ],
)
def test_heading_ids(options: str, known: bool) -> None:
    assert (configured(EXTENSIONS + options).markdown.heading_ids is not None) is known


@pytest.mark.parametrize(
    ("text", "link"),
    [
        (EXTENSIONS + "pymdownx.magiclink", True),
        (EXTENSIONS + "mdx_linkify", True),
        (EXTENSIONS + "pymdownx.tilde", False),
        ("hooks: [hook.py]\n", True),
    ],
)
def test_bare_urls(text: str, link: bool) -> None:
    assert configured(text).markdown.bare_urls_link is link


def test_unknown_options() -> None:
    markdown = configured(EXTENSIONS + "pymdownx.superfences: !ENV OPTIONS").markdown
    assert markdown.languages is None
    assert markdown.fence_info_with_spaces
    assert configured(EXTENSIONS + "pymdownx.superfences: {custom_fences: [{name: !ENV X}]}").markdown.languages is None
    assert configured(EXTENSIONS + "mdx_truly_sane_lists: {nested_indent: !ENV X}").markdown.list_indent == 0


def test_options_in_extra() -> None:
    text = EXTENSIONS + "pymdownx.extra: {pymdownx.superfences: {custom_fences: [{name: tea}], relaxed_headers: true}}"
    markdown = configured(text).markdown
    assert markdown.languages == frozenset({"tea"})
    assert markdown.fence_info_with_spaces


def site(**files: str) -> Generator:
    return site_settings.configured("mkdocs", **files)


def test_inherited_settings_are_merged() -> None:
    base = "docs_dir: text\nplugins: {search: {}, autorefs: {}}\nmarkdown_extensions: [pymdownx.saneheaders]\n"
    child = "INHERIT: conf/base.yml\nplugins: {tags: {}}\nmarkdown_extensions: [mdx_breakless_lists]\n"
    generator = site(mkdocs__yml=child, conf___base__yml=base)
    assert generator.sources.folders == ("text/",)
    assert generator.labels.elsewhere
    assert generator.markdown.heading_without_space
    assert generator.markdown.list_interrupts_paragraph


def test_cyclic_inheritance_is_unknown() -> None:
    generator = site(mkdocs__yml="INHERIT: b.yml\ndocs_dir: text\n", b__yml="INHERIT: mkdocs.yml\n")
    assert generator.markdown.languages is None
    assert generator.sources.folders == ("text/",)


def test_extensions_of_zensical() -> None:
    text = "[project.markdown_extensions.pymdownx.saneheaders]\n"
    assert configured(text, "zensical.toml").markdown.heading_without_space is False


@pytest.mark.parametrize(("text", "folders"), [("docs_dir: !ENV X\n", ("docs/",)), ("docs_dir: !ENV X\nx: 1\n", ())])
def test_unknown_folder_of_sources(text: str, folders: tuple[str, ...]) -> None:
    files = {"mkdocs.yml": text} | ({"docs/index.md": ""} if folders else {})
    assert get_generator("mkdocs").configured(site_settings.folder_of(files)).sources.folders == folders
