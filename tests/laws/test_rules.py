"""Laws that every example of every rule goes through."""

from __future__ import annotations

import pickle
import sys
from dataclasses import replace
from types import FrameType
from typing import Any

import pytest

from postlint.core.rule import PostRule
from postlint.generators import get_generator
from postlint.manual.examples import Example, active, context_of, post_of, read_examples, run, source_of
from postlint.parse import read_post, render_html
from tests.support.rule_examples import REGISTRY, mend, texts


def examples(kinds: set[str]) -> list[Any]:
    found = []
    for rule in REGISTRY.rules:
        if not isinstance(rule, PostRule):
            continue
        for where, text in texts(rule):
            found += [
                pytest.param(rule, example, id=f"{rule.name}-{where}-{example.line}")
                for example in read_examples(text)
                if example.kind in kinds
            ]
    return found


EVERY = pytest.mark.parametrize(("rule", "example"), examples({"bad", "good"}))
BAD = pytest.mark.parametrize(("rule", "example"), examples({"bad"}))


@EVERY
def test_same_input_same_findings(rule: PostRule[Any], example: Example) -> None:
    once = active(rule, example.options)
    twice = [list(rule.check(post_of(example), once.options)) for _ in range(2)]
    assert twice[0] == twice[1]
    assert once == active(rule, example.options), "options stay as they are"


@BAD
def test_spans_lie_in_the_text(rule: PostRule[Any], example: Example) -> None:
    post = post_of(example)
    for finding in rule.check(post, active(rule, example.options).options):
        assert 0 <= finding.span.start <= finding.span.end <= len(post.text)
        for edit in finding.fix.edits if finding.fix else ():
            assert 0 <= edit.span.start <= edit.span.end <= len(post.text)
            assert not post.masked(edit.span)


@BAD
def test_messages_are_for_people(rule: PostRule[Any], example: Example) -> None:
    for one in run(rule, example, REGISTRY):
        assert one.message, "it says something"
        assert one.message == one.message.strip()
        assert not one.message.endswith("."), "no full stop"
        assert "\n" not in one.message
        assert one.fix is None or (one.fix.title[0].isupper() and one.fix.edits)


@BAD
def test_a_fix_removes_its_finding_and_settles(rule: PostRule[Any], example: Example) -> None:
    found = run(rule, example, REGISTRY)
    if not any(one.fix for one in found):
        return
    _, after = mend(rule, example)
    left = run(rule, example, REGISTRY, after.text)
    assert len([one for one in left if one.fix]) == 0, [one.message for one in left]
    assert len(left) <= sum(one.fix is None for one in found)
    again = replace(example, text=after.text)
    assert mend(rule, again)[1].text == after.text


@BAD
def test_a_fix_changes_only_what_its_rule_declares(rule: PostRule[Any], example: Example) -> None:
    before, after = mend(rule, example)
    if before.text == after.text:
        return
    old, new = (read_post(source, get_generator(example.generator)) for source in (before, after))
    if not rule.changes_html:
        assert render_html(new).split() == render_html(old).split()
    if not rule.changes_front_matter:
        assert new.data == old.data


@BAD
def test_a_comment_silences(rule: PostRule[Any], example: Example) -> None:
    """On the next line where a comment may stand, else in the whole file."""
    post = post_of(example)
    text = (
        post.text[: post.body_start] + f"<!-- postlint-disable-file {rule.name} -->\n\n" + post.text[post.body_start :]
    )
    if rule.family in ("front-matter", "post") or post.body_start == 0:
        text = f"{post.text}\n\n<!-- postlint-disable-file {rule.name} -->\n"
    if text.count("```") % 2 or text.count("~~~") % 2 or "<!--" in example.text:
        return  # a comment in code is code
    assert run(rule, example, REGISTRY, text) == ()


@BAD
def test_line_ends_stay(rule: PostRule[Any], example: Example) -> None:
    dos = replace(example, text=example.text.replace("\n", "\r\n"))
    assert [one.start for one in run(rule, dos, REGISTRY)] == [one.start for one in run(rule, example, REGISTRY)]
    before, after = mend(rule, dos)
    if before.text != after.text and "\n" in before.text:
        assert b"\n" not in after.encode().replace(b"\r\n", b"")


@EVERY
def test_what_was_checked_survives_a_pickle(rule: PostRule[Any], example: Example) -> None:
    context = context_of(rule, example, REGISTRY)
    checked = context.check(context.read(source_of(example)), site=True)
    assert pickle.loads(pickle.dumps(checked)) == checked


def calls(rule: PostRule[Any], example: Example, text: str) -> int:
    """How many functions, Python's and built-in ones, a rule calls; the parse is done before."""
    post = post_of(example, text)
    options = active(rule, example.options).options
    views = (post.body, post.prose, post.code_lines, post.comments, post.source.lines, post.source.line_starts)
    assert all(view is not None for view in views), "made before, once for all rules"
    count = 0

    def note(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        list(rule.check(post, options))
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(("rule", "example"), examples({"bad"}))
def test_growth_is_linear(rule: PostRule[Any], example: Example) -> None:
    post = post_of(example)
    head, body = post.text[: post.body_start], post.text[post.body_start :]
    if not body.strip():
        return
    once, tenfold, hundredfold = (calls(rule, example, head + f"{body}\n\n" * times) for times in (1, 10, 100))
    assert tenfold <= 12 * once + 200
    assert hundredfold <= 12 * tenfold + 2000
