"""Laws that hold for every example in every rule's docstring and cases."""

from __future__ import annotations

import pickle
from collections import defaultdict
from dataclasses import replace
from itertools import combinations
from typing import Any

from postlint.core.rule import PostRule
from postlint.core.settings import Settings
from postlint.engine.check import check
from postlint.engine.plan import Plan
from postlint.generators import get_generator
from postlint.manual.examples import Example, active, context_of, post_of, run, source_of
from postlint.parse import read_post, render_html
from tests.support.rule_examples import REGISTRY, fix_example, law_of_examples

EVERY = law_of_examples({"bad", "good"})
BAD = law_of_examples({"bad"})

RECOMMENDED = Plan(Settings(preset="recommended"), REGISTRY)
REPORTED_TWICE = {
    ("code/python-syntax-error", "text/invisible-character"): "a no-break space in code is a syntax error",
    ("front-matter/syntax-error", "text/conflict-marker"): "a conflict marker in front matter is a syntax error",
    ("post/empty-body", "post/missing-title"): "two faults, both reported at the opening fence",
}
"""Pairs of rules that may report the same span, with the reason."""


@EVERY
def test_same_input_gives_same_findings(rule: PostRule[Any], example: Example) -> None:
    settings = active(rule, example.options)
    first, second = (list(rule.check(post_of(example), settings.options)) for _ in range(2))
    assert first == second
    assert settings == active(rule, example.options), "the options are not changed"


@BAD
def test_spans_are_inside_the_text(rule: PostRule[Any], example: Example) -> None:
    post = post_of(example)
    for finding in rule.check(post, active(rule, example.options).options):
        assert 0 <= finding.span.start <= finding.span.end <= len(post.text)
        for edit in finding.fix.edits if finding.fix else ():
            assert 0 <= edit.span.start <= edit.span.end <= len(post.text)
            assert not post.masked(edit.span)


@BAD
def test_messages_and_fix_titles_have_house_style(rule: PostRule[Any], example: Example) -> None:
    for diagnostic in run(rule, example, REGISTRY):
        assert diagnostic.message, "it is not empty"
        assert diagnostic.message == diagnostic.message.strip()
        assert not diagnostic.message.endswith("."), "no full stop"
        assert "\n" not in diagnostic.message
        assert diagnostic.fix is None or (diagnostic.fix.title[0].isupper() and diagnostic.fix.edits)


@BAD
def test_fix_removes_its_finding_and_settles(rule: PostRule[Any], example: Example) -> None:
    before = run(rule, example, REGISTRY)
    if not any(diagnostic.fix for diagnostic in before):
        return
    _, fixed = fix_example(rule, example)
    after = run(rule, example, REGISTRY, fixed.text)
    assert [diagnostic.message for diagnostic in after if diagnostic.fix] == []
    assert len(after) <= sum(diagnostic.fix is None for diagnostic in before)
    assert fix_example(rule, replace(example, text=fixed.text))[1].text == fixed.text


@BAD
def test_fix_changes_only_what_its_rule_declares(rule: PostRule[Any], example: Example) -> None:
    before, after = fix_example(rule, example)
    if before.text == after.text:
        return
    old, new = (read_post(source, get_generator(example.generator)) for source in (before, after))
    if not rule.changes_html:
        assert render_html(new).split() == render_html(old).split()
    if not rule.changes_front_matter:
        assert new.data == old.data


@BAD
def test_comment_suppresses_findings(rule: PostRule[Any], example: Example) -> None:
    """The comment is at the top of the body if it is read there, else at the end."""
    post = post_of(example)
    comment = f"<!-- postlint-disable-file {rule.name} -->"
    if rule.family in ("front-matter", "post") or post.body_start == 0:
        text = f"{post.text}\n\n{comment}\n"
    else:
        text = f"{post.text[: post.body_start]}{comment}\n\n{post.text[post.body_start :]}"
    if text.count("```") % 2 or text.count("~~~") % 2 or "<!--" in example.text:
        return  # the comment would be in code or in another comment
    assert run(rule, example, REGISTRY, text) == ()


@BAD
def test_line_endings_are_kept(rule: PostRule[Any], example: Example) -> None:
    crlf = replace(example, text=example.text.replace("\n", "\r\n"))
    positions, expected = (
        [diagnostic.start for diagnostic in run(rule, variant, REGISTRY)] for variant in (crlf, example)
    )
    assert positions == expected
    before, after = fix_example(rule, crlf)
    if before.text != after.text and "\n" in before.text:
        assert b"\n" not in after.encode().replace(b"\r\n", b"")


@EVERY
def test_result_of_check_can_be_pickled(rule: PostRule[Any], example: Example) -> None:
    context = context_of(rule, example, REGISTRY)
    checked = context.check(context.read(source_of(example)), site=True)
    assert pickle.loads(pickle.dumps(checked)) == checked


@EVERY
def test_recommended_rules_do_not_report_one_span_twice(rule: PostRule[Any], example: Example) -> None:
    post = post_of(example)
    rules = RECOMMENDED.for_post(post.path, post.data, post.configuration, post.comments)
    names: defaultdict[object, set[str]] = defaultdict(set)
    for diagnostic in check(post, rules, REGISTRY).diagnostics:
        names[diagnostic.start, diagnostic.end].add(diagnostic.rule)
    pairs = {pair for rules_of_span in names.values() for pair in combinations(sorted(rules_of_span), 2)}
    assert pairs <= REPORTED_TWICE.keys()
