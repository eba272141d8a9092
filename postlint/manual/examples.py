"""Examples in rules' docstrings and in literate cases: read, and run.

Fences `~~~markdown INFO` hold them; the words of INFO:

- `bad 3 7`: exactly these lines are reported, in this order;
- `good`: nothing is reported;
- `fixed`: what the `bad` block before it becomes under `--fix --unsafe-fixes`;
- `generator=jekyll`: the generator that the post is written for, else none;
- `unended`: the last line has no line end;
- `in posts/a.md`: the file's path. Blocks of a site rule that have one and follow each other are one small site.

`~~~toml options` gives the rule's options for the blocks after it, up to the next heading.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any, Literal

from postlint.core.finding import Diagnostic
from postlint.core.options import build
from postlint.core.post import Post
from postlint.core.rule import PostRule, Rule, SiteRule
from postlint.core.settings import RuleSettings, Settings
from postlint.core.site import Site
from postlint.core.text import Source
from postlint.engine.plan import Active, Plan
from postlint.engine.registry import Registry
from postlint.engine.site import check_site
from postlint.generators import get_generator
from postlint.parse import read_post
from postlint.workspace.file_context import FileContext, text_context

TODAY = date(2026, 1, 31)
"""What day it is in examples."""

_FENCE = re.compile(
    r"^(?P<fence>~{3,})(?P<language>\w+)[ \t]+(?P<info>[^\n]*)\n(?P<text>.*?)^(?P=fence)[ \t]*$", re.M | re.S
)
_HEADING = re.compile(r"^#{1,6}[ \t]+(?P<title>[^\n]+)$", re.M)
_WORD = re.compile(r"in \S+|\S+")


@dataclass(frozen=True, slots=True)
class Example:
    """One fence."""

    kind: Literal["bad", "good", "fixed"]
    text: str
    line: int
    """The line of its fence in the docstring or case file."""
    title: str
    """The heading above it; empty in a docstring."""
    lines: tuple[int, ...] = ()
    options: Mapping[str, Any] | None = None
    generator: str = "none"
    path: str = "post.md"
    named: bool = False
    """Whether it gives its path."""


def read_examples(text: str) -> tuple[Example, ...]:
    """Every example in a docstring or case file, in order."""
    titles = [(match.start(), match["title"]) for match in _HEADING.finditer(_without_fences(text))]
    options: Mapping[str, Any] | None = None
    found: list[Example] = []
    title = ""
    for match in _FENCE.finditer(text):
        above = [name for at, name in titles if at < match.start()]
        if above and above[-1] != title:
            title, options = above[-1], None
        words = _WORD.findall(match["info"])
        if match["language"] == "toml" and words == ["options"]:
            options = tomllib.loads(match["text"])
        elif match["language"] == "markdown" and words[0] in ("bad", "good", "fixed"):
            line = text.count("\n", 0, match.start()) + 1
            found.append(_example(words, match["text"], line, title, options))
    return tuple(found)


def _without_fences(text: str) -> str:
    return _FENCE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def _example(words: Sequence[str], text: str, line: int, title: str, options: Mapping[str, Any] | None) -> Example:
    kind: Any = words[0]
    example = Example(kind, text, line, title, options=options)
    for word in words[1:]:
        if word.isdigit():
            example = replace(example, lines=(*example.lines, int(word)))
        elif word.startswith("generator="):
            example = replace(example, generator=word.partition("=")[2])
        elif word == "unended":
            example = replace(example, text=text.removesuffix("\n"))
        elif word == "unended":
            example = replace(example, text=example.text.removesuffix("\n"))
        elif word.startswith("in "):
            example = replace(example, path=word[3:], named=True)
        else:
            raise ValueError(f"line {line}: an example says '{word}', which means nothing")
    return example


def active(rule: Rule, options: Mapping[str, Any] | None) -> Active:
    """A rule with an example's options."""
    return Active(rule, build(rule.options, options or {}, rule.name), rule.severity)


def context_of(rule: Rule, example: Example, registry: Registry) -> FileContext:
    """The context of an example: its rule and options, and no other rules.

    The rules for comments need other rules, whose findings comments can suppress.
    """
    plan = _plan(rule.name, json.dumps(example.options or {}), rule.family == "suppression", registry)
    return text_context(example.path, get_generator(example.generator), plan)


@cache
def _plan(rule: str, options: str, with_others: bool, registry: Registry) -> Plan:
    others = [other.name for other in registry.rules if isinstance(other, PostRule)] if with_others else ()
    settings = Settings(
        preset="none", extend_select=tuple(others), rules={rule: RuleSettings(options=json.loads(options))}
    )
    return Plan(settings, registry)


def source_of(example: Example, text: str | None = None) -> Source:
    """The text of an example, or another one, as the content of its file."""
    return Source.decode(example.path, (example.text if text is None else text).encode())


def post_of(example: Example, text: str | None = None) -> Post:
    """An example as a post."""
    return read_post(source_of(example, text), get_generator(example.generator), example.path)


def run(rule: Rule, example: Example, registry: Registry, text: str | None = None) -> tuple[Diagnostic, ...]:
    """What a rule finds in an example."""
    context = context_of(rule, example, registry)
    checked = context.check(context.read(source_of(example, text)))
    names = context.plan.registry.find(rule.name)
    return tuple(diagnostic for diagnostic in checked.diagnostics if diagnostic.rule in names)


def run_site(rule: Rule, examples: Sequence[Example], registry: Registry) -> tuple[Diagnostic, ...]:
    """What a site rule finds in the posts that consecutive examples make."""
    context = context_of(rule, examples[0], registry)
    posts = {example.path: post_of(example) for example in examples}
    facts = {}
    for example in examples:
        own = context_of(rule, example, registry)
        facts[example.path] = own.check(posts[example.path], site=True).facts
    folders = {parent for path in posts for parent in _parents(path)}
    site = Site({path: own for path, own in facts.items() if own}, lambda path: path in posts or path in folders, TODAY)
    rules = context.plan.site_rules("", {})
    return check_site(site, rules, registry, lambda _: rules, posts.get).diagnostics


def _parents(path: str) -> Iterator[str]:
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def groups(rule: Rule, examples: Sequence[Example]) -> Iterator[tuple[Example, ...]]:
    """The examples that are run together: each alone, but the posts of a site."""
    site: list[Example] = []
    for example in examples:
        if isinstance(rule, SiteRule) and example.named:
            if site and any(one.path == example.path for one in site):
                yield tuple(site)
                site = []
            site.append(example)
            continue
        yield (example,)
    if site:
        yield tuple(site)
