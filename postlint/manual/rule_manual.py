"""The manual of a rule, made of what also tests it: its docstring with the examples, and its options."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Literal

from postlint.core.options import Description, describe
from postlint.core.rule import ALWAYS, OPT_IN, PostRule, Rule
from postlint.engine.registry import load
from postlint.manual.examples import FENCE, read_examples, run, split_info

Fixability = Literal["no", "safe", "unsafe"]

_INDENT = "    "
_FIXABILITY = {"no": "no", "safe": "yes, with --fix", "unsafe": "yes, with --fix --unsafe-fixes"}
_FIX_LABELS = {"no": "", "safe": "yes", "unsafe": "unsafe"}


@dataclass(frozen=True, slots=True)
class Manual:
    """The documentation of a rule."""

    rule: Rule
    summary: str
    """The title, without a full stop."""
    text: str
    """The explanation with the examples, in Markdown."""
    options: tuple[Description, ...]
    fix: Fixability


@cache
def docstring(module: str) -> str:
    """The docstring of a rule's module as it is in the file; Python 3.13 expands the tabs in `__doc__`."""
    import ast

    source = Path(import_module(module).__file__ or "").read_text(encoding="utf-8")
    return (ast.get_docstring(ast.parse(source), clean=False) or "").strip()


def summary(rule: Rule) -> str:
    """The first line of a rule's docstring, without a full stop."""
    return docstring(rule.module).partition("\n")[0].rstrip(".")


def manual(rule: Rule) -> Manual:
    """The manual of a rule."""
    return Manual(
        rule, summary(rule), docstring(rule.module).partition("\n")[2].strip(), describe(rule.options), fixability(rule)
    )


def fixability(rule: Rule) -> Fixability:
    """Whether a rule has fixes, judged by those that it offers for the examples of its docstring."""
    if not isinstance(rule, PostRule):
        return "no"
    examples = [example for example in read_examples(docstring(rule.module)) if example.kind == "bad"]
    diagnostics = [diagnostic for example in examples for diagnostic in run(rule, example, load())]
    fixes = [diagnostic.fix for diagnostic in diagnostics if diagnostic.fix is not None]
    return "no" if not fixes else "safe" if any(fix.safe for fix in fixes) else "unsafe"


def fix_label(rule: Rule) -> str:
    """The fixability of a rule as tables show it: empty, `yes` or `unsafe`."""
    return _FIX_LABELS[fixability(rule)]


def preset_name(rule: Rule) -> str:
    """The smallest preset that enables the rule, or `opt-in`."""
    return "opt-in" if rule.preset == OPT_IN else rule.preset.name.lower()


def plain(page: Manual) -> str:
    """The manual as plain text."""
    return "\n".join(_lines(page)) + "\n"


def _lines(page: Manual) -> Iterator[str]:
    rule = page.rule
    yield rule.name
    yield f"{_INDENT}{page.summary}"
    yield ""
    yield f"{_INDENT}severity  {rule.severity}"
    yield f"{_INDENT}preset    {_preset(rule)}"
    if rule.aliases:
        yield f"{_INDENT}aliases   {', '.join(rule.aliases)}"
    yield f"{_INDENT}fix       {_FIXABILITY[page.fix]}"
    yield ""
    yield FENCE.sub(_indented_example, page.text)
    if page.options:
        yield ""
        yield f'Options, in [rules."{rule.name}"]:'
        for option in page.options:
            yield ""
            yield f"{_INDENT}{option.name} = {option.default or '(not set)'}"
            yield f"{_INDENT}{_INDENT}{option.text or option.type}"
            if option.text:
                yield f"{_INDENT}{_INDENT}({option.type})"


def markdown(page: Manual) -> str:
    """The manual as Markdown."""
    rule = page.rule
    facts = [f"- severity: **{rule.severity}**", f"- preset: {_preset(rule)}", f"- fix: {_FIXABILITY[page.fix]}"]
    facts += [f"- aliases: {', '.join(rule.aliases)}"] if rule.aliases else []
    parts = [f"# {rule.name}", f"**{page.summary}**", "\n".join(facts), FENCE.sub(_titled_example, page.text)]
    if page.options:
        parts += [f'## Options, in `[rules."{rule.name}"]`']
        parts += [
            f"- `{option.name} = {option.default or '(not set)'}` ({option.type})  \n  {option.text}".rstrip()
            for option in page.options
        ]
    return "\n\n".join(parts) + "\n"


def _titled_example(match: re.Match[str]) -> str:
    """An example as a plain fenced block of Markdown, with its title above."""
    language, words = split_info(match["info"])
    title = f"**{example_title(words)}**\n\n" if _is_example(language, words) else ""
    return f"{title}{match['fence']}{language}\n{match['text']}{match['fence']}"


def _indented_example(match: re.Match[str]) -> str:
    """An example as an indented block of plain text, with its title above."""
    body = "\n".join(f"{_INDENT}{line}".rstrip() for line in match["text"].rstrip("\n").split("\n"))
    language, words = split_info(match["info"])
    return f"{example_title(words)}:\n\n{body}" if _is_example(language, words) else body


def _is_example(language: str, words: Sequence[str]) -> bool:
    return language in ("markdown", "toml") and bool(words)


def example_title(words: Sequence[str]) -> str:
    """The words of an example's info string as a title.

    >>> example_title(["bad", "3", "7", "generator=jekyll"])
    'Bad (lines 3, 7; Jekyll)'
    """
    lines = [word for word in words[1:] if word.isdigit()]
    notes = [f"line{'s' * (len(lines) > 1)} {', '.join(lines)}"] if lines else []
    notes += [word.partition("=")[2].title() for word in words if word.startswith("generator=")]
    notes += [word.removeprefix("in ") for word in words if word.startswith("in ")]
    title = {"fixed": "After the fix", "options": "With the options"}.get(words[0], words[0].title())
    return f"{title} ({'; '.join(notes)})" if notes else title


def _preset(rule: Rule) -> str:
    name = preset_name(rule)
    if rule.preset is ALWAYS:
        return "all (cannot be ignored)"
    if name == "opt-in":
        return "none; enable it with --extend-select or in the configuration"
    return name if name == "strict" else f"{name} (enabled by default)"
