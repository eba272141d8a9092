"""Hexo's Nunjucks (hexo.io/docs/tag-plugins); in fenced code it is not run."""

from __future__ import annotations

import re

from postlint.core.generator import TemplateDialect
from postlint.core.generator.templates import BlockTags
from postlint.generators.shared.liquid import BRACES_TAG_NAME

_CLOSED = r"if|for|raw|codeblock|blockquote|quote|pullquote"

TEMPLATES = TemplateDialect(
    delimiters=(("{%", "%}"), ("{{", "}}"), ("{#", "#}")),
    tag=re.compile(r"\{%-?\s*(?P<closing>)(?P<name>\w+)\s*(?P<arguments>.*?)\s*-?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL),
    closing_tag=r"\{{%-?\s*end{name}\s*-?%\}}",
    tag_name=BRACES_TAG_NAME,
    known_tags=frozenset(
        {"asset_img", "asset_link", "asset_path", "blockquote", "code", "codeblock", "else", "elseif", "elif"}
        | {"extends", "for", "gist", "iframe", "if", "img", "import", "include", "include_code", "include-code"}
        | {"jsfiddle", "link", "macro", "post_link", "post_path", "pullquote", "quote", "raw", "set", "url_for"}
        | {"video", "vimeo", "youtube"}
    ),
    code_tags=frozenset({"codeblock", "code"}),
    opaque_tags=frozenset({"katex", "math", "mermaid"}),
    capture_tags=frozenset({"set"}),
    verbatim_tags=frozenset({"raw"}),
    comment_openers=frozenset({"{#"}),
    run_in_fences=False,
    run_in_code_spans=False,  # run: Hexo 8 shows them
    blocks=BlockTags(
        tag=re.compile(r"\{%-?\s*(?P<end>end)?(?P<name>\w+)"),
        always_closed=re.compile(_CLOSED),
        candidates=re.compile(rf"\{{%-?\s*(?:end|{_CLOSED})"),
        closing_tag="{{% end{} %}}",
        terminator="%}",
    ),
    switches=(("disableNunjucks", True),),
)
