"""markdownlint's names and settings of rules, as ours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from postlint.core.finding import ERROR, WARNING, Severity
from postlint.core.options import OptionError, build
from postlint.core.settings import RuleSettings
from postlint.engine.registry import Registry

# https://github.com/DavidAnson/markdownlint/blob/v0.40.0/doc/Rules.md
TAGS: Mapping[str, tuple[int, ...]] = {
    "accessibility": (45, 59),
    "atx": (18, 19),
    "atx_closed": (20, 21),
    "blank_lines": (12, 22, 31, 32, 47),
    "blockquote": (27, 28),
    "bullet": (4, 5, 7, 32),
    "code": (14, 31, 38, 40, 46, 48),
    "emphasis": (36, 37, 49, 50),
    "hard_tab": (10,),
    "headings": (1, 3, 18, 19, 20, 21, 22, 23, 24, 25, 26, 36, 41, 43),
    "hr": (35,),
    "html": (33,),
    "images": (45, 52, 53, 54),
    "indentation": (5, 7, 27),
    "language": (40,),
    "line_length": (13,),
    "links": (11, 34, 39, 42, 51, 52, 53, 54, 59),
    "ol": (29, 30, 32),
    "spaces": (18, 19, 20, 21, 23),
    "spelling": (44,),
    "table": (55, 56, 58, 60),
    "ul": (4, 5, 7, 30, 32),
    "url": (34,),
    "whitespace": (9, 10, 12, 27, 28, 30, 37, 38, 39),
}
"""Its tags, each of which stands for several rules, with the numbers of these."""

_DEFAULT = "default"
_COMMON_KEYS = ("enabled", "severity")
"""What every rule's mapping may contain besides options."""


def find(word: str, registry: Registry) -> frozenset[str]:
    """The names of the rules that a word stands for in markdownlint's comments: its tags, not our families.

    >>> from postlint.engine.registry import load
    >>> find("LANGUAGE", load())
    frozenset({'code/missing-language'})
    """
    numbers = TAGS.get(word.lower())
    if numbers is None:
        return frozenset() if word.lower() in registry.families else registry.find(word)
    return frozenset().union(*(registry.find(f"MD{number:03}") for number in numbers))


def rule_settings(configuration: Mapping[str, Any], registry: Registry) -> Iterator[tuple[str, RuleSettings]]:
    """The settings of each rule that a markdownlint configuration names; later ones win.

    As in markdownlint, unknown keys and options that do not fit have no effect.
    """
    default = next((value for key, value in configuration.items() if key.lower() == _DEFAULT), None)
    if isinstance(default, str):
        yield from ((name, _settings(default, name, registry)) for name in sorted(registry.markdownlint))
    for word, value in configuration.items():
        if word.lower() != _DEFAULT:
            for name in sorted(find(word, registry) & registry.markdownlint):
                yield name, _settings(value, name, registry)


def default_of(configuration: Mapping[str, Any]) -> bool | None:
    """Whether rules that a configuration does not name are enabled; None if it does not say."""
    for key, value in configuration.items():
        if key.lower() == _DEFAULT:
            return bool(value)
    return None


def misfits(configuration: Mapping[str, Any], registry: Registry) -> Iterator[str]:
    """What has no effect here: the message for each unknown key, and for each option that does not fit."""
    for word, value in configuration.items():
        names = find(word, registry) & registry.markdownlint
        if not names and word.lower() != _DEFAULT:
            yield f'unknown rule "{word}"'
        for key, option in value.items() if isinstance(value, Mapping) else ():
            if key not in _COMMON_KEYS:
                for name in sorted(names):
                    try:
                        build(registry.by_name[name].options, {key: option}, word)
                    except OptionError as error:
                        yield str(error)


def _settings(value: Any, name: str, registry: Registry) -> RuleSettings:
    if not isinstance(value, Mapping):
        return RuleSettings(_severity(value), off=not value)
    options_type = registry.by_name[name].options
    options = {
        key: option for key, option in value.items() if key not in _COMMON_KEYS and _fits(options_type, key, option)
    }
    return RuleSettings(_severity(value.get("severity")), off=not value.get("enabled", True), options=options)


def _severity(value: Any) -> Severity | None:
    return WARNING if value == "warning" else ERROR if value == "error" else None


def _fits(options_type: type, key: str, value: Any) -> bool:
    try:
        build(options_type, {key: value}, "")
    except OptionError:
        return False
    return True
