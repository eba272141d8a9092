"""Read and run the examples in rule docstrings and case files.

An example is a fence `~~~markdown INFO`. The words of INFO:

- `bad 3 7`: findings at exactly these lines, in this order;
- `good`: no findings;
- `fixed`: what the preceding `bad` example becomes under `--fix --unsafe-fixes`;
- `generator=jekyll`: the site generator (default: none);
- `unended`: the last line has no line ending;
- `in posts/a.md`: the path of the file. Consecutive examples of a site rule that have one make up a small site.

A fence `~~~toml options` sets the rule's options for the examples after it, up to the next heading.
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
"""The current date in examples."""

FENCE = re.compile(r"^(?P<fence>~{3,})(?P<info>[^\n]*)\n(?P<text>.*?)^(?P=fence)[ \t]*$", re.MULTILINE | re.DOTALL)
"""A fenced block in a docstring or case file, an example or not."""

_HEADING = re.compile(r"^#{1,6}[ \t]+(?P<title>[^\n]+)$", re.MULTILINE)
_WORD = re.compile(r"in \S+|\S+")


@dataclass(frozen=True, slots=True)
class Example:
    """One example."""

    kind: Literal["bad", "good", "fixed"]
    text: str
    line: int
    """The line number of its fence in the docstring or case file."""
    title: str
    """The heading above it; empty in a docstring."""
    lines: tuple[int, ...] = ()
    options: Mapping[str, Any] | None = None
    generator: str = "none"
    path: str = "post.md"
    named: bool = False
    """Whether it sets its path."""


def read_examples(text: str) -> tuple[Example, ...]:
    """Read every example of a docstring or case file, in order. Raises ValueError for an unknown word."""
    titles = [(match.start(), match["title"]) for match in _HEADING.finditer(_without_fences(text))]
    options: Mapping[str, Any] | None = None
    examples: list[Example] = []
    title = ""
    for match in FENCE.finditer(text):
        above = [heading for start, heading in titles if start < match.start()]
        if above and above[-1] != title:
            title, options = above[-1], None
        language, words = split_info(match["info"])
        if language == "toml" and words == ["options"]:
            options = tomllib.loads(match["text"])
        elif language == "markdown" and words[:1] in (["bad"], ["good"], ["fixed"]):
            line = text.count("\n", 0, match.start()) + 1
            examples.append(_example(words, match["text"], line, title, options))
    return tuple(examples)


def split_info(info: str) -> tuple[str, list[str]]:
    """The language and the words of a fence's info string.

    >>> split_info("markdown bad 3 in posts/a.md")
    ('markdown', ['bad', '3', 'in posts/a.md'])
    """
    language, _, rest = info.strip().partition(" ")
    return language, _WORD.findall(rest)


def _without_fences(text: str) -> str:
    return FENCE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


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
        elif word.startswith("in "):
            example = replace(example, path=word[3:], named=True)
        else:
            raise ValueError(f"line {line}: unknown word '{word}' in an example's info string")
    return example


def active(rule: Rule, options: Mapping[str, Any] | None) -> Active:
    """A rule with an example's options."""
    return Active(rule, build(rule.options, options or {}, rule.name), rule.severity)


def context_of(rule: Rule, example: Example, registry: Registry) -> FileContext:
    """The context of an example: its path and generator, and its rule with its options.

    Whether a suppression comment is unused depends on the other rules, so rules for such comments run with all rules.
    """
    plan = _plan(rule.name, json.dumps(example.options or {}), rule.family == "suppression", registry)
    return text_context(example.path, get_generator(example.generator), plan)


@cache
def _plan(rule: str, options: str, with_others: bool, registry: Registry) -> Plan:
    others = [other.name for other in registry.rules if isinstance(other, PostRule)] if with_others else []
    tables = {rule: RuleSettings(options=json.loads(options))}
    return Plan(Settings(preset="none", extend_select=tuple(others), rules=tables), registry)


def source_of(example: Example, text: str | None = None) -> Source:
    """The source of an example, or of another text at its path."""
    return Source.decode(example.path, (example.text if text is None else text).encode())


def post_of(example: Example, text: str | None = None) -> Post:
    """The post of an example, or of another text at its path."""
    return read_post(source_of(example, text), get_generator(example.generator), example.path)


def run(rule: Rule, example: Example, registry: Registry, text: str | None = None) -> tuple[Diagnostic, ...]:
    """The diagnostics of a post rule, or of a rule on suppression comments, for an example."""
    context = context_of(rule, example, registry)
    checked = context.check(context.read(source_of(example, text)))
    names = context.plan.registry.find(rule.name)
    return tuple(diagnostic for diagnostic in checked.diagnostics if diagnostic.rule in names)


def run_site(rule: Rule, examples: Sequence[Example], registry: Registry) -> tuple[Diagnostic, ...]:
    """The diagnostics of a site rule for the site that consecutive examples make up."""
    contexts = {example.path: context_of(rule, example, registry) for example in examples}
    posts = {example.path: contexts[example.path].read(source_of(example)) for example in examples}
    facts = {path: contexts[path].check(post, site=True).facts for path, post in posts.items()}
    folders = {parent for path in posts for parent in _parents(path)}
    known_facts = {path: post_facts for path, post_facts in facts.items() if post_facts}
    site = Site(
        known_facts, lambda path: path in posts or path in folders, lambda post: contexts[post.path].generator, TODAY
    )
    rules = contexts[examples[0].path].site_rules_for(posts[examples[0].path])
    return check_site(site, rules, registry, lambda _: rules, posts.get).diagnostics


def _parents(path: str) -> Iterator[str]:
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def groups(rule: Rule, examples: Sequence[Example]) -> Iterator[tuple[Example, ...]]:
    """The examples that are run together: each alone, except for the posts of one site."""
    site: list[Example] = []
    for example in examples:
        if isinstance(rule, SiteRule) and example.named:
            if site and any(post.path == example.path for post in site):
                yield tuple(site)
                site = []
            site.append(example)
            continue
        yield (example,)
    if site:
        yield tuple(site)
