"""What holds for the settings reader of every generator, whatever the settings files contain."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from postlint.core.generator import Generator, no_settings
from postlint.generators import GENERATORS, get_generator
from postlint.generators.detect import detect
from postlint.workspace.session import RunOptions, Session
from postlint.workspace.settings_loader import SettingsLoader
from postlint.workspace.sites import Sites
from tests.support.site_settings import folder_of, written

FILES = {
    "astro": ("astro.config.mjs",),
    "docusaurus": ("docusaurus.config.js", "docusaurus.config.ts"),
    "eleventy": ("eleventy.config.js", ".eleventy.js"),
    "hexo": ("_config.yml", "package.json"),
    "hugo": ("hugo.toml", "hugo.yaml", "config/_default/hugo.json", "config/_default/module.toml"),
    "jekyll": ("_config.yml", "_config.toml"),
    "mkdocs": ("mkdocs.yml", "zensical.toml"),
    "mkdocs-material": ("mkdocs.yml",),
    "myst": ("conf.py",),
    "nikola": ("conf.py",),
    "pelican": ("pelicanconf.py",),
    "quarto": ("_quarto.yml",),
    "vitepress": (".vitepress/config.mts", ".vitepress/config/index.ts", ".vitepress/config/shared.ts"),
    "zola": ("zola.toml", "config.toml"),
}
KEYS = re.findall(
    r"\S+",
    """
    markdown processor remarkPlugins rehypePlugins gfm shikiConfig langs langAlias srcDir publicDir presets plugins
    classic blog path truncateMarker format anchors maintainCase staticDirectories dir input markdownTemplateEngine
    source_dir future marked headerIds modifyAnchors autolink dependencies hexo-renderer-x buildFuture contentDir
    staticDir languages en module mounts imports source target theme themesDir markup goldmark parser attribute block
    autoHeadingIDType extensions linkify kramdown gfm_quirks auto_ids excerpt_separator defaults values exclude include
    collections_dir remote_theme docs_dir INHERIT hooks markdown_extensions pymdownx.superfences custom_fences name toc
    slugify separator pymdownx.extra pymdownx pymdownx.snippets auto_append mdx_truly_sane_lists nested_indent group
    blog_dir post_dir post_excerpt_separator project myst_enable_extensions POSTS PAGES FILES_FOLDERS
    MARKDOWN_EXTENSIONS MARKDOWN_EXTENSION_CONFIGS MARKDOWN extension_configs PATH ARTICLE_PATHS PAGE_PATHS
    FILENAME_METADATA WITH_FUTURE_DATES from render_emoji highlighting extra_grammars
    srcExclude vite anchor languageAlias
    """,
)
WORDS = st.sampled_from(["", ".", "a", "..", "*", "[", *KEYS])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | WORDS | st.text(max_size=5),
    lambda values: st.lists(values, max_size=3) | st.dictionaries(st.sampled_from(KEYS), values, max_size=4),
    max_leaves=12,
)
TEXTS = st.text() | st.lists(st.sampled_from([*KEYS, *":=,[]{}()-#*&!\"'", "\n", "\n  "])).map("".join)
PATHS = ("README.md", "content/posts/2024-01-02-tea.md", "_posts/2024-01-02-tea.md", "docs/blog/posts/tea.md", "a/b.md")

each_reader = pytest.mark.parametrize("name", FILES)


def use(generator: Generator) -> None:
    """Call every function that the settings may have changed."""
    for path in PATHS:
        assert isinstance(generator.sources.reads(path), bool)
        generator.sources.is_post(path)
        generator.sources.is_partial(path)
        generator.front_matter.schemas_for(path)
        generator.front_matter.is_required(path)
        generator.front_matter.is_draft(path, {})
        generator.dates.from_file_name(path)
        generator.dates.used_for(path)
        generator.urls.page_url(path, {})
    if generator.markdown.heading_ids:
        generator.markdown.heading_ids(["Tea", ":tea: and more"])
    folders = generator.sources.static_folders
    assert folders is None or all(folder == "" or folder.endswith("/") for folder in folders)
    assert all(folder.endswith("/") for folder in generator.sources.folders)


def configure(name: str, files: Mapping[str, str]) -> Generator:
    folder = folder_of(files)
    detect(folder)
    generator = get_generator(name).configured(folder)
    use(generator)
    return generator


def test_every_generator_reads_settings_or_says_that_it_has_none() -> None:
    without = {name for name in GENERATORS if get_generator(name).configure is no_settings}
    assert without == {"forem", "gatsby", "nextjs", "none"}
    assert set(FILES) == set(GENERATORS) - without


@each_reader
@hypothesis_settings(max_examples=25)
@given(data=st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=8))
def test_any_values_are_read(name: str, data: dict[str, Any]) -> None:
    for path in FILES[name]:
        configure(name, {path: written(path, data)})
    configure(name, {path: written(path, data) for path in FILES[name]})


@each_reader
@hypothesis_settings(max_examples=15)
@given(text=TEXTS)
def test_any_text_is_read(name: str, text: str) -> None:
    for path in FILES[name]:
        configure(name, {path: text})


HOSTILE = {
    "lists": "[" * 100_000,
    "mappings": "{" * 100_000,
    "parentheses": "x = " + "(" * 5_000,
    "binary": "\0\x01\ufffd",
    "aliases": "a: &a [*a, *a]\n",
    "large": "#" * 1_000_001,
}


@each_reader
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_are_unknown(name: str, text: str) -> None:
    for path in FILES[name]:
        configure(name, {path: text})


@pytest.mark.parametrize("name", [name for name, paths in FILES.items() if not paths[0].endswith(("js", "ts"))])
def test_unreadable_settings_are_unknown(name: str) -> None:
    generator = configure(name, {FILES[name][0]: "a: [\n= 'b\n"})
    assert generator.markdown.heading_ids is None


def test_files_on_disk_that_are_not_text(tmp_path: Path) -> None:
    (tmp_path / "_config.yml").write_bytes(b"\xff\xfe\x00binary\x00" * 50)
    (tmp_path / "_posts").mkdir()
    generator = Sites().of(str(tmp_path / "_posts"), None, None).generator
    assert generator.name == "jekyll"
    assert generator.markdown.heading_ids is None


@pytest.mark.parametrize(("setting", "is_hidden"), [("future: false\n", True), ("future: true\n", False)])
def test_site_rules_see_the_settings(setting: str, is_hidden: bool, tmp_path: Path) -> None:
    (tmp_path / "postlint.toml").write_text('extend-select = ["site/future-date"]\n')
    (tmp_path / "_config.yml").write_text(setting)
    (tmp_path / "_posts").mkdir()
    post = tmp_path / "_posts/2999-01-02-tea.md"
    post.write_text("---\ntitle: Tea\n---\n\nTea.\n")
    result = Session(SettingsLoader(), RunOptions(site=True)).check([str(post)])
    messages = [diagnostic.message for diagnostic in result.diagnostics if diagnostic.rule == "site/future-date"]
    assert [message.endswith("Jekyll does not publish it until then") for message in messages] == [is_hidden]
