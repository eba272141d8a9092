"""Rules that options define."""

from __future__ import annotations

from typing import Any

import pytest

from postlint.core.finding import INFO
from postlint.core.options import OptionError
from postlint.core.settings import Override, RuleSettings, Settings
from postlint.engine.registry import load
from postlint.engine.variants import with_variants

UTILISE = {"name": "no-utilise", "pattern": "utilise"}


def forbidding(*patterns: dict[str, Any]) -> dict[str, RuleSettings]:
    return {"text/forbidden": RuleSettings(options={"patterns": list(patterns)})}


def test_each_pattern_is_a_rule() -> None:
    registry, settings = with_variants(load(), Settings(rules=forbidding(UTILISE)))
    (name,) = registry.find("no-utilise")
    assert name in registry.entries
    assert name not in load().entries
    assert name in registry.find("text/forbidden"), "the name of the rule stands for its variants"
    assert not settings.rules["text/forbidden"].options
    assert settings.rules[name].options


def test_variants_of_overrides() -> None:
    registry, settings = with_variants(load(), Settings(overrides=(Override(rules=forbidding(UTILISE)),)))
    assert registry.find("no-utilise") <= settings.overrides[0].rules.keys()


def test_table_of_the_variant_itself_wins() -> None:
    (name,) = with_variants(load(), Settings(rules=forbidding(UTILISE)))[0].find("no-utilise")
    _, settings = with_variants(load(), Settings(rules={**forbidding(UTILISE), name: RuleSettings(INFO)}))
    assert settings.rules[name].severity is INFO
    assert settings.rules[name].options


def test_nothing_changes_without_variants() -> None:
    settings = Settings(rules={"heading": RuleSettings(INFO)})
    assert with_variants(load(), settings) == (load(), settings)


def test_name_of_a_rule_cannot_be_that_of_a_variant() -> None:
    with pytest.raises(OptionError, match='text/forbidden: the name "MD001" is already that of a rule'):
        with_variants(load(), Settings(rules=forbidding({"name": "MD001", "pattern": "a"})))
