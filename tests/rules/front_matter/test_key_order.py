"""The fix for the order of keys moves whole entries: nothing is lost, and a second run reports nothing."""

from __future__ import annotations

import random
from typing import Literal

from hypothesis import given, settings
from hypothesis import strategies as st

from postlint.core.post import Post
from postlint.core.text import apply_edits
from postlint.rules.front_matter.key_order import Options, check
from tests.support.front_matter_posts import posts, read


def with_comments(text: str, chance: random.Random) -> str:
    """Insert comments and blank lines between the keys of a post's front matter."""
    head, fence, rest = text.partition("\n")
    lines = rest.split("\n")
    closing = lines.index(head) if head in lines else 0
    at = [number for number, line in enumerate(lines[:closing]) if line[:1].isalpha()]
    for number in reversed(at):
        lines[number:number] = chance.choice(([], ["# a note: b"], [""], ["", "# one", "# two"]))
    return head + fence + "\n".join(lines)


@settings(max_examples=150)
@given(posts(), st.sampled_from(["anywhere", "last"]), st.randoms(use_true_random=False))
def test_fix_moves_whole_entries(
    generated_post: tuple[str, str, str], unlisted: Literal["anywhere", "last"], chance: random.Random
) -> None:
    generator, form, text = generated_post
    post = read(generator, text if form == "flow" else with_comments(text, chance))
    keys = list(post.data)
    order = tuple(chance.sample(keys, chance.randint(0, len(keys))))
    options = Options(order, unlisted)
    findings = list(check.check(post, options))
    if not findings or findings[0].fix is None:
        listed = [key for key in keys if key in order]
        ordered = sorted(listed, key=order.index)
        in_order = listed == ordered and (unlisted == "anywhere" or keys[: len(listed)] == listed)
        assert in_order or findings
        assert form in ("flow", "json") or not findings, "entries that are lines can be moved"
        return
    after = read(generator, apply_edits(post.text, findings[0].fix.edits))
    assert after.data == post.data
    assert list(check.check(after, options)) == []
    assert sorted(after.text.split("\n")) == sorted(post.text.split("\n"))
    assert comments(after) == comments(post)


def comments(post: Post) -> dict[str, list[str]]:
    """The comments directly above each key."""
    front_matter = post.front_matter
    assert front_matter is not None
    above: dict[str, list[str]] = {}
    for key in front_matter.data:
        line = post.source.line_number(front_matter.key_span_of((key,)).start) - 2
        above[key] = []
        while post.source.lines[line].startswith("#"):
            above[key].append(post.source.lines[line])
            line -= 1
    return above
