"""Comments x findings -> the findings that are kept, and what became of the comments."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import get_close_matches
from functools import partial

from postlint.core.events import CommentUse
from postlint.core.finding import Diagnostic
from postlint.core.post import Comment, Post
from postlint.core.site import Suppression
from postlint.engine import markdownlint
from postlint.engine.registry import Registry

_UNSILENCED = "internal/"
_END = 10**9
_NO_COMMENT = -1


def suppressions(post: Post, registry: Registry, off: Iterable[str] = ()) -> tuple[Suppression, ...]:
    """The ranges of lines in which the post's comments silence rules; some are off until one switches them on."""
    if not post.comments:
        return ()
    return tuple(_ranges(post.comments, registry, partial(_below, post), off))


def _below(post: Post, comment: Comment) -> tuple[int, int]:
    """The lines that a comment on the next line speaks of: all of a code block that it stands above.

    A blank line may lie between. markdownlint's comment means the next line and no more.
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
    """One pass in the order of the file; what is disabled and never enabled again holds to the end.

    markdownlint's comments on the whole file come before all others of its own, wherever they stand, and what it
    restores without a capture is the state before these.
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
                yield Suppression(rules, 1, _END, index)
            case "disable":
                open_ |= dict.fromkeys(rules - open_.keys(), (comment.line, index))
            case "enable" | "enable-file":
                yield from _closed(open_, rules, comment.line)
            case "capture":
                captured = dict(open_)
            case "restore":
                yield from _closed(open_, open_.keys() - captured.keys(), comment.line)
                open_ |= {rule: (comment.line, start[1]) for rule, start in captured.items() if rule not in open_}
    yield from _closed(open_, open_.keys(), _END + 1)


def _closed(open_: dict[str, tuple[int, int]], rules: Iterable[str], line: int) -> list[Suppression]:
    ends = [(rule, *open_.pop(rule)) for rule in list(rules) if rule in open_]
    ranges: dict[tuple[int, int], set[str]] = {}
    for rule, first, index in ends:
        ranges.setdefault((first, index), set()).add(rule)
    return [Suppression(frozenset(names), first, line - 1, index) for (first, index), names in ranges.items()]


def rules_of(comment: Comment, registry: Registry) -> frozenset[str]:
    """The rules that a comment speaks of; markdownlint's without names only those that do a rule of its."""
    if comment.names:
        return frozenset().union(*(_find(comment, name, registry) for name in comment.names))
    if comment.markdownlint:
        return registry.markdownlint
    return registry.find("all")


def _find(comment: Comment, name: str, registry: Registry) -> frozenset[str]:
    return markdownlint.find(name, registry) if comment.markdownlint else registry.find(name)


def silenced(ranges: Sequence[Suppression], rule: str, line: int) -> tuple[int, ...]:
    """The comments that silence a rule at a line; none for findings that nothing silences."""
    if rule.startswith(_UNSILENCED):
        return ()
    return tuple(
        one.comment
        for one in ranges
        if one.first_line <= line <= one.last_line and (one.rules is None or rule in one.rules)
    )


def keep(ranges: Sequence[Suppression], diagnostics: Iterable[Diagnostic]) -> tuple[list[Diagnostic], frozenset[int]]:
    """The findings that no comment silences, and the comments that silenced one."""
    kept: list[Diagnostic] = []
    used: set[int] = set()
    for one in diagnostics:
        by = silenced(ranges, one.rule, one.start.line)
        used.update(by)
        if not by:
            kept.append(one)
    return kept, frozenset(used)


def outcomes(
    post: Post, registry: Registry, used: frozenset[int], running: frozenset[str], site_rules_run: bool
) -> list[CommentUse]:
    """What became of each comment.

    One that names a rule which does not run here, or whose finding comes later (a site rule's), is never called unused.
    """
    found: list[CommentUse] = []
    for index, comment in enumerate(post.comments):
        unknown = tuple(at for at, name in enumerate(comment.names) if not _find(comment, name, registry))
        close = [get_close_matches(comment.names[at].lower(), registry.words, n=1, cutoff=0.6) for at in unknown]
        rules = rules_of(comment, registry)
        judged = rules <= running if comment.names else not site_rules_run
        unused = comment.action.startswith("disable") and judged and index not in used and not unknown
        found.append(CommentUse(comment, unknown, tuple(one[0] if one else "" for one in close), unused))
    return found
