"""Comments and findings -> the findings that remain, and what the comments had to do with the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from postlint.core.events import CommentUse
from postlint.core.finding import Diagnostic
from postlint.core.post import Comment, Post
from postlint.core.site import Suppression
from postlint.core.spelling import closest
from postlint.engine import markdownlint
from postlint.engine.registry import Registry

_LAST_LINE = 10**9
"""Past the end of every file."""
_NO_COMMENT = -1


def suppressions(post: Post, registry: Registry, off: Iterable[str] = ()) -> tuple[Suppression, ...]:
    """The ranges of lines in which the post's comments suppress rules.

    The rules in `off` are suppressed from the first line until a comment enables them.
    """
    if not post.comments:
        return ()
    return tuple(_ranges(post.comments, registry, partial(_lines_below, post), off))


def _lines_below(post: Post, comment: Comment) -> tuple[int, int]:
    """The first and last line that a next-line comment applies to: the whole of a code block that follows it.

    A blank line may be in between. markdownlint's comment applies to the next line only.
    """
    line = comment.line + 1
    if not comment.markdownlint:
        blank = line < len(post.source.lines) and not post.source.lines[line - 1].strip()
        for block in post.code_blocks:
            if block.line == line + blank:
                return line, block.last_line
    return line, line


def _ranges(
    comments: Sequence[Comment], registry: Registry, below: Callable[[Comment], tuple[int, int]], off: Iterable[str]
) -> Iterator[Suppression]:
    """One pass in the order of the file; what is disabled and never enabled again stays disabled to the end.

    As in markdownlint, its comments for the whole file take effect before its other comments, wherever they are, and
    restoring without a capture goes back to the state before those.
    """
    open_ = dict.fromkeys(off, (1, _NO_COMMENT))
    captured = dict(open_)
    for index, comment in enumerate(comments):
        if comment.markdownlint and comment.action == "disable-file":
            open_ |= dict.fromkeys(rules_of(comment, registry) - open_.keys(), (1, index))
        elif comment.markdownlint and comment.action == "enable-file":
            open_ = {rule: start for rule, start in open_.items() if rule not in rules_of(comment, registry)}
    for index, comment in enumerate(comments):
        rules = rules_of(comment, registry)
        match comment.action:
            case "disable-line":
                yield Suppression(rules, comment.line, comment.line, index)
            case "disable-next-line":
                yield Suppression(rules, *below(comment), index)
            case "disable-file" | "enable-file" if comment.markdownlint:
                continue
            case "disable-file":
                yield Suppression(rules, 1, _LAST_LINE, index)
            case "disable":
                open_ |= dict.fromkeys(rules - open_.keys(), (comment.line, index))
            case "enable" | "enable-file":
                yield from _closed(open_, rules, comment.line)
            case "capture":
                captured = dict(open_)
            case "restore":
                yield from _closed(open_, open_.keys() - captured.keys(), comment.line)
                open_ |= {rule: (comment.line, start[1]) for rule, start in captured.items() if rule not in open_}
    yield from _closed(open_, open_.keys(), _LAST_LINE + 1)


def _closed(open_: dict[str, tuple[int, int]], rules: Iterable[str], line: int) -> list[Suppression]:
    """End the ranges of rules before a line; `open_` has the first line and the comment of each range."""
    ends = [(rule, *open_.pop(rule)) for rule in list(rules) if rule in open_]
    ranges: dict[tuple[int, int], set[str]] = {}
    for rule, first, index in ends:
        ranges.setdefault((first, index), set()).add(rule)
    return [Suppression(frozenset(names), first, line - 1, index) for (first, index), names in ranges.items()]


def rules_of(comment: Comment, registry: Registry) -> frozenset[str]:
    """The rules that a comment disables or enables.

    markdownlint's comments without names apply only to the equivalents of its rules.
    """
    if comment.names:
        names = frozenset[str]().union(*(_find(comment, name, registry) for name in comment.names))
    elif comment.markdownlint:
        names = registry.markdownlint
    else:
        names = registry.find("all")
    return names - registry.always


def _find(comment: Comment, name: str, registry: Registry) -> frozenset[str]:
    return markdownlint.find(name, registry) if comment.markdownlint else registry.find(name)


def drop_suppressed(
    ranges: Sequence[Suppression], diagnostics: Iterable[Diagnostic]
) -> tuple[list[Diagnostic], frozenset[int]]:
    """The findings that no comment suppresses, and the comments, by index, that suppressed one."""
    kept: list[Diagnostic] = []
    used: set[int] = set()
    for diagnostic in diagnostics:
        comments = _suppressing(ranges, diagnostic.rule, diagnostic.start.line)
        used.update(comments)
        if not comments:
            kept.append(diagnostic)
    return kept, frozenset(used)


def _suppressing(ranges: Iterable[Suppression], rule: str, line: int) -> list[int]:
    return [
        range_.comment
        for range_ in ranges
        if range_.first_line <= line <= range_.last_line and (range_.rules is None or rule in range_.rules)
    ]


def comment_uses(
    post: Post, registry: Registry, used: frozenset[int], running: frozenset[str], site_rules_run: bool
) -> list[CommentUse]:
    """What each comment had to do with the findings; `used` are those that suppressed one.

    A comment is never unused if it names a rule that does not run here, or one that runs later, as site rules do.
    """
    uses: list[CommentUse] = []
    for index, comment in enumerate(post.comments):
        unknown = tuple(at for at, name in enumerate(comment.names) if not _find(comment, name, registry))
        suggestions = tuple(closest(comment.names[at], registry.words) for at in unknown)
        judged = rules_of(comment, registry) <= running if comment.names else not site_rules_run
        unused = comment.action.startswith("disable") and judged and index not in used and not unknown
        uses.append(CommentUse(comment, unknown, suggestions, unused))
    return uses
