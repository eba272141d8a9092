"""Fix a post: apply fixes until nothing changes, and verify that each leaves unchanged what its rule declares.

Fixes are applied in stages, by what their rules declare to change; rules that declare nothing come first. What a stage
must not change, the rendered page or the front matter's data, is compared before and after it. If it did change, the
rule responsible is dropped for this file, and everything starts again without it, so that the other fixes are kept.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import unified_diff as _unified_diff
from functools import cache
from itertools import pairwise
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from postlint.core.finding import Diagnostic, DiagnosticFix
from postlint.core.result import Checked
from postlint.core.rule import PostRule, Rule
from postlint.core.text import Edit, Source, Span
from postlint.engine.same_page import same_page

_ROUNDS = 10
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


class Version(Protocol):
    """One text that a file has while it is fixed. It is read once; it is checked or rendered only if that is needed."""

    @property
    def checked(self) -> Checked:
        """Its findings, sorted; none has a fix that touches a template tag."""

    @property
    def html(self) -> str:
        """Its body as HTML."""

    @property
    def data(self) -> Mapping[str, Any]:
        """Its front matter."""


VersionT = TypeVar("VersionT", bound=Version)


@dataclass(frozen=True, slots=True)
class Fixed(Generic[VersionT]):
    """A file after its fixes."""

    source: Source
    """The same object that was passed in if nothing was fixed."""
    version: VersionT
    """What was read of `source`, and what its check returned."""
    count: int = 0
    """How many fixes were applied."""
    warnings: tuple[str, ...] = ()
    """Rules whose fixes were skipped, and why."""


class _Stage(NamedTuple):
    """What rules declare that their fixes change."""

    html: bool
    front_matter: bool


_STAGES = (_Stage(False, False), _Stage(False, True), _Stage(True, False), _Stage(True, True))


@dataclass(frozen=True, slots=True)
class _FixContext:
    """What is needed to fix one file."""

    version: Callable[[Source], Version]
    """Returns the same object for the same source."""
    rules: Mapping[str, Rule]
    unsafe: bool
    dropped: frozenset[str] = frozenset()
    """Rules whose fixes are no longer applied."""

    def stage(self, name: str) -> _Stage:
        rule = self.rules.get(name)
        if isinstance(rule, PostRule):
            return _Stage(rule.changes_html, rule.changes_front_matter)
        return _Stage(False, False)

    def violation(self, stage: _Stage, before: Source, after: Source) -> str:
        """Why the result of a stage must be rejected; empty if it need not be."""
        old, new = self.version(before), self.version(after)
        if not stage.html and not same_page(old.html, new.html):
            return "the rendered page would change"
        if not stage.front_matter and _canonical(old.data) != _canonical(new.data):
            return "the front matter's data would change"
        return ""


def _canonical(data: Mapping[str, Any]) -> str:
    return json.dumps(data, sort_keys=True, default=repr)  # as JSON, since True == 1 == 1.0


class _Result(NamedTuple):
    """A source after fixes; or, if any rules are rejected, the reason why they have to be dropped."""

    source: Source
    fixes: int = 0
    applied: frozenset[str] = frozenset()
    """Rules whose fixes were applied."""
    rejected: frozenset[str] = frozenset()
    reason: str = ""


def fix(
    source: Source, read: Callable[[Source], VersionT], *, unsafe: bool, rules: Mapping[str, Rule]
) -> Fixed[VersionT]:
    """Apply all fixes that verification accepts. `read` is called once for each text."""
    version = cache(read)
    context = _FixContext(version, rules, unsafe)
    warnings: list[str] = []
    while (result := _attempt(source, context)).rejected:
        names = " and ".join(sorted(result.rejected))
        warnings.append(f"{source.path}: fixes of {names} were skipped: {result.reason}")
        context = replace(context, dropped=context.dropped | result.rejected)
    return Fixed(result.source, version(result.source), result.fixes, tuple(warnings))


def _attempt(source: Source, context: _FixContext) -> _Result:
    """All stages, repeated until none has anything left to fix."""
    count = 0
    applied: frozenset[str] = frozenset()
    for _ in range(_ROUNDS):
        applied = frozenset()
        for stage in _STAGES:
            result = _stage(source, stage, context)
            if result.rejected:
                return result
            source, count, applied = result.source, count + result.fixes, applied | result.applied
        if not applied:
            return _Result(source, count)
    return _conflict(source, applied)


def _stage(source: Source, stage: _Stage, context: _FixContext) -> _Result:
    """The fixes of the rules of one stage, verified."""
    result = _settle(source, context, lambda name: context.stage(name) == stage)
    if result.rejected or not result.fixes:
        return result
    reason = context.violation(stage, source, result.source)
    if not reason:
        return result
    rules = _offending_rules(source, stage, sorted(result.applied), context)
    return _Result(source, rejected=rules, reason=reason)


def _offending_rules(source: Source, stage: _Stage, names: list[str], context: _FixContext) -> frozenset[str]:
    """Halve the rules as long as one half alone violates the stage; rules that do so only together stay together."""

    def is_offending(half: Sequence[str]) -> bool:
        return bool(context.violation(stage, source, _settle(source, context, half.__contains__).source))

    while len(names) > 1:
        middle = len(names) // 2
        half = next((half for half in (names[:middle], names[middle:]) if is_offending(half)), None)
        if half is None:
            break
        names = half
    return frozenset(names)


def _settle(source: Source, context: _FixContext, is_selected: Callable[[str], bool]) -> _Result:
    """Apply the fixes of selected rules, and check again, until nothing changes."""
    rounds: list[frozenset[str]] = []
    seen = [source.text]
    count = 0
    for _ in range(_ROUNDS):
        findings = [
            diagnostic
            for diagnostic in context.version(source).checked.diagnostics
            if diagnostic.fix and diagnostic.rule not in context.dropped and is_selected(diagnostic.rule)
        ]
        accepted = _accepted(source, findings, context.unsafe)
        if not accepted:
            return _Result(source, count, frozenset().union(*rounds))
        source = source.edited(edit for _, edits in accepted for edit in edits)
        rounds.append(frozenset(rule for rule, _ in accepted))
        count += len(accepted)
        if source.text in seen:
            return _conflict(source, frozenset().union(*rounds[seen.index(source.text) :]))
        seen.append(source.text)
    return _conflict(source, rounds[-2] | rounds[-1])


def _conflict(source: Source, rules: frozenset[str]) -> _Result:
    reason = "they conflict with each other" if len(rules) > 1 else "they do not converge"
    return _Result(source, rejected=rules, reason=reason)


def _accepted(source: Source, findings: Iterable[Diagnostic], unsafe: bool) -> list[tuple[str, list[Edit]]]:
    """The rule and edits of each fix that does not touch a fix before it."""
    accepted: list[tuple[str, list[Edit]]] = []
    taken: list[Span] = []
    for diagnostic in findings:
        if diagnostic.fix is None or not (diagnostic.fix.safe or unsafe):
            continue
        edits = _edits(source, diagnostic.fix)
        changes = any(source[span] != text for span, text in edits)
        if changes and _is_free([span for span, _ in edits], taken):
            accepted.append((diagnostic.rule, edits))
            for span, _ in edits:
                insort(taken, span)
    return accepted


def _edits(source: Source, fix: DiagnosticFix) -> list[Edit]:
    return [Edit(Span(source.offset(start), source.offset(end)), text) for start, end, text in fix.edits]


def _is_free(spans: list[Span], taken: list[Span]) -> bool:
    """Whether spans touch neither each other nor taken ones, which are sorted; only neighbors need to be compared."""
    if any(span.touches(other) for span, other in pairwise(sorted(spans))):
        return False
    indices = ((bisect_left(taken, span), span) for span in spans)
    return not any(span.touches(other) for at, span in indices for other in taken[max(at - 1, 0) : at + 1])


def unified_diff(before: Source, after: Source) -> str:
    """What writing `after` over `before` would change, with the file's own line ends; empty if nothing."""
    name = "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in before.path)
    old, new = (_LINE.findall(source.encode().decode("utf-8").removeprefix("\ufeff")) for source in (before, after))
    lines = _unified_diff(old, new, f"a/{name}", f"b/{name}")
    return "".join(
        line
        if line.endswith("\n")
        else f"{line}\n"
        if line.endswith("\r")
        else f"{line}\n\\ No newline at end of file\n"
        for line in lines
    )
