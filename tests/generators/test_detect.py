"""The files that tell a generator, sites inside of others, and what lies beside a site."""

from __future__ import annotations

from pathlib import Path

import pytest

from postlint.generators.detect import decide, jekyll_theme
from postlint.generators.detect_python import source_folders
from postlint.workspace.sites import Sites


@pytest.mark.parametrize(
    ("names", "texts", "expected"),
    [
        ("docusaurus.config.js blog docs", {}, "docusaurus"),
        ("docusaurus.config.mjs", {}, "docusaurus"),
        ("astro.config.mts", {}, "astro"),
        ("gatsby-config.ts", {}, "gatsby"),
        ("eleventy.config.cjs", {}, "eleventy"),
        ("buildawesome.config.js", {}, "eleventy"),
        ("package.json", {"package.json": '{"devDependencies": {"@11ty/eleventy": "3"}}'}, "eleventy"),
        ("package.json", {"package.json": '{"devDependencies": {"next": "15"}}'}, None),
        ("_config.yml package.json", {"package.json": '{"dependencies": {"hexo": "8"}}'}, "hexo"),
        ("_config.yml scaffolds source", {}, "hexo"),
        ("_config.yml source", {"_config.yml": "source_dir: source\n"}, "hexo"),
        ("_quarto.yaml posts", {}, "quarto"),
        ("mkdocs.yaml docs", {}, "mkdocs"),
        ("mkdocs.yml", {"mkdocs.yml": "theme:\n  name: material\nplugins:\n  - search\n"}, "mkdocs"),
        ("mkdocs.yml", {"mkdocs.yml": "plugins:\n  - search\n  - blog\n"}, "mkdocs-material"),
        ("mkdocs.yml", {"mkdocs.yml": "plugins:\n  - material/blog:\n      post_dir: x\n"}, "mkdocs-material"),
        ("mkdocs.yml", {"mkdocs.yml": "plugins:\n  blog:\n    post_dir: x\n"}, "mkdocs-material"),
        ("mkdocs.yml", {"mkdocs.yml": "plugins: [search, blog]\n"}, "mkdocs-material"),
        ("mkdocs.yml", {"mkdocs.yml": "plugins: [search, tags]\nextra: [blog]\n"}, "mkdocs"),
        ("mkdocs.yml", {"mkdocs.yml": "nav:\n  - blog.md\n"}, "mkdocs"),
        ("publishconf.py content", {}, "pelican"),
        ("conf.py", {"conf.py": 'BLOG_TITLE = "x"\n'}, "nikola"),
        ("conf.py", {"conf.py": 'POSTS = (("posts/*.md", "posts", "post.tmpl"),)\n'}, "nikola"),
        ("conf.py", {"conf.py": 'extensions = ["myst_parser"]\n'}, "myst"),
        ("conf.py", {"conf.py": 'extensions = ["ablog"]\n'}, "myst"),
        ("conf.py", {"conf.py": 'html_theme = "x"\n'}, "none"),
        ("myst.yml", {}, "myst"),
        ("next.config.mjs", {}, "nextjs"),
        ("contentlayer.config.ts", {}, "nextjs"),
        ("_posts package.json", {"package.json": '{"dependencies": {"next": "15"}}'}, "nextjs"),
        ("book.toml src", {}, "none"),
        ("zensical.toml docs", {}, "mkdocs"),
        ("zensical.yml docs", {}, "mkdocs"),
        ("properdocs.yml docs", {}, "mkdocs"),
        ("config.toml", {"config.toml": 'base_url = "/"\n[slugify]\n'}, "zola"),
        ("hugo.yaml package.json", {"package.json": '{"dependencies": {"next": "15"}}'}, "hugo"),
        ("package.json src", {"package.json": "{}"}, None),
    ],
)
def test_the_files_that_decide(names: str, texts: dict[str, str], expected: str | None) -> None:
    assert decide(frozenset(names.split()), lambda path: texts.get(path, "")) == expected


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
    assert jekyll_theme(frozenset(names.split()), lambda _: configuration) == expected


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
    assert source_folders(generator, lambda path: texts.get(path, "")) == expected


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
def test_the_nearest_site_counts(monorepo: Path, folder: str, root: str, generator: str) -> None:
    found = Sites().of(str(monorepo / folder), None, None)
    assert (Path(found.folder), found.generator) == (monorepo / root, generator)


def test_files_beside_a_site_are_plain_markdown(monorepo: Path) -> None:
    site = Sites().of(str(monorepo), None, None)
    assert site.reads("docs/blog/posts/a.md")
    assert not site.reads("README.md")
    assert not site.reads("packages/x/README.md")
    quarto = site._replace(generator="quarto", sources=())
    assert quarto.reads("posts/a.md")
    assert not quarto.reads("README.md")


def test_the_theme_goes_with_its_site(monorepo: Path) -> None:
    sites, posts = Sites(), str(monorepo / "old/_posts")
    assert sites.of(posts, None, None).theme == "al-folio"
    assert sites.of(posts, "jekyll", None).theme == "al-folio"
    assert sites.of(posts, "hugo", None).theme is None


def test_a_generator_that_is_named_holds_for_every_file_unless_it_was_found_anyway(monorepo: Path) -> None:
    sites = Sites()
    assert sites.of(str(monorepo), "zola", None).reads("README.md")
    assert not sites.of(str(monorepo), "mkdocs-material", None).reads("README.md")
