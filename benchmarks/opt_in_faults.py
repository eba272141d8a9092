"""Faults for rules that only the preset `all` enables, with the options that they need; as in `benchmarks.faults`."""

from __future__ import annotations

CONFIGURATION = """
preset = "all"

[rules]
"code/long-line" = { line-length = 100 }
"front-matter/key-order" = { order = ["planted-first", "planted-second"] }
"front-matter/wrong-length" = { fields = { planted-words = { maximum = 10 } } }
"heading/missing-required" = { headings = ["*", "## Planted outline", "*"] }
"link/disallowed-style" = { collapsed = false }
"template/unknown-tag" = { known = ["planted-tag"] }
"text/forbidden" = { patterns = [{ name = "no-planted-word", pattern = "planted-forbidden" }] }
"text/wrong-proper-name" = { names = ["PlantedName"] }
"""

BLOCKS: dict[str, tuple[str, ...]] = {
    "code/long-line": (f"```text\nplanted\n{'planted ' * 15}«\n```",),
    "heading/empty-section": ("## Planted one«\n\n## Planted two\n\nText.",),
    "heading/wrong-case": ("## Some Planted Heading That Shouts«",),
    "html/inline": ("Press <kbd>planted</kbd> now.«", "Planted<br>text.«"),
    "link/disallowed-style": ("Read [the planted][] manual.«\n\n[the planted]: https://example.org/planted",),
    "link/localhost": (
        "See [the preview](http://localhost:4000/planted/).«",
        "![A cup](file:///home/me/planted.png)«",
    ),
    "forbidden/no-planted-word": ("This is planted-forbidden here.«",),
    "table/inconsistent-cell-spacing": ("| Planted | b |\n| --- | --- |\n| 1| 2 |«",),
    "text/long-line": (f"Planted: {'many words ' * 12}and more.«",),
    "text/wrong-proper-name": ("Written in plantedname now.«",),
}
TOP = frozenset({"heading/empty-section", "heading/wrong-case"})

MATTER: dict[tuple[str, str], tuple[str, ...]] = {
    ("front-matter/key-order", "yaml"): ("planted-second: 1\nplanted-first: 2«",),
    ("front-matter/wrong-length", "yaml"): ("planted-words: far more than ten characters«",),
}

FILES: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
    ("heading/first-line-not-h1", "none", (("planted-{n}.md", "{body}«\n# Planted"),)),
    ("heading/missing-required", "none", (("planted-{n}.md", "# Planted\n\n## Planted\n\nThe end.«"),)),
    ("post/slug-mismatch", "hugo", (
        ("content/posts/tea-{n}.md", "---\ntitle: Planted\nslug: water«\n---\n\n{body}"),
    )),
    ("site/expired", "hugo", (
        ("content/posts/tea-{n}.md", "---\ntitle: Planted\nexpiryDate: 2020-01-31«\n---\n\n{body}"),
    )),
    ("site/future-date", "jekyll", (
        ("_posts/2999-01-20-planted-{n}.md", "---\ntitle: Planted\ndate: 2999-01-20«\n---\n\n{body}"),
    )),
    ("template/unknown-tag", "jekyll", (
        ("_posts/2024-01-20-planted-{n}.md", "---\ntitle: Planted\n---\n\n{% plantedtag x %}«\n\n{body}"),
    )),
)  # fmt: skip
