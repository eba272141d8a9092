"""A rule's manual, from the lines that also test it: its docstring, its options, its examples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Literal

from postlint.core.options import Description, describe
from postlint.core.rule import ALWAYS, OPT_IN, PostRule, Rule
from postlint.engine.registry import load
from postlint.manual.examples import read_examples, run

Fixability = Literal["no", "safe", "unsafe"]

_FENCE = re.compile(r"^(?P<fence>~{3,})(?P<info>[^\n]*)\n(?P<text>.*?)^(?P=fence)[ \t]*$", re.MULTILINE | re.DOTALL)
_INDENT = "    "
_FIXABILITY = {"no": "no", "safe": "yes, with --fix", "unsafe": "yes, with --fix --unsafe-fixes"}


@dataclass(frozen=True, slots=True)
class Manual:
    """What there is to say of a rule."""

    rule: Rule
    summary: str
    """One sentence, without its full stop."""
    text: str
    """Why, with examples in Markdown."""
    options: tuple[Description, ...]
    fix: Fixability


@cache
def docstring(module: str) -> str:
    """A rule's docstring as it is written: from Python 3.13 on, `__doc__` has lost its tabs."""
    import ast

    source = Path(import_module(module).__file__ or "").read_text(encoding="utf-8")
    return (ast.get_docstring(ast.parse(source), clean=False) or "").strip()


def summary(rule: Rule) -> str:
    """The first line of a rule's docstring, without its full stop."""
    return docstring(rule.module).partition("\n")[0].rstrip(".")


def manual(rule: Rule) -> Manual:
    """A rule's manual."""
    return Manual(
        rule, summary(rule), docstring(rule.module).partition("\n")[2].strip(), describe(rule.options), fixability(rule)
    )


def fixability(rule: Rule) -> Fixability:
    """Whether a rule mends what it finds: what it offers for the examples of its docstring."""
    if not isinstance(rule, PostRule):
        return "no"
    examples = [one for one in read_examples(docstring(rule.module)) if one.kind == "bad"]
    fixes = [found.fix for one in examples for found in run(rule, one, load()) if found.fix is not None]
    return "no" if not fixes else "safe" if any(fix.safe for fix in fixes) else "unsafe"


def preset_name(rule: Rule) -> str:
    """The smallest preset that has the rule, as people call it."""
    return "opt-in" if rule.preset == OPT_IN else rule.preset.name.lower()


def plain(page: Manual) -> str:
    """The manual as text."""
    return "\n".join(_lines(page)) + "\n"


def _lines(page: Manual) -> Iterator[str]:
    rule = page.rule
    yield rule.name
    yield f"{_INDENT}{page.summary}."
    yield ""
    yield f"{_INDENT}severity  {rule.severity}"
    yield f"{_INDENT}preset    {_preset(rule)}"
    if rule.aliases:
        yield f"{_INDENT}aliases   {', '.join(rule.aliases)}"
    yield f"{_INDENT}fix       {_FIXABILITY[page.fix]}"
    yield ""
    yield _FENCE.sub(_example, page.text)
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
    parts = [f"# {rule.name}", f"**{page.summary}.**", "\n".join(facts), _FENCE.sub(_fenced, page.text)]
    if page.options:
        parts += [f'## Options, in `[rules."{rule.name}"]`']
        parts += [
            f"- `{one.name} = {one.default or '(not set)'}` ({one.type})  \n  {one.text}".rstrip()
            for one in page.options
        ]
    return "\n\n".join(parts) + "\n"


def _fenced(match: re.Match[str]) -> str:
    language, _, rest = match["info"].strip().partition(" ")
    title = f"**{example_title(rest)}**\n\n" if language in ("markdown", "toml") and rest else ""
    return f"{title}{match['fence']}{language}\n{match['text']}{match['fence']}"


def _preset(rule: Rule) -> str:
    name = preset_name(rule)
    if rule.preset is ALWAYS:
        return "all (it cannot be ignored)"
    if name == "opt-in":
        return "none: switch it on with --extend-select, or in the configuration"
    return name if name == "strict" else f"{name} (on by default)"


def _example(match: re.Match[str]) -> str:
    body = "\n".join(f"{_INDENT}{line}".rstrip() for line in match["text"].rstrip("\n").split("\n"))
    language, _, rest = match["info"].strip().partition(" ")
    if language not in ("markdown", "toml") or not rest:
        return body
    return f"{example_title(rest)}:\n\n{body}"


def example_title(info: str) -> str:
    """What an example's fence says, in words.

    >>> example_title("bad 3 7 generator=jekyll")
    'Bad (lines 3, 7; Jekyll)'
    """
    words = info.split()
    lines = [word for word in words[1:] if word.isdigit()]
    notes = [f"line{'s' * (len(lines) > 1)} {', '.join(lines)}"] if lines else []
    notes += [word.partition("=")[2].title() for word in words if word.startswith("generator=")]
    notes += [words[index + 1] for index, word in enumerate(words[:-1]) if word == "in"]
    title = {"fixed": "After the fix", "options": "With the options"}.get(words[0], words[0].title())
    return f"{title} ({'; '.join(notes)})" if notes else title
