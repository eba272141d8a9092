"""Comments that disable or enable rules: postlint's own, and markdownlint's with markdownlint's semantics."""

from __future__ import annotations

import re
from operator import attrgetter
from typing import Any, cast, get_args

from postlint.core.post import Comment, CommentAction, Post
from postlint.core.text import Span
from postlint.data.jsonc import read_jsonc

_ACTIONS = "|".join(sorted(get_args(CommentAction), key=len, reverse=True))
_BODY = rf"(?P<tool>postlint|markdownlint)-(?P<action>{_ACTIONS})(?![\w-])(?P<names>[^\n]*?)"
_COMMENT = re.compile(
    rf"<!--+\s*{_BODY.replace('|markdownlint', '')}\s*--+>"
    rf"|\{{#-?\s*{_BODY.replace('?P<', '?P<n_')}\s*-?#\}}"
    rf"|\{{/\*\s*{_BODY.replace('?P<', '?P<x_')}\s*\*/\}}"
)
_MARKDOWNLINT_COMMENT = re.compile(
    rf"<!--[^\S\n]*(?P<tool>markdownlint)-(?P<action>{_ACTIONS})(?=\s|-->)(?P<names>[^\n]*?)-->", re.IGNORECASE
)
_HASH_COMMENT = re.compile(rf"(?:^|(?<=\s))#\s*{_BODY}[ \t]*$", re.MULTILINE)
_NAME = re.compile(r"[^\s,]+")
_MARKDOWNLINT_NAME = re.compile(r"\S+")
_CONFIGURE_FILE = re.compile(r"<!--\s*markdownlint-configure-file(?=\s|-->)", re.IGNORECASE)


def read_comments(post: Post) -> tuple[Comment, ...]:
    """Read the comments that disable or enable rules, in file order, including `#` comments in YAML and TOML.

    Comments in code count only if they are markdownlint's, as in markdownlint.
    """
    text = post.text
    if "postlint-" not in text and ("<!--" not in text or "markdownlint-" not in text.lower()):
        return ()
    comments: list[Comment] = []
    matter = post.front_matter
    if matter is not None and matter.format in ("yaml", "toml"):
        comments += [_comment(post, match, "") for match in _HASH_COMMENT.finditer(text, *matter.content)]
    for match in _COMMENT.finditer(text, post.body_start):
        prefix = "" if match["tool"] else "n_" if match["n_tool"] else "x_"
        if not _in_code(post, match.start()):
            comments.append(_comment(post, match, prefix))
    comments += [_comment(post, match, "") for match in _MARKDOWNLINT_COMMENT.finditer(text, post.body_start)]
    return tuple(sorted(comments, key=attrgetter("span")))


def read_configuration(post: Post) -> dict[str, Any]:
    """Merge the settings of all `markdownlint-configure-file` comments, also those in code. Later ones win, by key.

    A comment that does not hold a JSON object is ignored, as in markdownlint.
    """
    configuration: dict[str, Any] = {}
    for match in _CONFIGURE_FILE.finditer(post.text, post.body_start):
        end = post.text.find("-->", match.end())
        if end < 0:
            break
        settings = read_jsonc(post.text[match.end() : end]).data
        if isinstance(settings, dict):
            configuration |= settings
    return configuration


def _comment(post: Post, match: re.Match[str], prefix: str) -> Comment:
    start, end = match.span(f"{prefix}names")
    markdownlint = match[f"{prefix}tool"].lower() == "markdownlint"
    name_pattern = _MARKDOWNLINT_NAME if markdownlint else _NAME
    if not markdownlint:  # a colon begins the reason
        colon = post.text.find(":", start, end)
        end = colon if colon >= 0 else end
    names = list(name_pattern.finditer(post.text, start, end))
    return Comment(
        cast(CommentAction, match[f"{prefix}action"].lower()),
        tuple(name[0] for name in names),
        tuple(Span(*name.span()) for name in names),
        Span(*match.span()),
        post.source.line_number(match.start()),
        markdownlint,
    )


def _in_code(post: Post, offset: int) -> bool:
    return any(block.span.start <= offset < block.span.end for block in post.code_blocks) or any(
        inline.kind == "code" and inline.span.start <= offset < inline.span.end for inline in post.body.inlines
    )
