"""The context of a file: what applies to it, and how its text is read and checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from postlint.core.events import Failure, Unreadable
from postlint.core.finding import INFO, WARNING
from postlint.core.rule import ALWAYS
from postlint.core.settings import Override, RuleSettings, Settings
from postlint.core.text import Position, Source, Span
from postlint.engine.plan import Plan
from postlint.engine.registry import load
from postlint.generators import get_generator
from postlint.workspace.file_context import FileContexts, text_context
from postlint.workspace.settings_loader import SettingsLoader


def test_context_has_what_applies_to_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "site" / "content" / "posts").mkdir(parents=True)
    (tmp_path / "site" / "hugo.toml").write_text('title = "Tea"\n')
    (tmp_path / "postlint.toml").write_text('fail-on = "warning"\n')
    monkeypatch.chdir(tmp_path)
    contexts = FileContexts(SettingsLoader(), load())
    context = contexts.of(str(tmp_path / "site" / "content" / "posts" / "tea.md"))
    assert context.display_path == context.config_path == "site/content/posts/tea.md"
    assert (context.site_path, context.site_root) == ("content/posts/tea.md", "site/")
    assert (context.generator.name, context.fail_level) == ("hugo", WARNING)
    assert context.plan is contexts.plan(str(tmp_path))


def test_overrides_see_the_front_matter_of_the_text() -> None:
    override = Override(when={"draft": True}, ignore=("heading",))
    settings = Settings(preset="none", extend_select=("heading/empty",), overrides=(override,))
    context = text_context("a.md", get_generator("none"), Plan(settings, load()))
    rules = [
        {active.rule.name for active in context.rules_for(context.read(Source("a.md", text)))}
        for text in ("##\n", "---\ndraft: true\n---\n\n##\n")
    ]
    assert "heading/empty" in rules[0]
    assert "heading/empty" not in rules[1]


def test_partial_pages_are_checked_by_rules_that_allow_it() -> None:
    settings = Settings(preset="none", extend_select=("front-matter/duplicate-key", "heading/empty"))
    text = "---\na: 1\na: 2\n---\n\n##\n"
    findings = []
    for path in ("_posts/2024-01-20-tea.md", "_includes/tea.md"):
        context = text_context(path, get_generator("jekyll"), Plan(settings, load()))
        diagnostics = context.check(context.read(Source(path, text))).diagnostics
        findings.append([diagnostic.rule for diagnostic in diagnostics])
    assert findings == [["front-matter/duplicate-key", "heading/empty"], ["heading/empty"]]


def test_event_is_reported_by_the_rule_that_handles_it() -> None:
    settings = Settings(rules={"internal/unreadable": RuleSettings(severity=INFO)})
    context = text_context("a.md", get_generator("none"), Plan(settings, load()))
    (unreadable,) = context.report(Unreadable("no", Span(3, 3)), Source("a.md", "a\nb")).diagnostics
    assert (unreadable.rule, unreadable.severity, unreadable.message) == ("internal/unreadable", INFO, "no")
    assert unreadable.start == Position(2, 2)
    crash = context.report(Failure("", "ValueError: no"), Source("a.md", ""))
    assert crash.crashed
    assert [diagnostic.rule for diagnostic in crash.diagnostics] == ["internal/rule-failed"]


def test_rules_that_always_apply_handle_an_event() -> None:
    registry = load()
    assert registry.always
    for name in registry.always:
        rule = registry.by_name[name]
        assert rule.preset is ALWAYS
        assert rule in registry.handlers(getattr(rule, "event", object))
