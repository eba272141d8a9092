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

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from postlint.core.finding import Diagnostic
from postlint.core.options import build
from postlint.core.post import Post
from postlint.core.rule import Rule
from postlint.core.site import Site
from postlint.core.text import Source
from postlint.engine.check import check
from postlint.engine.plan import Active
from postlint.engine.registry import Registry
from postlint.engine.site import check_site
from postlint.generators import get_generator
from postlint.parse import read_post

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


def post_of(example: Example, text: str | None = None) -> Post:
    """An example as a post."""
    source = Source.decode(example.path, (example.text if text is None else text).encode())
    return read_post(source, get_generator(example.generator), example.path)


def run(rule: Rule, example: Example, registry: Registry, text: str | None = None) -> tuple[Diagnostic, ...]:
    """What a post rule, with the rules on comments, says of an example."""
    engine = [Active(one, one.options(), one.severity) for one in registry.rules if one.kind == "engine"]
    rules = [one for one in engine if one.rule.name == rule.name] or [active(rule, example.options)]
    if rule.family == "suppression":  # an unused comment needs a rule that might have been silenced
        rules += [active(one, None) for one in registry.rules if one.kind == "post"]
    found = check(post_of(example, text), rules, registry)
    return tuple(one for one in found.diagnostics if one.rule == rule.name)


def run_site(rule: Rule, examples: Sequence[Example], registry: Registry) -> tuple[Diagnostic, ...]:
    """What a site rule says of the posts that consecutive examples make."""
    posts = {example.path: post_of(example) for example in examples}
    own = active(rule, examples[0].options)
    facts = {path: check(post, [], registry, site_root="").facts for path, post in posts.items()}
    folders = {parent for path in posts for parent in _parents(path)}
    site = Site({path: one for path, one in facts.items() if one}, lambda path: path in posts or path in folders, TODAY)
    return check_site(site, [own], registry, lambda _: {rule.name: own}, posts.get)


def _parents(path: str) -> Iterator[str]:
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def groups(rule: Rule, examples: Sequence[Example]) -> Iterator[tuple[Example, ...]]:
    """The examples that are run together: each alone, but the posts of a site."""
    site: list[Example] = []
    for example in examples:
        if rule.kind == "site" and example.named:
            if site and any(one.path == example.path for one in site):
                yield tuple(site)
                site = []
            site.append(example)
            continue
        yield (example,)
    if site:
        yield tuple(site)
