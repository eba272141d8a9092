"""Which files a generator reads."""

from __future__ import annotations

from postlint.core.generator.sources import Sources


def test_all_files_are_read_by_default() -> None:
    sources = Sources(("",))
    assert sources.reads("README.md")
    assert not sources.is_post("a.md")
    assert not sources.is_partial("a.md")
    assert sources.file_name_problem("a.md") is None


def test_only_rendered_files_in_its_folders_are_read() -> None:
    sources = Sources(("static/",), folders=("content/", "pages/"), renders=lambda path: path.endswith(".md"))
    paths = ("content/a.md", "pages/a.md", "content/a.txt", "README.md", "contents/a.md")
    assert [sources.reads(path) for path in paths] == [True, True, False, False, False]
