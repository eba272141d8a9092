"""A post and its rules -> findings. Pure: no files, no clock."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import attrgetter

from postlint.core.events import CommentUse, Failure, Unreadable
from postlint.core.finding import ORDER, Diagnostic, DiagnosticEdit, DiagnosticFix, Excerpt, Finding, Fix
from postlint.core.post import Post
from postlint.core.result import Checked
from postlint.core.rule import EngineRule, PostRule
from postlint.core.text import Source, Span
from postlint.engine.facts import facts_of
from postlint.engine.plan import Active, default_active, schemas_of
from postlint.engine.registry import Registry
from postlint.engine.suppress import comment_uses, drop_suppressed, suppressions

_line = attrgetter("line")

_LINE_LIMIT = 200
"""Characters of a line in an excerpt."""
_EXCERPT_LINES = 6


def check(
    post: Post, rules: Sequence[Active], registry: Registry, *, site_root: str | None = None, excerpts: bool = True
) -> Checked:
    """Run rules over a post.

    `site_root` is the display path of the site's root if site rules will run, which need the post's facts. With
    `excerpts`, findings have the lines around them, for reports that show these.
    """
    diagnostics, crashed = _run(post, rules, registry, excerpts)
    ranges = suppressions(post, registry, (active.rule.name for active in rules if active.enabled_by_comment))
    if ranges or post.comments:
        diagnostics, used = drop_suppressed(ranges, diagnostics)
        running = frozenset(active.rule.name for active in rules)
        for use in comment_uses(post, registry, used, running, site_root is not None):
            diagnostics += report(use, post, rules, registry)
    facts = None
    if site_root is not None:
        facts = facts_of(
            post, site_root, ranges, schemas_of(rules) or post.generator.front_matter.schemas_for(post.site_path)
        )
    return Checked(tuple(sorted(diagnostics, key=ORDER)), facts, crashed)


def _run(post: Post, rules: Sequence[Active], registry: Registry, excerpts: bool) -> tuple[list[Diagnostic], bool]:
    """What the post rules find, before comments suppress any of it; and whether a rule crashed."""
    diagnostics: list[Diagnostic] = []
    crashed = False
    full = post.full_markdown
    partial = post.generator.sources.is_partial(post.site_path)
    for active in rules:
        rule = active.rule
        if not isinstance(rule, PostRule) or not (full or rule.beyond_markdown) or (partial and not rule.partials):
            continue
        before = len(diagnostics)
        try:
            for finding in rule.check(post, active.options):
                diagnostics.append(diagnostic_of(finding, post, active, excerpts))  # noqa: PERF401 - costs no list if empty
        except Exception as error:  # a rule's bug must not hide what the other rules find
            diagnostics[before:] = report(failure_of(rule.name, error), post, rules, registry)
            crashed = True
    if post.body_is_read and post.body.too_deep is not None:
        reason = "nested more than 100 levels deep; what is nested deeper was not checked"
        diagnostics += report(Unreadable(reason, post.body.too_deep), post, rules, registry)
    return diagnostics, crashed


def failure_of(rule: str, error: Exception) -> Failure:
    """The event for an exception; `rule` is the name of the rule that raised it, or empty."""
    return Failure(rule, f"{type(error).__name__}: {error}".split("\n")[0])


def report(
    event: CommentUse | Failure | Unreadable,
    post: Post,
    rules: Iterable[Active],
    registry: Registry,
    *,
    excerpts: bool = True,
) -> list[Diagnostic]:
    """What the rules for an event find: those among `rules`, or else those that always apply."""
    handlers = [
        (active.rule, active)
        for active in rules
        if isinstance(active.rule, EngineRule) and active.rule.event is type(event)
    ]
    if not handlers:
        handlers = [(rule, default_active(rule)) for rule in registry.handlers(type(event))]
    return [
        diagnostic_of(finding, post, active, excerpts) for rule, active in handlers for finding in rule.check(event)
    ]


def diagnostic_of(finding: Finding, post: Post, active: Active, excerpt: bool) -> Diagnostic:
    """A finding with its rule, severity and position."""
    source, rule = post.source, active.rule
    severity = active.severity if active.severity_overridden or finding.severity is None else finding.severity
    first, last = source.positions(finding.span)
    fix = finding.fix
    if fix is not None and post.masks and any(post.masked(_widened(edit.span)) for edit in fix.edits):
        fix = None  # the output of a template tag is unknown
    return Diagnostic(
        post.path,
        first,
        last,
        rule.name,
        rule.aliases,
        severity,
        finding.message,
        None if fix is None else _diagnostic_fix(source, fix),
        _excerpt(post, first.line, last.line) if excerpt else None,
    )


def _widened(span: Span) -> Span:
    """An empty span with the characters on both sides."""
    return span if span.end > span.start else Span(max(span.start - 1, 0), span.end + 1)


def _diagnostic_fix(source: Source, fix: Fix) -> DiagnosticFix:
    edits = [DiagnosticEdit(*source.positions(edit.span), edit.text) for edit in fix.edits]
    return DiagnosticFix(fix.title, fix.safe, tuple(edits))


def _excerpt(post: Post, first: int, last: int) -> Excerpt:
    lines = post.source.lines
    start = max(first - 1, 1)
    stop = min(max(first, min(last, start + _EXCERPT_LINES - 2)) + 1, len(lines))
    if stop == len(lines) and stop > first and not lines[stop - 1]:
        stop -= 1
    excerpt = lines[start - 1 : stop]
    if max(map(len, excerpt), default=0) > _LINE_LIMIT:
        excerpt = [line[:_LINE_LIMIT] for line in excerpt]
    return Excerpt(start, tuple(excerpt), _language(post, first))


def _language(post: Post, line: int) -> str:
    matter = post.front_matter
    if matter is not None and line <= post.source.line_number(matter.span.end):
        return {"headers": "yaml", "comment": "rst"}.get(matter.format, matter.format)
    if post.body_is_read:
        blocks = post.body.code_blocks
        at = bisect_left(blocks, line, key=_line)
        if at and line <= blocks[at - 1].last_line and (info := blocks[at - 1].info.split()):
            return info[0].strip("{}.").lower() or "text"
    return "markdown"
