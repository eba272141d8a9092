"""Check the Python and data blocks of a post, except those that the post tells tools to skip."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from postlint.code.data_formats.problem import Problem
from postlint.code.languages import PYTHON, PYTHON_SESSION, read_info
from postlint.core.body import CodeBlock
from postlint.core.post import Post
from postlint.core.text import Span

if TYPE_CHECKING:
    from postlint.code.python import Verdict

_SKIP_INFO = re.compile(
    r"\b(?:lint|test|check|format)\s*[=:]\s*[\"']?(?:skip|false|no|off|ignore|xfail)\b"
    r"|(?:^|[\s.,{])(?:no-?(?:lint|test|check|run)|skip-?(?:lint|test|check))\b",
    re.I,
)
_SKIP_COMMENT = re.compile(
    r"<!--+\s*(?:skip[\w\s\[\]]*:\s*next|pytest[\w.:-]*\s*:?\s*(?:mark\.)?skip\w*|pytest-codeblocks:\s*(?:skip|expect-error)"
    r"|blacken-docs:\s*off|name:\s*\w*skip\w*|lint:\s*skip|no-?(?:lint|test))\b",
    re.I,
)
_REMOVED = re.compile(r"\bdel=\{([^{}]*)\}")
# The lines around a block that are searched for what the post says about it.
_LINES_ABOVE = 4
_LINES_BELOW = 8


def python_verdicts(post: Post, target: tuple[int, int] | None = None) -> Iterator[tuple[CodeBlock, Verdict]]:
    """Each block that is tagged as Python or as a Python session, with its verdict.

    `target` is the version of Python whose syntax the post may use, such as `(3, 9)`.
    """
    for block, verdict in post.cached(_verdicts):
        if target and verdict.is_valid:
            newer = _check_python(block.code, read_info(block.info).language, target=target)
            yield block, newer if newer.kind == "newer" else verdict
        else:
            yield block, verdict


def _verdicts(post: Post) -> tuple[tuple[CodeBlock, Verdict], ...]:
    """The verdicts without a target, which several rules share."""
    verdicts: list[tuple[CodeBlock, Verdict]] = []
    for number, block in enumerate(post.code_blocks):
        language = read_info(block.info).language if block.info else ""
        if language not in PYTHON and language not in PYTHON_SESSION:
            continue
        before, after = _above(post, block), _below(post, number)
        if not _SKIP_INFO.search(block.info) and not ("<!--" in before and _SKIP_COMMENT.search(before)):
            verdicts.append((block, _check_python(block.code, language, before=before, after=after)))
    return tuple(verdicts)


def _check_python(
    code: str, language: str, *, before: str = "", after: str = "", target: tuple[int, int] | None = None
) -> Verdict:
    from postlint.code.python import check  # not loaded for posts without Python

    return check(code, language, before=before, after=after, target=target)


def _above(post: Post, block: CodeBlock) -> str:
    lines = post.source.lines
    return "\n".join(lines[max(0, block.line - 1 - _LINES_ABOVE) : block.line - 1])


def _below(post: Post, number: int) -> str:
    """The lines below a block, and all of the next block if it starts in them."""
    blocks = post.code_blocks
    last = blocks[number].last_line
    below = "\n".join(post.source.lines[last : last + _LINES_BELOW])
    if number + 1 < len(blocks) and blocks[number + 1].line <= last + _LINES_BELOW:
        below += "\n" + blocks[number + 1].code
    return below


def data_problems(
    post: Post, languages: frozenset[str], check: Callable[[str], Problem | None]
) -> Iterator[tuple[Span, Problem]]:
    """The problem of each invalid block in some languages, with its span in the file."""
    for block in post.code_blocks:
        if not block.info or read_info(block.info).language not in languages or _SKIP_INFO.search(block.info):
            continue
        problem = check(_without_removed(block))
        if problem and not ("<!--" in (above := _above(post, block)) and _SKIP_COMMENT.search(above)):
            start = block.offset_of(problem.line, problem.column)
            yield Span(start, min(start + 1, len(post.text))), problem


def _without_removed(block: CodeBlock) -> str:
    """The code without the lines that the info string marks as deleted (`del={2,4-5}`); they become blank."""
    if "del=" not in block.info or not (match := _REMOVED.search(block.info)):
        return block.code
    removed: set[int] = set()
    for first, last in re.findall(r"(\d{1,5})(?:-(\d{1,5}))?", match[1]):
        removed.update(range(int(first), int(last or first) + 1))
    return "\n".join("" if number in removed else line for number, line in enumerate(block.code.split("\n"), 1))
