"""Texts made of all that Markdown has, in containers, after tabs and wide characters too."""

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


def quoted(text: str, prefix: str) -> str:
    return "\n".join(prefix + line for line in text.split("\n"))


def item(text: str, marker: str) -> str:
    lines = text.split("\n")
    width = len(marker) if "\t" not in marker else 4
    return "\n".join([marker + lines[0], *((" " * width + line) if line else "" for line in lines[1:])])


def contain(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    blocks = st.lists(inner, min_size=1, max_size=2).map("\n\n".join)
    quotes = st.builds(quoted, blocks, st.sampled_from(["> ", ">", " >  "]))
    items = st.builds(item, blocks, st.sampled_from(["- ", "* ", "1. ", "10) ", "-\t", "+   "]))
    opened = st.sampled_from(["!!! note", '??? tip "T"', '=== "Tab"'])
    return quotes | items | st.builds(lambda first, text: f"{first}\n\n{quoted(text, '    ')}", opened, blocks)


BLOCKS = st.recursive(LEAVES, contain, max_leaves=4)
TEXTS = st.lists(BLOCKS, min_size=1, max_size=5).map(lambda blocks: "\n\n".join(blocks) + "\n")
