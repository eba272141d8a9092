"""The site that a file belongs to."""

from __future__ import annotations

import os
from pathlib import Path

from postlint.workspace.sites import Sites
from tests.support.workspace import Make


def test_site_begins_at_its_marker_files(make: Make, tmp_path: Path) -> None:
    make(".git/HEAD", "docs/hugo.toml", "docs/content/posts/a.md", "blog/_config.yml", "blog/_posts/b.md", "c/d.md")
    sites = Sites()

    def site(folder: str, generator: str | None = None, configured: Path | None = None) -> tuple[str, str]:
        root = sites.of(str(tmp_path / folder), generator, str(configured) if configured else None)
        return os.path.relpath(root.folder, tmp_path), root.generator.name

    assert site("docs/content/posts") == ("docs", "hugo")
    assert site("blog/_posts") == ("blog", "jekyll")
    assert site("blog/_posts", "zola") == ("blog", "zola")
    assert site("c") == (".", "none")
    make("blog/drinks/_posts/e.md", "c/e/_posts/f.md")
    assert site("blog/drinks/_posts") == ("blog", "jekyll"), "a category of the site"
    assert site("c/e/_posts") == ("c/e", "jekyll")
    assert site("c", "hugo", tmp_path / "c") == ("c", "hugo")


def test_large_settings_are_unknown(tmp_path: Path) -> None:
    (tmp_path / "_posts").mkdir()
    (tmp_path / "_config.yml").write_text("markdown: kramdown\n" + "# jekyll\n" * 120_000)
    generator = Sites().of(str(tmp_path / "_posts"), None, None).generator
    assert (generator.name, generator.markdown.heading_ids) == ("jekyll", None)
