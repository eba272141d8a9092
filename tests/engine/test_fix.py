"""Fixing, with simple checks: which fixes are applied and rejected, and which rules are dropped."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from postlint.core.finding import ORDER, WARNING, Diagnostic, DiagnosticEdit, DiagnosticFix
from postlint.core.result import Checked
from postlint.core.rule import RECOMMENDED, Finding, NoOptions, Post, PostRule
from postlint.core.text import Source
from postlint.engine.fix import Fixed, fix, unified_diff

Check = Callable[[Source], Sequence[Diagnostic]]


def rule(name: str, *, html: bool = False, front_matter: bool = False) -> PostRule[NoOptions]:
    def check(post: Post, options: NoOptions) -> list[Finding]:
        return []

    return PostRule(
        name=name,
        check=check,
        options=NoOptions,
        preset=RECOMMENDED,
        severity=WARNING,
        changes_html=html,
        changes_front_matter=front_matter,
    )


def replacing(name: str, pattern: str, new: str, safe: bool = True) -> Check:
    """A check that finds a pattern, with a fix that replaces it with `new`, a template."""

    def check(source: Source) -> list[Diagnostic]:
        return [
            diagnostic(source, name, [(match.start(), match.end(), match.expand(new))], safe)
            for match in re.finditer(pattern, source.text)
        ]

    return check


def diagnostic(source: Source, name: str, edits: list[tuple[int, int, str]], safe: bool = True) -> Diagnostic:
    edits_by_position = tuple(
        DiagnosticEdit(source.position(start), source.position(end), text) for start, end, text in edits
    )
    fix = DiagnosticFix("Replace it", safe, edits_by_position)
    return Diagnostic(
        source.path, edits_by_position[0].start, edits_by_position[0].end, name, (), WARNING, "message", fix
    )


def body(source: Source) -> str:
    return f"<p>{' '.join(source.text.rpartition('---')[2].split())}</p>"


def data(source: Source) -> dict[str, Any]:
    return dict(line.split(": ", 1) for line in source.text.rpartition("---")[0].splitlines() if ": " in line)


@dataclass(frozen=True)
class Text:
    """One version of a file: what the checks find in it, and what it renders to."""

    source: Source
    check: Check
    render: Callable[[Source], str] = body
    read_data: Callable[[Source], Mapping[str, Any]] = data

    @property
    def checked(self) -> Checked:
        return Checked(tuple(self.check(self.source)))

    @property
    def html(self) -> str:
        return self.render(self.source)

    @property
    def data(self) -> Mapping[str, Any]:
        return self.read_data(self.source)


def apply(
    text: str | Source,
    *checks: Check,
    rules: Sequence[PostRule[Any]] = (),
    unsafe: bool = False,
    render: Callable[[Source], str] = body,
    read_data: Callable[[Source], Mapping[str, Any]] = data,
) -> Fixed[Text]:
    def check(source: Source) -> list[Diagnostic]:
        return sorted((diagnostic for check in checks for diagnostic in check(source)), key=ORDER)

    return fix(
        text if isinstance(text, Source) else Source("a.md", text),
        lambda source: Text(source, check, render, read_data),
        unsafe=unsafe,
        rules={rule.name: rule for rule in rules},
    )


SPACES = replacing("text/spaces", " {2,}", " ")


def test_fixes_are_applied_until_nothing_changes() -> None:
    halving = replacing("text/halve", "(?<!\n)\n\n\n", r"\n\n")
    fixed = apply("a\n\n\n\n\n\nb", halving)
    assert fixed.source.text == "a\n\nb"
    assert fixed.count == 4
    assert not fixed.warnings


def test_source_without_fixes_is_returned_unchanged() -> None:
    source = Source("a.md", "a b")
    assert apply(source, SPACES).source is source


def test_source_without_fixes_is_not_rendered() -> None:
    def refuse(source: Source) -> Any:
        raise AssertionError("rendered")

    assert apply("a", SPACES, unsafe=True, render=refuse, read_data=refuse).count == 0


def test_unsafe_fixes_need_permission() -> None:
    check = replacing("text/spaces", " {2,}", " ", safe=False)
    assert apply("a  b", check).source.text == "a  b"
    assert apply("a  b", check, unsafe=True).source.text == "a b"


def test_overlapping_edits_wait_for_the_next_round() -> None:
    declared = [rule("a/first", html=True), rule("b/second", html=True)]
    fixed = apply("abc", replacing("a/first", "ab", "x"), replacing("b/second", "bc|xc", "y"), rules=declared)
    assert fixed.source.text == "y"
    assert fixed.count == 2


def test_second_insertion_at_a_position_waits() -> None:
    declared = [rule("a/first", html=True), rule("b/second", html=True)]
    fixed = apply("b", replacing("a/first", "^(?=b)", "1"), replacing("b/second", "^(?=b)", "2"), rules=declared)
    assert fixed.source.text == "1b"


def test_fix_is_applied_completely_or_not_at_all() -> None:
    def pair(source: Source) -> list[Diagnostic]:
        if source.text != "abc":
            return []
        return [
            diagnostic(source, "a/one", [(0, 1, "x")]),
            diagnostic(source, "b/pair", [(2, 3, "z"), (0, 1, "y")]),
        ]

    declared = [rule("a/one", html=True), rule("b/pair", html=True)]
    assert apply("abc", pair, rules=declared).source.text == "xbc"


def test_fix_with_overlapping_edits_is_ignored() -> None:
    def check(source: Source) -> list[Diagnostic]:
        return [diagnostic(source, "a/odd", [(0, 2, "x"), (1, 3, "y")])]

    assert apply("abc", check).source.text == "abc"


def test_fix_without_effect_is_ignored() -> None:
    fixed = apply("a b", replacing("text/idle", " ", " "))
    assert (fixed.count, fixed.warnings) == (0, ())


def test_conflicting_rules_are_named_and_dropped() -> None:
    star, dash = replacing("list/star", r"(?m)^-", "*"), replacing("list/dash", r"(?m)^\*", "-")
    declared = [rule("list/star", html=True), rule("list/dash", html=True)]
    fixed = apply("- a  b", star, dash, SPACES, rules=declared)
    assert fixed.source.text == "- a b"
    assert fixed.warnings == ("a.md: fixes of list/dash and list/star were skipped: they conflict with each other",)


def test_rules_that_conflict_across_stages_are_dropped() -> None:
    double, single = replacing("text/double", "(?<! ) (?! )", "  "), SPACES
    fixed = apply("a b", double, single, rules=[rule("text/double", html=True)])
    assert fixed.source.text == "a b"
    assert fixed.warnings == ("a.md: fixes of text/double and text/spaces were skipped: they conflict with each other",)


def test_rule_that_does_not_converge_is_dropped_alone() -> None:
    fixed = apply("a  b", replacing("text/grow", "$", "x"), SPACES, rules=[rule("text/grow", html=True)])
    assert fixed.source.text == "a b"
    assert fixed.warnings == ("a.md: fixes of text/grow were skipped: they do not converge",)


def test_rule_that_changes_the_page_is_named_and_dropped() -> None:
    harmless = [replacing(f"text/spaces-{n}", f"(?<={n})  +", " ") for n in range(5)]
    offending = replacing("text/offending", r"\bword", "sword")
    fixed = apply("0  1  2  3  4  word", *harmless, offending)
    assert fixed.source.text == "0 1 2 3 4 word"
    assert fixed.count == 5
    assert fixed.warnings == ("a.md: fixes of text/offending were skipped: the rendered page would change",)


def test_all_offending_rules_are_dropped() -> None:
    fixed = apply("a  b c", replacing("x/one", "b", "B"), replacing("x/two", "c", "C"), SPACES)
    assert fixed.source.text == "a b c"
    assert len(fixed.warnings) == 2


def test_rules_that_offend_only_together_are_dropped_together() -> None:
    def check(source: Source) -> list[Diagnostic]:
        if source.text != "a - b":
            return []
        return [diagnostic(source, "x/left", [(1, 2, "")]), diagnostic(source, "x/right", [(3, 4, "")])]

    fixed = apply("a - b", check, render=lambda source: source.text.replace("a- b", "a - b").replace("a -b", "a - b"))
    assert fixed.source.text == "a - b"
    assert fixed.warnings == ("a.md: fixes of x/left and x/right were skipped: the rendered page would change",)


def test_rule_may_change_the_page_if_it_declares_so() -> None:
    fixed = apply("a word", replacing("x/word", "word", "term"), rules=[rule("x/word", html=True)])
    assert fixed.source.text == "a term"
    assert not fixed.warnings


def test_rule_may_change_front_matter_only_if_it_declares_so() -> None:
    post, check = "---\ntag: Zig\n---\nbody", replacing("front-matter/case", "Zig", "zig")
    refused = apply(post, check)
    assert refused.source.text == post
    assert refused.warnings == ("a.md: fixes of front-matter/case were skipped: the front matter's data would change",)
    allowed = apply(post, check, rules=[rule("front-matter/case", front_matter=True)])
    assert "zig" in allowed.source.text


def test_declaration_of_a_rule_does_not_apply_to_others() -> None:
    post = "---\ntag: Zig\ntitle: A\n---\nbody"
    declared, undeclared = replacing("front-matter/case", "Zig", "zig"), replacing("text/undeclared", ": A", ": B")
    fixed = apply(post, declared, undeclared, rules=[rule("front-matter/case", front_matter=True)])
    assert fixed.source.text == post.replace("Zig", "zig")
    assert "text/undeclared" in fixed.warnings[0]


def test_true_and_one_are_different_data() -> None:
    fixed = apply(
        "yes",
        replacing("front-matter/quote", "yes", "1"),
        render=lambda source: "",
        read_data=lambda source: {"a": True if source.text == "yes" else 1},
    )
    assert fixed.source.text == "yes"


def test_line_ends_and_byte_order_mark_are_kept() -> None:
    source = Source.decode("a.md", b"\xef\xbb\xbfa  b\r\nc\nd  e\r\n")
    assert apply(source, SPACES).source.encode() == b"\xef\xbb\xbfa b\r\nc\nd e\r\n"


@given(
    st.text("ab \n-*#", max_size=40),
    st.lists(st.tuples(st.text("ab \n", min_size=1, max_size=3), st.text("ab \n", max_size=3)), max_size=3),
)
def test_second_fix_changes_nothing(text: str, rules: list[tuple[str, str]]) -> None:
    checks = [replacing(f"x/{n}", re.escape(old), new) for n, (old, new) in enumerate(rules)]
    declared = [rule(f"x/{n}", html=bool(n % 2)) for n in range(len(rules))]
    once = apply(text, *checks, rules=declared)
    twice = apply(once.source, *checks, rules=declared)
    if not once.warnings:
        assert twice.source.text == once.source.text
        assert not twice.count


@given(st.text("ab", min_size=1, max_size=30), st.lists(st.tuples(st.integers(0, 29), st.integers(0, 5)), max_size=12))
def test_accepted_edits_never_touch(text: str, places: list[tuple[int, int]]) -> None:
    spans = [(min(at, len(text)), min(at + length, len(text))) for at, length in places]

    def check(source: Source) -> list[Diagnostic]:
        if source.text != text:
            return []
        return [diagnostic(source, "x/any", [(start, end, "[]")]) for start, end in spans]

    rules = {"x/any": rule("x/any", html=True)}
    fixed = fix(Source("a.md", text), lambda source: Text(source, check), unsafe=False, rules=rules)
    accepted: list[tuple[int, int]] = []
    for start, end in spans:
        if all((start, end) != other and not (start < other[1] and other[0] < end) for other in accepted):
            accepted.append((start, end))
    assert fixed.count == len(accepted)
    accepted.sort()
    kept = "".join(text[end:start] for (_, end), (start, _) in pairwise([(0, 0), *accepted, (len(text), len(text))]))
    assert fixed.source.text.replace("[]", "") == kept


def test_unified_diff_keeps_line_ends() -> None:
    before = Source.decode("posts/a.md", b"one\r\ntwo\r\nthree")
    after = Source.decode("posts/a.md", b"one\r\n2\r\nthree\r\n")
    assert unified_diff(before, after) == (
        "--- a/posts/a.md\n+++ b/posts/a.md\n@@ -1,3 +1,3 @@\n one\r\n-two\r\n-three\n\\ No newline at end of file\n"
        "+2\r\n+three\r\n"
    )
    assert unified_diff(before, before) == ""


def test_unified_diff_escapes_the_path() -> None:
    diff = unified_diff(Source("a\n+++ b\u202e.md", "x\n"), Source("", "y\n"))
    assert diff.startswith("--- a/a\\n+++ b\\u202e.md\n+++ b/a\\n+++ b\\u202e.md\n@@")


def test_unified_diff_splits_lines_as_sources_do() -> None:
    diff = unified_diff(Source("a.md", "a\u2028b\fc\nd\n"), Source("a.md", "a\u2028b\fc\ne\n"))
    assert diff.endswith(" a\u2028b\fc\n-d\n+e\n")
