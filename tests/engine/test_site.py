"""Site rules over the facts of all posts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from postlint.core.finding import ERROR, WARNING, SiteFinding
from postlint.core.post import Post
from postlint.core.result import Checked
from postlint.core.rule import RECOMMENDED, NoOptions, SiteRule
from postlint.core.site import Site, Suppression
from postlint.core.text import Span
from postlint.engine.facts import facts_of
from postlint.engine.plan import Active
from postlint.engine.registry import load
from postlint.engine.site import check_site
from postlint.generators import get_generator
from tests.support.posts import read


def alone(site: Site, _options: NoOptions) -> Iterator[SiteFinding]:
    for path in site.posts:
        yield SiteFinding(path, "alone", Span(0, 1), ERROR if path == "b.md" else None)


def failing(_site: Site, _options: NoOptions) -> Iterator[SiteFinding]:
    raise ValueError("no")
    yield


def active(check: object, name: str = "site/alone") -> Active:
    rule = SiteRule(name=name, check=check, options=NoOptions, preset=RECOMMENDED, severity=WARNING)  # type: ignore[arg-type]
    return Active(rule, NoOptions(), WARNING)


POSTS = {path: read(f"text of {path}\n", path=path) for path in ("a.md", "b.md", "c.md")}
ALONE = active(alone)


def check(*rules: Active, suppressed: str = "", disabled: str = "", gone: str = "") -> Checked:
    everywhere = Suppression(frozenset({"site/alone"}), 1, 9, 0)
    facts = {path: facts_of(post, "", [everywhere] if path == suppressed else ()) for path, post in POSTS.items()}

    def read_post(path: str) -> Post | None:
        return None if path == gone else POSTS[path]

    def rules_of(path: str) -> tuple[Active, ...]:
        return () if path == disabled else rules

    return check_site(Site(facts, lambda _: True, lambda _: get_generator("none")), rules, load(), rules_of, read_post)


def test_findings_are_diagnostics_of_their_posts() -> None:
    diagnostics = check(ALONE).diagnostics
    assert [(diagnostic.path, diagnostic.severity) for diagnostic in diagnostics] == [
        ("a.md", WARNING), ("b.md", ERROR), ("c.md", WARNING)
    ]  # fmt: skip
    assert diagnostics[0].excerpt == (1, ("text of a.md",), "markdown")


@pytest.mark.parametrize("reason", ["suppressed", "disabled", "gone"])
def test_finding_is_dropped(reason: str) -> None:
    assert [diagnostic.path for diagnostic in check(ALONE, **{reason: "b.md"}).diagnostics] == ["a.md", "c.md"]


def test_crash_of_a_rule_hides_no_findings_of_others() -> None:
    checked = check(active(failing, "site/failing"), ALONE)
    assert checked.crashed
    assert [diagnostic.rule for diagnostic in checked.diagnostics] == ["internal/rule-failed", *["site/alone"] * 3]
