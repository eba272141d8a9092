"""Where the files of a site may lie: pictures and downloads, which are copied as they are."""

from __future__ import annotations

_STATIC: dict[str, tuple[str, ...]] = {
    "jekyll": ("", "assets/", "_posts/", "_drafts/"),
    "hugo": ("static/", "", "assets/", "content/", "content/en/", "layouts/"),
    "zola": ("static/", "", "content/"),
}
_ANY = (
    "", "static/", "public/", "assets/", "source/", "src/", "content/", "docs/", "images/", "files/",
    "src/assets/", "content/images/", "content/static/", "content/extra/", "docs/assets/", "docs/images/",
)  # fmt: skip


def static_folders(generator: str) -> tuple[str, ...]:
    """The folders, below the site's root, whose files may stand at the site's own root.

    >>> static_folders("zola")
    ('static/', '', 'content/')
    """
    return _STATIC.get(generator, _ANY)
