"""Jekyll 4.3.1 as it was run, and the examples of its documentation."""

from __future__ import annotations

import pytest

from postlint.generators import get_generator
from postlint.generators.detect import site_folder
from postlint.schema import load_schema, validate
from tests.support.front_matter_faults import faults, front

POST = "_posts/2024-01-20-tea.md"
JEKYLL = get_generator("jekyll")


@pytest.mark.parametrize(
    "lines",
    [
        ["layout: post", "title: Blogging Like a Hacker"],
        ["layout: null"],
        ["layout: false"],
        ["title: 2024"],
        ["categories: drinks hot", "tags: tea water"],
        ["categories: [drinks, hot]"],
        ["category: hot drinks"],
        ["tag: tea"],
        ["published: false"],
        ["published: no"],
        ["excerpt_separator: <!--more-->"],
        ["redirect_from: /a/", "redirect_to: https://a.example/"],
        ["redirect_from: [/a/, /b/]"],
        ["image: {path: /a.png, alt: Tea}"],
        ["author: {name: Ada}"],
        ["render_with_liquid: false"],
        ["draft: true", "published: false"],
        ["date: 2024-01-20"],
        ["date: 2024-01-20 10:00"],
        ["date: 2024-01-20 10:00:00 +0100"],
        ["date: 2024-01-20T10:00:00Z"],
        ["date: 2013/7/13 20:46:25"],
        ["date: November 20, 2021"],
        ["date: 20 Nov 2021"],
        ["date: Sat, 20 Nov 2021 10:00:00 +0000"],
        ["date: 2021.11.20"],
        ["date: 20211120"],
        ["date: 13/02/2021"],
        ["date: 2021-11-20 10:00:00 Europe/Paris"],
        ["date: tomorrow 5pm"],
        ["date:"],
    ],
)
def test_valid_front_matter(lines: list[str]) -> None:
    assert faults("jekyll", POST, front(*lines)) == set()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("date: 2021", "date:date"),
        ("date: 2021-11", "date:date"),
        ("date: 1637400000", "date:date"),
        ("date: 2021-24-11", "date:date"),
        ("date: 02/13/2021", "date:date"),
        ("date: 2021-11-20 25:00", "date:date"),
        ("date: soon", "date:date"),
        ("date: 2021-02-30", "date:date"),
        ("tags: tea, water", "misread:tags"),
        ("categories: tea, water", "misread:categories"),
        ("category: tea, water", "misread:category"),
        ('published: "false"', "unhidden:published"),
        ("published: n", "unhidden:published"),
        ("draft: true", "unhidden:draft"),
        ('permalink: ""', "schema:permalink"),
        ("layout: [post]", "schema:layout"),
    ],
)
def test_invalid_front_matter(line: str, expected: str) -> None:
    assert faults("jekyll", POST, front(line)) == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\na: 1\n...\n", set()),
        ("---  \na: 1\n---\t\n", set()),
        ("\n---\na: 1\n---\n", {"ignored"}),
        ("----\na: 1\n----\n", {"ignored"}),
        ("+++\na = 1\n+++\n", {"ignored"}),
        ("---\ntitle: x\n\nBody.\n", {"unclosed"}),
        ("---\ntitle: x\ntitle: y\n---\n", {"duplicate-key"}),
        ("---\ntitle: a: b\n---\n", {"syntax-error"}),
        ("No front matter at all.\n", set()),
    ],
)
def test_fences(text: str, expected: set[str]) -> None:
    assert faults("jekyll", POST, text) == expected


@pytest.mark.parametrize("path", ["_drafts/tea.md", "about.md"])
def test_draft_outside_posts_may_have_the_key(path: str) -> None:
    assert faults("jekyll", path, front("draft: true")) == set()


def test_date_of_page_is_for_templates() -> None:
    assert faults("jekyll", "about.md", front("date: soon")) == set()
    assert faults("jekyll", "_recipes/tea.md", front("date: soon")) == {"date:date"}


THEMED = [
    ("minimal-mistakes", {"layout": "single", "header": {"overlay_image": "/a.jpg", "actions": [{"label": "x"}]}}, []),
    ("minimal-mistakes", {"classes": "wide", "toc": True, "sidebar": [{"title": "x"}], "gallery": []}, []),
    ("minimal-mistakes", {"toc": "yes", "header": "/a.jpg"}, ["toc", "header"]),
    ("minimal-mistakes", {"feature_row": {"a": 1}, "author_profile": "x"}, ["feature_row", "author_profile"]),
    ("academicpages", {"collection": "talks", "venue": "Here", "location": "There", "type": "Talk"}, []),
    ("academicpages", {"venue": ["Here"], "citation": {"a": 1}}, ["venue", "citation"]),
    ("al-folio", {"layout": "post", "toc": {"sidebar": "left"}, "featured": True}, []),
    ("al-folio", {"layout": "distill", "toc": [{"name": "A"}], "authors": [{"name": "Ada"}]}, []),
    ("al-folio", {"layout": "post", "toc": [{"name": "A"}]}, ["toc"]),
    ("al-folio", {"layout": "distill", "toc": {"sidebar": "left"}, "authors": "Ada"}, ["toc", "authors"]),
    ("al-folio", {"related_posts": "no"}, ["related_posts"]),
]


@pytest.mark.parametrize(("theme", "data", "wrong"), THEMED)
def test_schemas_of_themes(theme: str, data: dict[str, object], wrong: list[str]) -> None:
    schema = load_schema(f"jekyll-{theme}")
    assert sorted({str(violation.path[0]) for violation in validate(data, schema)}) == sorted(wrong)
    folder = site_folder(frozenset({"_config.yml"}), lambda _: f"theme: {theme}\n")
    assert JEKYLL.configured(folder).front_matter.schemas == ("jekyll", f"jekyll-{theme}")
