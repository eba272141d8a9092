"""Decorators that make rules of functions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from postlint.core.events import Failure
from postlint.core.rule import (
    ALWAYS,
    ERROR,
    OPT_IN,
    RECOMMENDED,
    STRICT,
    WARNING,
    EngineRule,
    Finding,
    NoOptions,
    Post,
    PostRule,
    Site,
    SiteFinding,
    SiteRule,
    engine_rule,
    post_rule,
    site_rule,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Options:
    size: int = 1


def check_post(post: Post, options: Options) -> Iterator[Finding]:
    yield from ()


def check_site(site: Site, options: NoOptions) -> Iterator[SiteFinding]:
    yield from ()


def check_event(event: Failure) -> Iterator[Finding]:
    yield from ()


for _function in (check_post, check_site, check_event):
    _function.__module__ = "postlint.rules.some_family.some_fault"


def test_post_rule_has_the_name_of_its_module_and_the_options_of_its_function() -> None:
    rule = post_rule(preset=STRICT, severity=WARNING, aliases=("MD001",), changes_html=True)(check_post)
    assert isinstance(rule, PostRule)
    assert (rule.name, rule.family, rule.module) == (
        "some-family/some-fault", "some-family", "postlint.rules.some_family.some_fault"
    )  # fmt: skip
    assert (rule.check, rule.options, rule.aliases, rule.changes_html) == (check_post, Options, ("MD001",), True)


def test_site_rule() -> None:
    rule = site_rule(preset=OPT_IN, severity=ERROR)(check_site)
    assert isinstance(rule, SiteRule)
    assert (rule.name, rule.options, rule.severity) == ("some-family/some-fault", NoOptions, ERROR)


def test_engine_rule_handles_the_event_of_its_function() -> None:
    rule = engine_rule(preset=ALWAYS, severity=ERROR)(check_event)
    assert isinstance(rule, EngineRule)
    assert (rule.event, rule.options) == (Failure, NoOptions)


def test_presets_are_ordered() -> None:
    assert ALWAYS < RECOMMENDED < STRICT < OPT_IN
