"""What the generators know: names, dates, URLs, and the marks by which they are found."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postlint.core.generator import Generator
from postlint.generators import GENERATORS, UnknownGeneratorError, get_generator
from postlint.generators.detect import decide
from postlint.generators.shared.dates import hugo_date, iso_date, jekyll_date, zola_date
from postlint.schema import load_schema

JEKYLL, HUGO, ZOLA, NONE = map(get_generator, ("jekyll", "hugo", "zola", "none"))


@pytest.mark.parametrize("name", GENERATORS)
def test_each_generator_is_named_as_asked_for_and_has_its_schemas(name: str) -> None:
    generator = get_generator(name)
    assert generator.name == name
    assert all(load_schema(schema).builtin for schema in generator.schemas)


def test_an_unknown_generator_is_named_with_those_that_are_known() -> None:
    with pytest.raises(UnknownGeneratorError, match=r"\"jekyl\", expected one of astro, .*hugo, jekyll"):
        get_generator("jekyl")


def test_only_the_generator_asked_for_is_loaded() -> None:
    code = "import sys; from postlint.generators import get_generator; get_generator('zola'); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "postlint.generators.zola" in loaded
    assert "postlint.generators.hugo" not in loaded
    assert "jsonschema" not in loaded


@pytest.mark.parametrize(
    ("names", "texts", "expected"),
    [
        ({"_config.yml", "_posts"}, {}, "jekyll"),
        ({"_config.yaml", "_layouts", "index.md"}, {}, "jekyll"),
        ({"_config.yml", "README.md"}, {"_config.yml": "theme: jekyll-theme-cayman\n"}, "jekyll"),
        ({"_config.yml", "Gemfile"}, {"_config.yml": "title: x\n", "Gemfile": "gem 'github-pages'\n"}, "jekyll"),
        ({"_posts"}, {}, "jekyll"),
        ({"_config.yml"}, {"_config.yml": "title: x\n"}, None),
        ({"_config.yml", "source", "scaffolds"}, {"_config.yml": "title: x\n"}, "hexo"),
        ({"_config.yml", "source", "package.json"}, {"package.json": '{"dependencies": {"hexo": "8"}}'}, "hexo"),
        ({"_config.yml", "_posts"}, {"_config.yml": "new_post_name: :title.md\n"}, "hexo"),
        ({"_config.yml", "_toc.yml"}, {}, "myst"),
        ({"_posts", "next.config.js"}, {}, "nextjs"),
        ({"hugo.toml"}, {}, "hugo"),
        ({"config.toml"}, {"config.toml": 'baseURL = "https://a.example/"\n'}, "hugo"),
        ({"config.yaml"}, {"config.yaml": "baseurl: https://a.example/\n"}, "hugo"),
        ({"config.toml", "content"}, {"config.toml": "[params]\n"}, "hugo"),
        ({"config.toml", "src"}, {"config.toml": "[params]\n"}, None),
        ({"config", "content"}, {"config/_default/hugo.yaml": "title: x\n"}, "hugo"),
        ({"config", "app"}, {}, None),
        ({"zola.toml"}, {}, "zola"),
        ({"config.toml", "content"}, {"config.toml": 'base_url = "https://a.example"\ntheme = "x"\n'}, "zola"),
        ({"mkdocs.yml", "docs"}, {}, "mkdocs"),
        ({"docusaurus.config.ts"}, {}, "docusaurus"),
        ({"astro.config.mjs"}, {}, "astro"),
        ({".eleventy.js"}, {}, "eleventy"),
        ({"pelicanconf.py"}, {}, "pelican"),
        ({"_quarto.yml"}, {}, "quarto"),
        ({"conf.py"}, {"conf.py": "extensions = []\n"}, "none"),
        ({"conf.py"}, {"conf.py": "DEBUG = 1\n"}, None),
        ({"README.md", "docs"}, {}, None),
    ],
)
def test_a_folder_tells_its_generator(names: set[str], texts: dict[str, str], expected: str | None) -> None:
    assert decide(frozenset(names), lambda path: texts.get(path, "")) == expected


@pytest.mark.parametrize(
    ("generator", "path", "expected"),
    [
        (JEKYLL, "_posts/2024-01-20-tea.md", True),
        (JEKYLL, "drinks/_posts/2024/2024-01-20-tea.md", True),
        (JEKYLL, "_posts/README.md", False),
        (JEKYLL, "_drafts/tea.md", False),
        (JEKYLL, "about.md", False),
        (HUGO, "content/posts/tea.md", True),
        (HUGO, "content/posts/2024/01/tea.md", True),
        (HUGO, "content/en/blog/tea/index.md", True),
        (HUGO, "content/posts/tea.de.md", True),
        (HUGO, "content/posts/_index.md", False),
        (HUGO, "content/posts/_index.de.md", False),
        (HUGO, "content/posts/index.md", False),
        (HUGO, "content/posts/tea/notes.md", False),
        (HUGO, "content/docs/tea.md", False),
        (HUGO, "posts/tea.md", False),
        (ZOLA, "content/blog/tea.md", True),
        (ZOLA, "content/2024-01-20-tea.md", True),
        (ZOLA, "content/blog/_index.fr.md", False),
        (ZOLA, "content/docs/tea.md", False),
        (NONE, "_posts/2024-01-20-tea.md", False),
    ],
)
def test_what_is_a_post(generator: Generator, path: str, expected: bool) -> None:
    assert generator.is_post(path) is expected


def test_what_is_a_part_and_what_needs_front_matter() -> None:
    assert JEKYLL.is_partial("_includes/a.md")
    assert HUGO.is_partial("content/en/_common/a.md")
    assert HUGO.is_partial("archetypes/default.md")
    assert not HUGO.is_partial("content/posts/_index.md")
    assert ZOLA.needs_front_matter("content/a.md")
    assert not ZOLA.needs_front_matter("README.md")
    assert not JEKYLL.needs_front_matter("_posts/2024-01-20-a.md")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("_posts/2024-01-20-tea.md", date(2024, 1, 20)),
        ("_posts/21-1-5-tea.md", date(2021, 1, 5)),
        ("_posts/99-1-5-tea.md", date(1999, 1, 5)),
        ("_posts/2021-02-30-tea.md", date(2021, 3, 2)),
        ("_posts/2023-27-11-tea.md", None),
        ("2024-01-20-tea.md", None),
    ],
)
def test_the_date_in_a_file_name_as_jekyll_reads_it(path: str, expected: date | None) -> None:
    assert JEKYLL.file_name_date(path) == expected


def test_the_date_in_a_file_name_as_zola_reads_it() -> None:
    day = date(2024, 1, 20)
    for name in ("2024-01-20-tea.md", "2024-01-20_tea.md", "2024-01-20-tea/index.md", "2024-01-20T10:00:00Z-tea.md"):
        assert ZOLA.file_name_date(f"content/blog/{name}") == day
    assert ZOLA.file_name_date("content/blog/2024-01-20.md") is None
    assert HUGO.file_name_date("content/posts/2024-01-20-tea.md") is None


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("_posts/tea.md", "no date in the file name `tea.md`"),
        ("_posts/2024-01-20.md", "no title after the date"),
        ("_posts/2023-27-11-tea.md", "month 27 in the date"),
        ("_posts/2023-11-32-tea.md", "day 32 in the date"),
    ],
)
def test_what_is_wrong_with_a_file_name(path: str, words: str) -> None:
    assert words in (JEKYLL.file_name_problem(path) or "")


# From runs of Ruby 3.1 (`Time.parse`), Hugo 0.168, and Zola's own expression.
@pytest.mark.parametrize(
    ("text", "jekyll", "hugo", "zola"),
    [
        ("2021-11-20", True, True, True),
        ("2021-11-20 10:00:00", True, True, True),
        ("2021-11-20 10:00:00 -0400", True, True, False),
        ("2021-11-20 10:00:00 +01:00", True, True, True),
        ("2021-11-20T10:00:00.5Z", True, True, True),
        ("2021-11-20T10:00:00Z", True, True, True),
        ("2021-11-20 10:00", True, False, False),
        ("2021/11/20 10:00:00", True, False, False),
        ("2021.11.20", True, False, False),
        ("20211120", True, False, False),
        ("November 20, 2021", True, False, False),
        ("Nov 20 2021", True, False, False),
        ("20 Nov 2021", True, True, False),
        ("Sat, 20 Nov 2021 10:00:00 +0000", True, True, False),
        ("Sat, 20 Nov 2021 10:00:00 GMT", True, True, False),
        ("20/11/2021", True, False, False),
        ("11/20/2021", False, False, False),
        ("2021-24-11", False, False, False),
        ("2021-11-20 25:00", False, False, False),
        ("2021", False, False, False),
        ("2021-11", False, False, False),
        ("2021-11-20 18:30:22 2023 -0800", False, False, False),
        ("tomorrow", False, False, False),
    ],
)
def test_each_generator_reads_its_own_dates(text: str, jekyll: bool, hugo: bool, zola: bool) -> None:
    day = date(2021, 11, 20)
    assert [jekyll_date(text), hugo_date(text), zola_date(text)] == [
        day if reads else None for reads in (jekyll, hugo, zola)
    ]


def test_short_numbers_are_read_by_some() -> None:
    assert jekyll_date("2021-1-2") == zola_date("2021-1-2") == date(2021, 1, 2)
    assert hugo_date("2021-1-2") is None
    assert jekyll_date("02/03/2021") == date(2021, 3, 2)
    assert jekyll_date("2021-02-30") == date(2021, 3, 2)
    assert hugo_date("2021-02-30") is None


@given(st.dates(date(1000, 1, 1)))
def test_an_iso_day_is_the_same_to_all(day: date) -> None:
    text = day.isoformat()
    assert jekyll_date(text) == hugo_date(text) == zola_date(text) == iso_date(text) == day


@given(st.text(alphabet="0123456789-/.:TZ+ JanuryNov,", max_size=30))
def test_no_text_breaks_a_date_reader(text: str) -> None:
    for read in (jekyll_date, hugo_date, zola_date, iso_date):
        assert read(text) is None or isinstance(read(text), date)


def test_addresses_of_jekyll() -> None:
    path = "_posts/2024-01-20-tea.md"
    assert JEKYLL.url(path, {"permalink": "/tea/"}) == "/tea/"
    assert JEKYLL.url(path, {"permalink": "/:year/tea/"}) is None
    assert JEKYLL.url(path, {"permalink": "pretty"}) is None
    assert JEKYLL.url(path, {"categories": ["drinks"]}) == "/drinks/2024/01/20/tea/"
    assert JEKYLL.url(path, {"date": "2024-02-01 10:00"}) == "/2024/02/01/tea/"
    assert JEKYLL.url(path, {"date": "some day"}) is None
    assert JEKYLL.url(path, {"published": False}) is None
    assert JEKYLL.url("about.md", {}) is None
    assert JEKYLL.url("about.md", {"permalink": "/about/", "lang": "de"}) == "/de/about/"


def test_addresses_of_hugo() -> None:
    assert HUGO.url("content/posts/Tea.md", {}) == HUGO.url("content/posts/tea/index.md", {}) == "/posts/tea"
    assert HUGO.url("content/posts/a.md", {"URL": "/tea/"}) == "/tea"
    assert HUGO.url("content/posts/a.de.md", {"url": "/tea/"}) == "/de/tea"
    assert HUGO.url("content/posts/a.md", {"url": "/:slug/"}) is None
    assert HUGO.url("content/posts/a.md", {"slug": "tea"}) is None
    assert HUGO.url("content/posts/a.md", {"headless": True}) is None
    assert HUGO.url("layouts/a.md", {}) is None


def test_addresses_of_zola() -> None:
    assert ZOLA.url("content/blog/a.md", {"path": "tea"}) == "/tea/"
    assert ZOLA.url("content/blog/a.md", {"slug": "tea"}) == ZOLA.url("content/blog/tea/index.md", {})
    assert ZOLA.url("content/blog/a.fr.md", {"slug": "tea"}) == "/fr/blog/tea/"
    assert ZOLA.url("content/blog/a.md", {"render": False}) is None
    assert ZOLA.url("content/blog/_index.md", {}) is None


@settings(max_examples=40)
@given(st.text(max_size=20), st.dictionaries(st.sampled_from(["url", "slug", "path", "permalink", "date"]), st.text()))
def test_no_path_breaks_a_generator(path: str, data: dict[str, str]) -> None:
    for generator in (JEKYLL, HUGO, ZOLA, NONE):
        for root in ("", "content/", "_posts/", "content/posts/"):
            generator.is_post(root + path)
            generator.is_partial(root + path)
            generator.file_name_date(root + path)
            generator.file_name_problem(root + path)
            address = generator.url(root + path, data)
            assert address is None or address.startswith("/")
