"""The signs of each generator, its folders of sources, sites inside others, and files beside a site."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from postlint.core.generator import SiteFolder
from postlint.generators import get_generator
from postlint.generators.detect import detect, scaffold_folders, site_folder
from postlint.generators.jekyll.settings import theme
from postlint.workspace.sites import Sites
from tests.support.site_examples import SITES, SiteExample


def folder_with(names: str, texts: Mapping[str, str]) -> SiteFolder:
    return site_folder(frozenset(names.split()), lambda path: texts.get(path, ""))


@pytest.mark.parametrize("example", SITES, ids=lambda example: f"{example.generator}-{example.names}")
def test_folder_shows_its_generator(example: SiteExample) -> None:
    detected = detect(folder_with(example.names, example.texts))
    assert (detected and detected.generator) == example.generator


def test_folder_of_posts_without_settings_may_be_part_of_a_site() -> None:
    folders = folder_with("_posts", {}), folder_with("_posts _config.yml", {})
    assert [detected.may_be_part for folder in folders if (detected := detect(folder))] == [True, False]


def test_scaffold_folders_of_all_generators() -> None:
    assert scaffold_folders() == {"archetypes", "scaffolds"}


@pytest.mark.parametrize(
    ("names", "configuration", "expected"),
    [
        ("_config.yml", "remote_theme: mmistakes/minimal-mistakes@4.26\n", "minimal-mistakes"),
        ("_config.yml", 'theme: "minimal-mistakes-jekyll"\n', "minimal-mistakes"),
        ("_config.yml", "remote_theme: alshedivat/al-folio\n", "al-folio"),
        ("_config.yml _bibliography _news", "", "al-folio"),
        ("_config.yml _publications _talks", "", "academicpages"),
        ("_config.yml", "theme: minima\n# theme: al-folio\n", None),
    ],
)
def test_themes_of_jekyll(names: str, configuration: str, expected: str | None) -> None:
    assert theme(folder_with(names, {"_config.yml": configuration})) == expected


@pytest.mark.parametrize(
    ("generator", "texts", "expected"),
    [
        ("mkdocs", {"mkdocs.yml": "site_name: x\n"}, ("docs/",)),
        ("mkdocs", {"mkdocs.yml": "docs_dir: documentation/src\n"}, ("documentation/src/",)),
        ("mkdocs-material", {"mkdocs.yaml": "docs_dir: './text'  # here\n"}, ("text/",)),
        ("mkdocs", {"zensical.toml": '[project]\ndocs_dir = "text"\n'}, ("text/",)),
        ("pelican", {"pelicanconf.py": "PATH = 'articles'\n"}, ("articles/",)),
        ("pelican", {"pelicanconf.py": "PATH = '.'\n"}, ()),
        ("pelican", {}, ("content/",)),
        ("nikola", {"conf.py": 'POSTS = (("blog/*.md", "x"),)\nPAGES = (("a/b/*.md", "y"),)\n'}, ("blog/", "a/b/")),
        ("hexo", {"_config.yml": "title: x\n"}, ("source/",)),
        ("hexo", {"_config.yml": "source_dir: ./text # here\n"}, ("text/",)),
        ("zola", {}, ("content/",)),
        ("hugo", {}, ()),
    ],
)
def test_folders_of_sources(generator: str, texts: dict[str, str], expected: tuple[str, ...]) -> None:
    assert get_generator(generator).configured(folder_with(" ".join(texts), texts)).sources.folders == expected


@pytest.fixture
def monorepo(tmp_path: Path) -> Path:
    files = {
        ".git/HEAD": "",
        "mkdocs.yml": "plugins:\n  - blog\n",
        "docs/blog/posts/a.md": "",
        "README.md": "",
        "packages/x/README.md": "",
        "website/docusaurus.config.js": "",
        "website/blog/b.md": "",
        "site/_config.yml": "new_post_name: x\n",
        "site/source/_posts/c.md": "",
        "old/_config.yml": "remote_theme: alshedivat/al-folio\n",
        "old/_posts/d.md": "",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path


@pytest.mark.parametrize(
    ("folder", "root", "generator"),
    [
        ("docs/blog/posts", "", "mkdocs-material"),
        ("website/blog", "website", "docusaurus"),
        ("site/source/_posts", "site", "hexo"),
        ("old/_posts", "old", "jekyll"),
        ("packages/x", "", "mkdocs-material"),
    ],
)
def test_nearest_site_counts(monorepo: Path, folder: str, root: str, generator: str) -> None:
    site = Sites().of(str(monorepo / folder), None, None)
    assert (Path(site.folder), site.generator.name) == (monorepo / root, generator)


def test_files_beside_a_site_are_plain_markdown(monorepo: Path) -> None:
    site = Sites().of(str(monorepo), None, None)
    assert site.generator.sources.reads("docs/blog/posts/a.md")
    assert not site.generator.sources.reads("README.md")
    assert not site.generator.sources.reads("packages/x/README.md")
    assert site.generator_for("docs/blog/posts/a.md") == site.generator
    assert site.generator_for("README.md") == get_generator("none")
    assert get_generator("quarto").sources.reads("posts/a.md")
    assert not get_generator("quarto").sources.reads("README.md")


def test_theme_belongs_to_its_site(monorepo: Path) -> None:
    sites, posts = Sites(), str(monorepo / "old/_posts")
    themed = ("jekyll", "jekyll-al-folio")
    assert sites.of(posts, None, None).generator.front_matter.schemas == themed
    assert sites.of(posts, "jekyll", None).generator.front_matter.schemas == themed
    assert sites.of(posts, "hugo", None).generator == get_generator("hugo")


def test_named_generator_reads_every_file_unless_it_was_also_detected(monorepo: Path) -> None:
    sites = Sites()
    assert sites.of(str(monorepo), "zola", None).generator.sources.reads("README.md")
    assert not sites.of(str(monorepo), "mkdocs-material", None).generator.sources.reads("README.md")
