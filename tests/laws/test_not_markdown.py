"""Where a post holds no Markdown (formulas, HTML, comments, code, templates' bodies), no rule reads it as such."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from postlint.core.rule import PostRule
from postlint.core.settings import Settings
from postlint.core.text import Source
from postlint.engine.plan import Plan
from postlint.generators import get_generator
from postlint.manual.examples import read_examples
from postlint.workspace.file_context import text_context
from tests.support.rule_examples import REGISTRY, texts

NOT_ABOUT_MARKDOWN = {"text/conflict-marker", "text/long-line", "text/wrong-proper-name"}
ABOUT_HTML = {"html/inline", "html/unclosed", "html/deprecated", "image/missing-alt", "image/poor-alt"}


def faulty() -> list[str]:
    """Every rule's bad examples but those of other languages: each is a fault where Markdown is read."""
    found: list[str] = []
    for name in REGISTRY.entries:
        rule = REGISTRY.by_name[name]
        if isinstance(rule, PostRule) and rule.family not in ("front-matter", "post"):
            examples = [one for _, manual in texts(rule) for one in read_examples(manual)]
            found += [one.text for one in examples if one.kind == "bad"]
    return found


def filled(text: str) -> str:
    """Without blank lines, which end a block of HTML or a formula."""
    return "\n".join(line for line in text.split("\n") if line.strip())


REGIONS: dict[str, tuple[str, Callable[[str], str], tuple[str, ...], set[str]]] = {
    "formula": ("none", lambda text: f"$$\n{filled(text)}\n$$", ("$",), set()),
    "kramdown's formula": ("jekyll", lambda text: f"$$\n{filled(text)}\n$$", ("$",), set()),
    "fence": ("none", lambda text: f"``````text\n{text}\n``````", ("``````",), set()),
    "comment": ("none", lambda text: f"<!--\n{text}\n-->", ("--",), set()),
    "element": ("hugo", lambda text: f"<div>\n{filled(text)}\n</div>", ("</div",), ABOUT_HTML),
    "preformatted": ("none", lambda text: f"<pre>\n{text}\n</pre>", ("</pre",), ABOUT_HTML),
    "script": ("zola", lambda text: f"<script>\n{text}\n</script>", ("</script",), {"html/inline"}),
    "style sheet": ("none", lambda text: f"<style>\n{text}\n</style>", ("</style",), {"html/inline"}),
    "Liquid's comment": ("jekyll", lambda text: f"{{% comment %}}\n{text}\n{{% endcomment %}}", (), set()),
    "Liquid's highlight": ("jekyll", lambda text: f"{{% highlight text %}}\n{text}\n{{% endhighlight %}}", (), set()),
    "Liquid's argument": ("jekyll", lambda text: f"{{% include note.html text='{text}' %}}", ("'",), set()),
    "Hugo's comment": ("hugo", lambda text: f"{{{{% comment %}}}}\n{text}\n{{{{% /comment %}}}}", (), set()),
    "Hugo's highlight": ("hugo", lambda text: f"{{{{< highlight text >}}}}\n{text}\n{{{{< /highlight >}}}}", (), set()),
    "Hugo's argument": ("hugo", lambda text: f"{{{{< figure caption=`{text}` >}}}}", ("`",), set()),
    "Nunjucks' comment": ("hexo", lambda text: f"{{#\n{text}\n#}}", ("#}", "```", "~~~"), set()),
}


@pytest.mark.parametrize("region", REGIONS)
def test_no_markdown_is_seen(region: str) -> None:
    generator, enclosed, ends, allowed = REGIONS[region]
    parts = [one.strip("\n") for one in faulty() if not any(mark in one for mark in ("{{", "{%", *ends))]
    body = "\n\nText.\n\n".join(enclosed(one) for one in parts)
    text = f"---\ntitle: Tea\ndate: 2024-01-02\n---\n\nText.\n\n{body}\n\nText.\n"
    path = "_posts/2024-01-02-tea.md"
    context = text_context(path, get_generator(generator), Plan(Settings(preset="all"), REGISTRY))
    found = context.check(context.read(Source(path, text))).diagnostics
    wrong = [
        f"{one.start.line}: {one.rule} {one.message}"
        for one in found
        if one.rule not in NOT_ABOUT_MARKDOWN | allowed
        and not one.rule.startswith("whitespace/")
        and not (one.rule == "text/invisible-character" and "Markdown" not in one.message)
    ]
    assert wrong == []
