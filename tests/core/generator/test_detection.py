"""The root folder of a site."""

from __future__ import annotations

import pytest

from postlint.core.generator import SiteFolder


@pytest.mark.parametrize(
    ("text", "package"),
    [
        ('{"dependencies": {"astro": "5"}}', "astro"),
        ('{"devDependencies": {"@11ty/eleventy" : "3"}, "x": {"astro": "5"}}', "@11ty/eleventy"),
        ('{"name": "astro"}', None),
        ("", None),
    ],
)
def test_package_of_a_generator(text: str, package: str | None) -> None:
    folder = SiteFolder(frozenset({"package.json"}), lambda _: text, ("astro", "@11ty/eleventy"))
    assert folder.package == package


def test_each_file_is_read_once() -> None:
    paths: list[str] = []

    def read(path: str) -> str:
        paths.append(path)
        return f"text of {path}"

    folder = SiteFolder(frozenset({"package.json"}), read, ("astro",))
    assert [folder.read("a"), folder.read("a"), folder.package] == ["text of a", "text of a", None]
    assert paths == ["a", "package.json"]


def test_no_file_is_read_without_packages() -> None:
    def read(path: str) -> str:
        raise AssertionError(path)

    assert SiteFolder(frozenset({"package.json"}), read).package is None
    assert SiteFolder(frozenset(), read, ("astro",)).package is None
