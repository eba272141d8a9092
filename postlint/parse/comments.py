"""Comments that switch rules off or on: ours, and markdownlint's as they work there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast, get_args

from postlint.core.post import Comment, CommentAction
from postlint.core.text import Span
from postlint.data.jsonc import read_jsonc

if TYPE_CHECKING:
    from postlint.core.post import Post

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
    """Every such comment, and in YAML and TOML front matter after `#`; in code only markdownlint's count, as there."""
    text = post.text
    if "postlint-" not in text and ("<!--" not in text or "markdownlint-" not in text.lower()):
        return ()
    found: list[Comment] = []
    matter = post.front_matter
    if matter is not None and matter.format in ("yaml", "toml"):
        found += [_comment(post, match, "") for match in _HASH_COMMENT.finditer(text, *matter.content)]
    for match in _COMMENT.finditer(text, post.body_start):
        prefix = "" if match["tool"] else "n_" if match["n_tool"] else "x_"
        if not _in_code(post, match.start()):
            found.append(_comment(post, match, prefix))
    found += [_comment(post, match, "") for match in _MARKDOWNLINT_COMMENT.finditer(text, post.body_start)]
    return tuple(sorted(found, key=_place))


def _place(comment: Comment) -> Span:
    return comment.span


def read_configuration(post: Post) -> dict[str, Any]:
    """What `markdownlint-configure-file` comments say, be they in code; the later one is the stronger, key by key.

    One that is no JSON object says nothing, as in markdownlint.
    """
    found: dict[str, Any] = {}
    for match in _CONFIGURE_FILE.finditer(post.text, post.body_start):
        end = post.text.find("-->", match.end())
        if end < 0:
            break
        table = read_jsonc(post.text[match.end() : end]).data
        if isinstance(table, dict):
            found |= table
    return found


def _comment(post: Post, match: re.Match[str], prefix: str) -> Comment:
    start, end = match.span(f"{prefix}names")
    markdownlint = match[f"{prefix}tool"].lower() == "markdownlint"
    name_pattern = _MARKDOWNLINT_NAME if markdownlint else _NAME
    if not markdownlint:  # a reason may follow
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
        one.kind == "code" and one.span.start <= offset < one.span.end for one in post.body.inlines
    )
