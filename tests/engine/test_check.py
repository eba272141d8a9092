"""Rules over one post: severities, crashes, fixes near template tags, excerpts, exemptions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from postlint.core.body import Body
from postlint.core.events import Failure, Unreadable
from postlint.core.finding import ERROR, INFO, WARNING, Finding, Fix
from postlint.core.post import Post
from postlint.core.result import Checked
from postlint.core.rule import RECOMMENDED, NoOptions, PostRule
from postlint.core.text import Edit, Position, Span
from postlint.engine.check import check, failure_of, report
from postlint.engine.plan import Active
from postlint.engine.registry import load
from tests.support.posts import read

REGISTRY = load()
Check = Callable[[Post, NoOptions], Iterator[Finding]]


def active(check: Check, *, overridden: bool = False, **traits: Any) -> Active:
    rule = PostRule(name="text/tea", check=check, options=NoOptions, preset=RECOMMENDED, severity=WARNING, **traits)
    return Active(rule, NoOptions(), INFO if overridden else WARNING, severity_overridden=overridden)


def finding_at(text: str, fix: bool = False, **more: Any) -> Check:
    def check(post: Post, _options: NoOptions) -> Iterator[Finding]:
        span = Span(post.text.index(text), post.text.index(text) + len(text))
        yield Finding("tea", span, Fix("Remove it", (Edit(span, ""),)) if fix else None, **more)

    return check


def failing(_post: Post, _options: NoOptions) -> Iterator[Finding]:
    yield Finding("before", Span(0, 1))
    raise ValueError("no\ntea")


def run(post: Post, *rules: Active, **options: Any) -> Checked:
    return check(post, rules, REGISTRY, **options)


def test_diagnostic_has_rule_position_and_severity() -> None:
    (diagnostic,) = run(read("a\nb tea\n"), active(finding_at("tea"), aliases=("MD000",))).diagnostics
    assert (diagnostic.path, diagnostic.rule, diagnostic.aliases) == ("a.md", "text/tea", ("MD000",))
    assert (diagnostic.start, diagnostic.end, diagnostic.severity) == (Position(2, 3), Position(2, 6), WARNING)


@pytest.mark.parametrize(("overridden", "severity"), [(False, ERROR), (True, INFO)])
def test_severity_of_a_finding_is_weaker_than_that_of_the_configuration(overridden: bool, severity: object) -> None:
    rule = active(finding_at("tea", severity=ERROR), overridden=overridden)
    assert run(read("tea"), rule).diagnostics[0].severity is severity


def test_crash_of_a_rule_replaces_its_findings_only() -> None:
    checked = run(read("tea"), active(failing), active(finding_at("tea")))
    assert checked.crashed
    assert [diagnostic.rule for diagnostic in checked.diagnostics] == ["internal/rule-failed", "text/tea"]
    assert failure_of("text/tea", ValueError("no\ntea")) == Failure("text/tea", "ValueError: no")


def test_fix_that_touches_a_template_tag_is_dropped() -> None:
    post = read("{{ a }}\n\ntea\n", "jekyll")
    fixes = [run(post, active(finding_at(text, fix=True))).diagnostics[0].fix is None for text in ("a }}", "tea")]
    assert fixes == [True, False]


def test_rules_see_only_the_posts_that_they_are_for() -> None:
    plain, beyond = active(finding_at("tea")), active(finding_at("tea"), beyond_markdown=True)
    assert [len(run(read("tea", path="a.mdx"), rule).diagnostics) for rule in (plain, beyond)] == [0, 1]
    partial = read("tea", "jekyll", "_includes/a.html")
    full_only = active(finding_at("tea"), partials=False)
    assert [len(run(partial, rule).diagnostics) for rule in (plain, full_only)] == [1, 0]


def test_excerpt_has_the_lines_around_the_finding() -> None:
    text = "---\ntitle: tea\n---\n\n```python\nmilk\n```\n\n" + "x" * 300 + "\n"
    excerpts = {}
    for word in ("tea", "milk", "xx"):
        excerpt = run(read(text, "hugo"), active(finding_at(word))).diagnostics[0].excerpt
        assert excerpt is not None
        excerpts[word] = excerpt
    assert excerpts["tea"] == (1, ("---", "title: tea", "---"), "yaml")
    assert excerpts["milk"].language == "markdown", "the body was not parsed"
    assert max(map(len, excerpts["xx"].lines)) == 200
    post = read(text, "hugo")
    assert post.code_blocks
    assert run(post, active(finding_at("milk"))).diagnostics[0].excerpt == (5, ("```python", "milk", "```"), "python")
    assert run(read("tea"), active(finding_at("tea")), excerpts=False).diagnostics[0].excerpt is None


def test_facts_are_collected_for_site_rules_only() -> None:
    assert run(read("tea")).facts is None
    facts = run(read("tea"), site_root="blog/").facts
    assert facts is not None
    assert (facts.path, facts.site_root) == ("a.md", "blog/")


def test_deep_nesting_is_reported() -> None:
    post = read("a\n")
    post.__dict__["body"] = Body(too_deep=Span(0, 1))
    assert [diagnostic.rule for diagnostic in run(post).diagnostics] == ["internal/unreadable"]


def test_event_is_reported_by_a_rule_that_always_applies() -> None:
    (diagnostic,) = report(Unreadable("no tea", Span(0, 1)), read("tea"), (), REGISTRY)
    assert (diagnostic.rule, diagnostic.message) == ("internal/unreadable", "no tea")
