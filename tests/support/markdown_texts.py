"""Strategies for Markdown texts with all kinds of blocks and inlines, nested, after tabs and after wide characters."""

from __future__ import annotations

from hypothesis import strategies as st

WORDS = st.sampled_from(
    [
        "word",
        "wört",
        "日本語",
        "🙂",
        "a\tb",
        "x\\|y",
        "*em*",
        "**strong**",
        "_em_",
        "__s__",
        "~~gone~~",
        "`code`",
        "`` a`b ``",
        "[link](to.md)",
        "[link](<to here.md> 'title')",
        "[a *b* `]`](x_(y).md)",
        "[ref][label]",
        "[label][]",
        "[label]",
        "![image](i.png)",
        '![im [age]](i.png "t")',
        "![i][label]",
        "[none][nowhere]",
        "[^note]",
        "<http://a.b/c>",
        "<b>",
        "</b>",
        "<img src='a.png' alt='x'>",
        "$x^2$",
        "&amp;",
        "\\*",
        "\\[",
        "a | b",
        "[![i](j.png)](k.md)",
        "***both***",
        "1*2*3",
    ]
)
LINES = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
PARAGRAPHS = st.lists(LINES, min_size=1, max_size=3).map("\n".join)
HEADINGS = st.builds(lambda level, text: f"{'#' * level} {text}", st.integers(1, 6), LINES)
CLOSED = st.builds(lambda level, text: f"{'#' * level}\t{text} {'#' * level}  ", st.integers(1, 6), LINES)
SETEXT = st.builds(lambda text, line: f"{text}\n{line}", PARAGRAPHS, st.sampled_from(["===", "---  "]))
FENCES = st.builds(
    lambda fence, info, lines: "\n".join([fence + info, *lines, fence]),
    st.sampled_from(["```", "~~~", "````"]),
    st.sampled_from(["", "python", " py title=é", "{.js}"]),
    st.lists(st.sampled_from(["x = 1", "", "\ty", "  日本", "| a |", "# no"]), max_size=4),
)
INDENTED = st.lists(st.sampled_from(["a", "\tb", "  ü"]), min_size=1, max_size=3).map(
    lambda lines: "\n".join("    " + line for line in lines)
)
ROWS = st.lists(WORDS, min_size=2, max_size=2).map(lambda cells: "| " + " | ".join(cells) + " |")
BARE_ROWS = st.lists(WORDS, min_size=2, max_size=2).map(" | ".join)
TABLES = st.builds(
    lambda rows, delimiter: "\n".join([rows[0], delimiter, *rows[1:]]),
    st.lists(ROWS, min_size=1, max_size=3) | st.lists(BARE_ROWS, min_size=1, max_size=3),
    st.sampled_from(["| --- | :-: |", "--- | ---", "|-|-|"]),
)
LEAVES = st.one_of(
    PARAGRAPHS,
    HEADINGS,
    CLOSED,
    SETEXT,
    FENCES,
    INDENTED,
    TABLES,
    st.sampled_from(
        [
            "***",
            "- - -",
            "<div>\nraw *text*\n</div>",
            "[label]: to.md 'T'",
            "[^note]: it *says*",
            "Term\n: meaning",
            "$$\nx\n$$",
        ]
    ),
)


def prefix_lines(text: str, prefix: str) -> str:
    """Put a prefix, such as a block quote marker, before each line."""
    return "\n".join(prefix + line for line in text.split("\n"))


def list_item(text: str, marker: str) -> str:
    """Put a text into a list item."""
    lines = text.split("\n")
    width = len(marker) if "\t" not in marker else 4
    return "\n".join([marker + lines[0], *((" " * width + line) if line else "" for line in lines[1:])])


def containers(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Block quotes, list items and admonitions with one or two blocks each."""
    blocks = st.lists(inner, min_size=1, max_size=2).map("\n\n".join)
    quotes = st.builds(prefix_lines, blocks, st.sampled_from(["> ", ">", " >  "]))
    items = st.builds(list_item, blocks, st.sampled_from(["- ", "* ", "1. ", "10) ", "-\t", "+   "]))
    openings = st.sampled_from(["!!! note", '??? tip "T"', '=== "Tab"'])
    admonitions = st.builds(lambda opening, text: f"{opening}\n\n{prefix_lines(text, '    ')}", openings, blocks)
    return quotes | items | admonitions


BLOCKS = st.recursive(LEAVES, containers, max_leaves=4)
TEXTS = st.lists(BLOCKS, min_size=1, max_size=5).map(lambda blocks: "\n\n".join(blocks) + "\n")
TEMPLATE_TAGS = st.sampled_from(
    ["{{ site.url }}", "{% include a.html %}", "{% highlight py %}\nx = 1\n{% endhighlight %}"]
)
