"""Settings and rules -> the rules, options and severities that hold for one post."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from postlint.core.finding import Severity
from postlint.core.rule import Rule


@dataclass(frozen=True, slots=True)
class Active:
    """A rule with its options settled."""

    rule: Rule
    options: Any
    severity: Severity
    forced: bool = False
    """Whether the configuration set the severity: it then holds for every finding."""
