"""One post, its rules -> what they found. Pure: no files, no clock."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import attrgetter

from postlint.core.events import Failure, Unreadable
from postlint.core.finding import ORDER, Diagnostic, DiagnosticEdit, DiagnosticFix, Excerpt, Finding, Fix
from postlint.core.post import Post
from postlint.core.result import Checked
from postlint.core.text import Source, Span
from postlint.engine.facts import facts_of
from postlint.engine.plan import Active
from postlint.engine.registry import Registry
from postlint.engine.suppress import keep, outcomes, suppressions

_line = attrgetter("line")

_LINE_LIMIT = 200
_EXCERPT_LINES = 6
FAILED = "internal/rule-failed"
UNREADABLE = "internal/unreadable"
_SCHEMA_RULE = "front-matter/schema-violation"


def check(
    post: Post, active: Sequence[Active], registry: Registry, *, site_root: str | None = None, excerpts: bool = True
) -> Checked:
    """Run the rules over a post.

    `site_root` is the site's root as shown, given where site rules will run: only then are facts gathered. `excerpts`
    are for reports that show the lines around a finding.
    """
    diagnostics = _diagnostics(post, active, registry, excerpts)
    ranges = suppressions(post, registry, (one.rule.name for one in active if one.waiting))
    if ranges or post.comments:
        diagnostics, used = keep(ranges, diagnostics)
        running = frozenset(one.rule.name for one in active)
        for use in outcomes(post, registry, used, running, site_root is not None):
            diagnostics += report(post, _engine(active, "suppression"), use)
    facts = None if site_root is None else facts_of(post, site_root, ranges, _schemas(post, active))
    return Checked(tuple(sorted(diagnostics, key=ORDER)), facts)


def _schemas(post: Post, active: Iterable[Active]) -> tuple[str, ...]:
    """The schemas of a post's front matter: the one that its settings name, or its generator's own."""
    for one in active:
        if one.rule.name == _SCHEMA_RULE and one.options.schema:
            return (one.options.schema,)
    return post.generator.front_matter.schemas_for(post.site_path)


def _engine(active: Iterable[Active], family: str) -> tuple[Active, ...]:
    return tuple(one for one in active if one.rule.kind == "engine" and one.rule.family == family)


def _diagnostics(post: Post, active: Sequence[Active], registry: Registry, excerpts: bool) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    full = post.full_markdown
    for one in active:
        rule = one.rule
        if rule.kind != "post" or not (full or rule.beyond_markdown):
            continue
        before = len(found)
        try:
            for finding in rule.check(post, one.options):
                found.append(place(post, one, finding, excerpts))  # noqa: PERF401 - a rule that finds nothing costs no list
        except Exception as error:  # a rule's mistake must not hide what the others found
            failure = Failure(rule.name, f"{type(error).__name__}: {error}".split("\n")[0])
            found[before:] = failed(post, failure, registry)
    if post.body_is_read and post.body.too_deep is not None:
        reason = "nested more than 100 deep; what lies deeper was not checked"
        found += report(post, (internal(UNREADABLE, registry),), Unreadable(reason, post.body.too_deep))
    return found


def failed(post: Post, failure: Failure, registry: Registry) -> Iterable[Diagnostic]:
    """The finding that a rule failed."""
    return report(post, (internal(FAILED, registry),), failure)


def internal(name: str, registry: Registry) -> Active:
    """A rule on postlint itself, which no setting can switch off."""
    rule = registry.by_name[name]
    return Active(rule, rule.options(), rule.severity)


def report(post: Post, rules: Iterable[Active], happened: object) -> list[Diagnostic]:
    """What the rules on postlint's own doings say."""
    return [place(post, one, finding) for one in rules for finding in one.rule.check(happened, one.options)]


def place(post: Post, active: Active, finding: Finding, excerpt: bool = True) -> Diagnostic:
    """Sign, weigh and place a finding."""
    source, rule = post.source, active.rule
    severity = active.severity if active.forced or finding.severity is None else finding.severity
    first, last = source.positions(finding.span)
    fix = finding.fix
    if fix is not None and post.masks and any(post.masked(_widened(edit.span)) for edit in fix.edits):
        fix = None  # what a template tag prints is unknown
    return Diagnostic(
        post.path, first, last, rule.name, rule.aliases, severity, finding.message,
        None if fix is None else _placed(source, fix), _excerpt(post, first.line, last.line) if excerpt else None,
    )  # fmt: skip


def _widened(span: Span) -> Span:
    return span if span.end > span.start else Span(max(span.start - 1, 0), span.end + 1)


def _placed(source: Source, fix: Fix) -> DiagnosticFix:
    edits = [DiagnosticEdit(*source.positions(edit.span), edit.text) for edit in fix.edits]
    return DiagnosticFix(fix.title, fix.safe, tuple(edits))


def _excerpt(post: Post, first: int, last: int) -> Excerpt:
    lines = post.source.lines
    start = max(first - 1, 1)
    stop = min(max(first, min(last, start + _EXCERPT_LINES - 2)) + 1, len(lines))
    if stop == len(lines) and stop > first and not lines[stop - 1]:
        stop -= 1
    shown = lines[start - 1 : stop]
    if max(map(len, shown), default=0) > _LINE_LIMIT:
        shown = [line[:_LINE_LIMIT] for line in shown]
    return Excerpt(start, tuple(shown), _language(post, first))


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
