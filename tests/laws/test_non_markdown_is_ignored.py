"""In formulas, raw HTML, comments, code and template blocks there is no Markdown, and no rule reads it as such."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest

from postlint.core.rule import PostRule
from postlint.core.settings import Settings
from postlint.core.text import Source
from postlint.engine.plan import Plan
from postlint.generators import get_generator
from postlint.manual.examples import read_examples
from postlint.workspace.file_context import text_context
from tests.support.rule_examples import REGISTRY, texts

NOT_ABOUT_MARKDOWN = frozenset({"text/conflict-marker", "text/long-line", "text/wrong-proper-name"})
ABOUT_HTML = frozenset({"html/inline", "html/unclosed", "image/missing-alt", "image/poor-alt"})


class Region(NamedTuple):
    """A kind of text in a post that is not Markdown."""

    generator: str
    enclose: Callable[[str], str]
    """Puts a text into such a region."""
    ends: tuple[str, ...] = ()
    """What would end the region: examples with one of them are left out."""
    allowed: frozenset[str] = frozenset()
    """Rules that may report something in such a region."""


def without_blank_lines(text: str) -> str:
    """Blank lines end an HTML block or a formula."""
    return "\n".join(line for line in text.split("\n") if line.strip())


REGIONS = {
    "formula": Region("none", lambda text: f"$$\n{without_blank_lines(text)}\n$$", ("$",)),
    "kramdown formula": Region("jekyll", lambda text: f"$$\n{without_blank_lines(text)}\n$$", ("$",)),
    "fenced code": Region("none", lambda text: f"``````text\n{text}\n``````", ("``````",)),
    "HTML comment": Region("none", lambda text: f"<!--\n{text}\n-->", ("--",)),
    "div": Region("hugo", lambda text: f"<div>\n{without_blank_lines(text)}\n</div>", ("</div",), ABOUT_HTML),
    "pre": Region("none", lambda text: f"<pre>\n{text}\n</pre>", ("</pre",), ABOUT_HTML),
    "script": Region("zola", lambda text: f"<script>\n{text}\n</script>", ("</script",), frozenset({"html/inline"})),
    "style": Region("none", lambda text: f"<style>\n{text}\n</style>", ("</style",), frozenset({"html/inline"})),
    "Liquid comment": Region("jekyll", lambda text: f"{{% comment %}}\n{text}\n{{% endcomment %}}"),
    "Liquid highlight": Region("jekyll", lambda text: f"{{% highlight text %}}\n{text}\n{{% endhighlight %}}"),
    "Liquid argument": Region("jekyll", lambda text: f"{{% include note.html text='{text}' %}}", ("'",)),
    "Hugo comment": Region("hugo", lambda text: f"{{{{% comment %}}}}\n{text}\n{{{{% /comment %}}}}"),
    "Hugo highlight": Region("hugo", lambda text: f"{{{{< highlight text >}}}}\n{text}\n{{{{< /highlight >}}}}"),
    "Hugo argument": Region("hugo", lambda text: f"{{{{< figure caption=`{text}` >}}}}", ("`",)),
    "Nunjucks comment": Region("hexo", lambda text: f"{{#\n{text}\n#}}", ("#}", "```", "~~~")),
}


def bad_examples() -> list[str]:
    """All bad examples about Markdown. Each gives a finding where Markdown is read."""
    return [
        example.text
        for name in REGISTRY.entries
        if isinstance(rule := REGISTRY.by_name[name], PostRule) and rule.family not in ("front-matter", "post")
        for _, manual in texts(rule)
        for example in read_examples(manual)
        if example.kind == "bad"
    ]


@pytest.mark.parametrize("region", REGIONS.values(), ids=REGIONS)
def test_nothing_is_reported(region: Region) -> None:
    parts = [
        region.enclose(text.strip("\n"))
        for text in bad_examples()
        if not any(end in text.strip("\n") for end in ("{{", "{%", *region.ends))
    ]
    body = "\n\nText.\n\n".join(parts)
    text = f"---\ntitle: Tea\ndate: 2024-01-02\n---\n\nText.\n\n{body}\n\nText.\n"
    path = "_posts/2024-01-02-tea.md"
    context = text_context(path, get_generator(region.generator), Plan(Settings(preset="all"), REGISTRY))
    assert [
        f"{diagnostic.start.line}: {diagnostic.rule} {diagnostic.message}"
        for diagnostic in context.check(context.read(Source(path, text))).diagnostics
        if diagnostic.rule not in NOT_ABOUT_MARKDOWN | region.allowed
        and not diagnostic.rule.startswith("whitespace/")
        and not (diagnostic.rule == "text/invisible-character" and "Markdown" not in diagnostic.message)
    ] == []


@pytest.mark.parametrize("name", sorted(NOT_ABOUT_MARKDOWN.union(*(region.allowed for region in REGIONS.values()))))
def test_allowed_rules_exist(name: str) -> None:
    assert name in REGISTRY.entries
