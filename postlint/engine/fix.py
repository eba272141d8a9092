"""Mend a post: apply fixes until nothing changes, and trust no rule in what it says that its fixes leave alone.

Fixes come in stages, by what their rules declare; those that declare no change come first. What a stage must not
change, the rendered page or the front matter's data, is compared before and after it. On failure the guilty rule
is dropped for this file and all starts again without it, so that the other fixes stay.
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
from typing import NamedTuple

from postlint.core.finding import Diagnostic, DiagnosticFix
from postlint.core.rule import Rule
from postlint.core.text import Edit, Source, Span
from postlint.engine.same_page import same_page

_ROUNDS = 10
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Fixed:
    """What became of a file."""

    source: Source
    """The very source that came in if nothing was mended."""
    count: int = 0
    """How many fixes were applied."""
    warnings: tuple[str, ...] = ()
    """Rules whose fixes were left out, and why."""


class _Stage(NamedTuple):
    """What its rules declare that their fixes change."""

    html: bool
    front_matter: bool


_STAGES = (_Stage(False, False), _Stage(False, True), _Stage(True, False), _Stage(True, True))


@dataclass(frozen=True, slots=True)
class _Bench:
    """What fixability one file needs; the functions remember what they said of a source."""

    check: Callable[[Source], Sequence[Diagnostic]]
    render_html: Callable[[Source], str]
    front_matter_data: Callable[[Source], object]
    rules: Mapping[str, Rule]
    unsafe: bool
    dropped: frozenset[str] = frozenset()

    def stage(self, name: str) -> _Stage:
        rule = self.rules.get(name)
        return _Stage(rule.changes_html, rule.changes_front_matter) if rule else _Stage(False, False)

    def broken(self, stage: _Stage, before: Source, after: Source) -> str:
        """Why the stage must not stand; empty if it may."""
        if not stage.html and not same_page(self.render_html(before), self.render_html(after)):
            return "the rendered page would change"
        if not stage.front_matter:
            old, new = self.front_matter_data(before), self.front_matter_data(after)
            # As JSON, since True == 1 == 1.0.
            if json.dumps(old, sort_keys=True, default=repr) != json.dumps(new, sort_keys=True, default=repr):
                return "the front matter's data would change"
        return ""


class _Result(NamedTuple):
    """A source after fixes; or, if any rules are guilty, why they must go first."""

    source: Source
    fixes: int = 0
    applied: frozenset[str] = frozenset()
    guilty: frozenset[str] = frozenset()
    reason: str = ""


def fix(
    source: Source,
    check: Callable[[Source], Sequence[Diagnostic]],
    *,
    unsafe: bool,
    render_html: Callable[[Source], str],
    front_matter_data: Callable[[Source], object],
    rules: Mapping[str, Rule],
) -> Fixed:
    """Mend what can be mended. `check` yields findings in order, and no fix that touches a template."""
    bench = _Bench(cache(check), cache(render_html), cache(front_matter_data), rules, unsafe)
    warnings: list[str] = []
    while (result := _attempt(source, bench)).guilty:
        names = " and ".join(sorted(result.guilty))
        warnings.append(f"{source.path}: the fixes of {names} were left out: {result.reason}")
        bench = replace(bench, dropped=bench.dropped | result.guilty)
    return Fixed(result.source, result.fixes, tuple(warnings))


def _attempt(source: Source, bench: _Bench) -> _Result:
    """All stages, again and again until none has anything left to do."""
    count = 0
    applied: frozenset[str] = frozenset()
    for _ in range(_ROUNDS):
        applied = frozenset()
        for stage in _STAGES:
            result = _stage(source, stage, bench)
            if result.guilty:
                return result
            source, count, applied = result.source, count + result.fixes, applied | result.applied
        if not applied:
            return _Result(source, count)
    return _fight(source, applied)


def _stage(source: Source, stage: _Stage, bench: _Bench) -> _Result:
    """The fixes of one stage's rules, and the net behind them."""
    result = _settled(source, bench, lambda name: bench.stage(name) == stage)
    if result.guilty or not result.fixes:
        return result
    reason = bench.broken(stage, source, result.source)
    if not reason:
        return result
    return _Result(source, guilty=_culprits(source, stage, sorted(result.applied), bench), reason=reason)


def _culprits(source: Source, stage: _Stage, names: list[str], bench: _Bench) -> frozenset[str]:
    """Halve the rules as long as one half breaks the page alone; what breaks it only together goes together."""

    def breaks(part: Sequence[str]) -> bool:
        return bool(bench.broken(stage, source, _settled(source, bench, part.__contains__).source))

    while len(names) > 1:
        middle = len(names) // 2
        part = next((part for part in (names[:middle], names[middle:]) if breaks(part)), None)
        if part is None:
            break
        names = part
    return frozenset(names)


def _settled(source: Source, bench: _Bench, wanted: Callable[[str], bool]) -> _Result:
    """Apply and check again until nothing changes."""
    rounds: list[frozenset[str]] = []
    seen = [source.text]
    count = 0
    for _ in range(_ROUNDS):
        findings = [one for one in bench.check(source) if one.rule not in bench.dropped and wanted(one.rule)]
        accepted = _accepted(source, findings, bench.unsafe)
        if not accepted:
            return _Result(source, count, frozenset().union(*rounds))
        source = source.edited(edit for _, edits in accepted for edit in edits)
        rounds.append(frozenset(rule for rule, _ in accepted))
        count += len(accepted)
        if source.text in seen:
            return _fight(source, frozenset().union(*rounds[seen.index(source.text) :]))
        seen.append(source.text)
    return _fight(source, rounds[-2] | rounds[-1])


def _fight(source: Source, rules: frozenset[str]) -> _Result:
    reason = "each undoes what another does" if len(rules) > 1 else "they never come to an end"
    return _Result(source, guilty=rules, reason=reason)


def _accepted(source: Source, findings: Iterable[Diagnostic], unsafe: bool) -> list[tuple[str, list[Edit]]]:
    """The rule and edits of each fix that touches no fix before it."""
    accepted: list[tuple[str, list[Edit]]] = []
    taken: list[Span] = []
    for one in findings:
        if one.fix is None or not (one.fix.safe or unsafe):
            continue
        edits = _edits(source, one.fix)
        idle = all(source[span] == text for span, text in edits)
        if not idle and _free([span for span, _ in edits], taken):
            accepted.append((one.rule, edits))
            for span, _ in edits:
                insort(taken, span)
    return accepted


def _edits(source: Source, fix: DiagnosticFix) -> list[Edit]:
    return [Edit(Span(source.offset(start), source.offset(end)), text) for start, end, text in fix.edits]


def _free(spans: list[Span], taken: list[Span]) -> bool:
    """Whether spans touch neither each other nor those taken: since none of these touch, a neighbour tells."""
    if any(span.touches(other) for span, other in pairwise(sorted(spans))):
        return False
    places = ((bisect_left(taken, span), span) for span in spans)
    return not any(span.touches(other) for at, span in places for other in taken[max(at - 1, 0) : at + 1])


def unified_diff(before: Source, after: Source) -> str:
    """What writing `after` over `before` would change, with the file's own line ends; empty if nothing."""
    name = "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in before.path)
    old, new = (_LINE.findall(one.encode().decode("utf-8").removeprefix("\ufeff")) for one in (before, after))
    lines = _unified_diff(old, new, f"a/{name}", f"b/{name}")
    return "".join(
        line
        if line.endswith("\n")
        else f"{line}\n"
        if line.endswith("\r")
        else f"{line}\n\\ No newline at end of file\n"
        for line in lines
    )
