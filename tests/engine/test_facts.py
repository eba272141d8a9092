"""The facts that a post leaves for site rules."""

from __future__ import annotations

from datetime import date

from postlint.core.site import PostFacts
from postlint.engine.facts import facts_of
from tests.support.posts import read


def facts(text: str, generator: str = "jekyll", path: str = "_posts/2024-01-20-tea.md") -> PostFacts:
    return facts_of(read(text, generator, path), "blog/", ())


def test_links_and_images_in_file_order() -> None:
    text = "![a](a.png)\n\n[b](b.md) [c][d] {{ x }} [e]({{ y }})\n\n[d]: d.md\n"
    assert [(link.target, link.image) for link in facts(text).links] == [
        ("a.png", True), ("b.md", False), ("d.md", False)
    ]  # fmt: skip


def test_day_is_that_of_the_front_matter_or_of_the_file_name() -> None:
    text = "---\ndate: 2024-03-05\n---\n"
    post_facts = facts(text)
    assert post_facts.day == date(2024, 3, 5)
    assert text[slice(*post_facts.day_span)] == "2024-03-05"
    assert (facts("text").day, facts("text").day_span) == (date(2024, 1, 20), (0, 0))
    assert facts("text", path="about.md").day is None


def test_day_of_expiry_ignores_case() -> None:
    expiring = facts("---\nexpiryDate: 2024-03-05\n---\n", "hugo", "content/posts/tea.md")
    assert expiring.expires == date(2024, 3, 5)


def test_draft() -> None:
    assert facts("---\npublished: false\n---\n").draft
    assert not facts("---\ntitle: Tea\n---\n").draft


def test_aliases_and_url_have_positions() -> None:
    text = "---\npermalink: /tea/\nredirect_from: [/a/, 1, /b/]\n---\n"
    post_facts = facts(text)
    assert [(alias, text[slice(*span)]) for alias, span in post_facts.aliases] == [("/a/", "/a/"), ("/b/", "/b/")]
    assert post_facts.url == "/tea/"
    assert text[slice(*post_facts.url_span)] == "/tea/"
