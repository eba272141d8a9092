"""The registry of generators; posts, dates and URLs in Jekyll, Hugo, Zola and plain Markdown."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postlint.core.generator import Generator
from postlint.generators import UnknownGeneratorError, get_generator
from postlint.generators.hugo.dates import hugo_date
from postlint.generators.shared.dates import iso_date, ruby_date
from postlint.generators.zola.dates import zola_date

JEKYLL, HUGO, ZOLA, NONE = map(get_generator, ("jekyll", "hugo", "zola", "none"))


def test_unknown_generator_error_lists_known_ones() -> None:
    with pytest.raises(UnknownGeneratorError, match=r"\"jekyl\", expected one of astro, .*hugo, jekyll"):
        get_generator("jekyl")


def test_only_the_requested_generator_is_loaded() -> None:
    code = "import sys; from postlint.generators import get_generator; get_generator('zola'); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "postlint.generators.zola.generator" in loaded
    assert "postlint.generators.hugo" not in loaded
    assert "jsonschema" not in loaded


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
def test_posts(generator: Generator, path: str, expected: bool) -> None:
    assert generator.sources.is_post(path) is expected


def test_partials_and_files_that_need_front_matter() -> None:
    assert JEKYLL.sources.is_partial("_includes/a.md")
    assert HUGO.sources.is_partial("content/en/_common/a.md")
    assert HUGO.sources.is_partial("archetypes/default.md")
    assert not HUGO.sources.is_partial("content/posts/_index.md")
    assert ZOLA.front_matter.is_required("content/a.md")
    assert not ZOLA.front_matter.is_required("README.md")
    assert not JEKYLL.front_matter.is_required("_posts/2024-01-20-a.md")


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
def test_date_in_file_name_in_jekyll(path: str, expected: date | None) -> None:
    assert JEKYLL.dates.from_file_name(path) == expected


def test_date_in_file_name_in_zola() -> None:
    day = date(2024, 1, 20)
    for name in ("2024-01-20-tea.md", "2024-01-20_tea.md", "2024-01-20-tea/index.md", "2024-01-20T10:00:00Z-tea.md"):
        assert ZOLA.dates.from_file_name(f"content/blog/{name}") == day
    assert ZOLA.dates.from_file_name("content/blog/2024-01-20.md") is None
    assert HUGO.dates.from_file_name("content/posts/2024-01-20-tea.md") is None


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("_posts/tea.md", 'no date in the file name "tea.md"'),
        ("_posts/2024-01-20.md", "no title after the date"),
        ("_posts/2023-27-11-tea.md", "month 27 in the date"),
        ("_posts/2023-11-32-tea.md", "day 32 in the date"),
    ],
)
def test_file_name_problems(path: str, words: str) -> None:
    assert words in (JEKYLL.sources.file_name_problem(path) or "")


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
    assert [ruby_date(text), hugo_date(text), zola_date(text)] == [
        day if reads else None for reads in (jekyll, hugo, zola)
    ]


def test_short_numbers_are_read_by_some_generators() -> None:
    assert ruby_date("2021-1-2") == zola_date("2021-1-2") == date(2021, 1, 2)
    assert hugo_date("2021-1-2") is None
    assert ruby_date("02/03/2021") == date(2021, 3, 2)
    assert ruby_date("2021-02-30") == date(2021, 3, 2)
    assert hugo_date("2021-02-30") is None


@given(st.dates(date(1000, 1, 1)))
def test_iso_day_is_read_by_all_generators(day: date) -> None:
    text = day.isoformat()
    assert ruby_date(text) == hugo_date(text) == zola_date(text) == iso_date(text) == day


@given(st.text(alphabet="0123456789-/.:TZ+ JanuryNov,", max_size=30))
def test_no_text_breaks_a_date_parser(text: str) -> None:
    for parse in (ruby_date, hugo_date, zola_date, iso_date):
        assert parse(text) is None or isinstance(parse(text), date)


def test_urls_of_jekyll() -> None:
    url = JEKYLL.urls.page_url
    path = "_posts/2024-01-20-tea.md"
    assert url(path, {"permalink": "/tea/"}) == "/tea/"
    assert url(path, {"permalink": "/:year/tea/"}) is None
    assert url(path, {"permalink": "pretty"}) is None
    assert url(path, {"categories": ["drinks"]}) == "/drinks/2024/01/20/tea/"
    assert url(path, {"date": "2024-02-01 10:00"}) == "/2024/02/01/tea/"
    assert url(path, {"date": "some day"}) is None
    assert url(path, {"published": False}) is None
    assert url("about.md", {}) is None
    assert url("about.md", {"permalink": "/about/", "lang": "de"}) == "/de/about/"


def test_urls_of_hugo() -> None:
    url = HUGO.urls.page_url
    assert url("content/posts/Tea.md", {}) == url("content/posts/tea/index.md", {}) == "/posts/tea"
    assert url("content/posts/a.md", {"URL": "/tea/"}) == "/tea"
    assert url("content/posts/a.de.md", {"url": "/tea/"}) == "/de/tea"
    assert url("content/posts/a.md", {"url": "/:slug/"}) is None
    assert url("content/posts/a.md", {"slug": "tea"}) is None
    assert url("content/posts/a.md", {"headless": True}) is None
    assert url("layouts/a.md", {}) is None


def test_urls_of_zola() -> None:
    url = ZOLA.urls.page_url
    assert url("content/blog/a.md", {"path": "tea"}) == "/tea/"
    assert url("content/blog/a.md", {"slug": "tea"}) == url("content/blog/tea/index.md", {})
    assert url("content/blog/a.fr.md", {"slug": "tea"}) == "/fr/blog/tea/"
    assert url("content/blog/a.md", {"render": False}) is None
    assert url("content/blog/_index.md", {}) is None


@settings(max_examples=40)
@given(st.text(max_size=20), st.dictionaries(st.sampled_from(["url", "slug", "path", "permalink", "date"]), st.text()))
def test_no_path_breaks_a_generator(path: str, data: dict[str, str]) -> None:
    for generator in (JEKYLL, HUGO, ZOLA, NONE):
        for root in ("", "content/", "_posts/", "content/posts/"):
            generator.sources.is_post(root + path)
            generator.sources.is_partial(root + path)
            generator.dates.from_file_name(root + path)
            generator.sources.file_name_problem(root + path)
            url = generator.urls.page_url(root + path, data)
            assert url is None or url.startswith("/")
