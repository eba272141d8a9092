"""The facts of all posts and the site rules -> findings. Pure: files and the day come as arguments."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from postlint.core.finding import Diagnostic, Finding
from postlint.core.post import Post
from postlint.core.result import Checked
from postlint.core.rule import SiteRule
from postlint.core.site import Site
from postlint.engine.check import diagnostic_of, failure_of, report
from postlint.engine.plan import Active
from postlint.engine.registry import Registry
from postlint.engine.suppress import drop_suppressed


def check_site(
    site: Site,
    rules: Iterable[Active],
    registry: Registry,
    rules_of: Callable[[str], Iterable[Active]],
    read_post: Callable[[str], Post | None],
) -> Checked:
    """Run site rules over the facts of all posts.

    `rules` are those that apply to some post; `rules_of` gives those that apply to the post at a path. `read_post`
    reads a post again, for the lines around its findings; it returns None if the file has disappeared.
    """
    diagnostics: list[Diagnostic] = []
    crashed = False
    for active in rules:
        rule = active.rule
        if not isinstance(rule, SiteRule):
            continue
        try:
            findings = list(rule.check(site, active.options))
        except Exception as error:  # as with post rules, it must not hide what the others find
            crashed = True
            if (post := read_post(next(iter(site.posts)))) is not None:
                diagnostics += report(failure_of(rule.name, error), post, (), registry)
            continue
        for finding in findings:
            own = next((own for own in rules_of(finding.path) if own.rule.name == rule.name), None)
            if own is not None and (post := read_post(finding.path)) is not None:
                facts = site.posts.get(finding.path)
                own_finding = Finding(finding.message, finding.span, severity=finding.severity)
                kept, _ = drop_suppressed(
                    facts.suppressions if facts else (), [diagnostic_of(own_finding, post, own, excerpt=True)]
                )
                diagnostics += kept
    return Checked(tuple(diagnostics), crashed=crashed)
