"""Putting keys in order moves whole entries: nothing is lost, and the second time there is nothing to do."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from postlint.core.post import Post
from postlint.core.text import apply_edits
from postlint.rules.front_matter.key_order import Options, check
from tests.laws.test_planted_faults import posts, read


def with_comments(text: str, chance: random.Random) -> str:
    """A post with comments and blank lines between the lines of its front matter that begin a key."""
    head, fence, rest = text.partition("\n")
    lines = rest.split("\n")
    closing = lines.index(head) if head in lines else 0
    at = [number for number, line in enumerate(lines[:closing]) if line[:1].isalpha()]
    for number in reversed(at):
        lines[number:number] = chance.choice(([], ["# a note: b"], [""], ["", "# one", "# two"]))
    return head + fence + "\n".join(lines)


@settings(max_examples=150)
@given(posts(), st.sampled_from(["anywhere", "last"]), st.randoms(use_true_random=False))
def test_entries_are_moved_whole(made: tuple[str, str, str], unlisted: str, chance: random.Random) -> None:
    generator, form, text = made
    post = read(generator, text if form == "flow" else with_comments(text, chance))
    keys = list(post.data)
    order = tuple(chance.sample(keys, chance.randint(0, len(keys))))
    options = Options(order, unlisted)  # type: ignore[arg-type]
    found = list(check.check(post, options))
    if not found or found[0].fix is None:
        wanted = [key for key in keys if key in order]
        ordered = sorted(wanted, key=order.index)
        in_order = wanted == ordered and (unlisted == "anywhere" or keys[: len(wanted)] == wanted)
        assert in_order or found
        assert form in ("flow", "json") or not found, "lines can be moved"
        return
    after = read(generator, apply_edits(post.text, found[0].fix.edits))
    assert after.data == post.data
    assert list(check.check(after, options)) == []
    assert sorted(after.text.split("\n")) == sorted(post.text.split("\n"))
    assert notes(after) == notes(post)


def notes(post: Post) -> dict[str, list[str]]:
    """The comments right above each key."""
    matter = post.front_matter
    assert matter is not None
    found: dict[str, list[str]] = {}
    for key in matter.data:
        line = post.source.line_number(matter.key_span_of((key,)).start) - 2
        found[key] = []
        while post.source.lines[line].startswith("#"):
            found[key].append(post.source.lines[line])
            line -= 1
    return found
