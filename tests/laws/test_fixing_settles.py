"""Fixing any post ends, does not fail, and keeps line endings and the byte order mark."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from postlint.core.settings import Settings
from postlint.core.text import Source
from postlint.engine.fix import Fixed
from postlint.engine.plan import Plan
from postlint.engine.registry import load
from postlint.generators import get_generator
from postlint.workspace.file_context import text_context
from postlint.workspace.fix_file import TextVersion, fix_text
from postlint.workspace.globs import globs
from tests.support.markdown_texts import BLOCKS, TEMPLATE_TAGS

PLAN = Plan(Settings(preset="all"), load(), globs)

FRONT_MATTER = st.sampled_from(
    [
        "",
        "---\ntitle: A “b”\n---\n",
        "---\ntitle:  a \ntags: [b,  c]\ndate: 2024-1-1\n---\n\n\n",
        "---\ntitel: x\ntitle: y\ntitle: z\n---\n",
        "---\ntitle: a: b\n---\n",
        "---\nlayout: post\ncategories: a, b\npublished: 'false'\n---\n",
        "+++\ntitle = 'a'\ndate = 2024-01-01\n+++\n",
        '{"title": "a", "tags": "x"}\n',
    ]
)


def apply_fixes(source: Source, name: str, *, unsafe: bool) -> Fixed[TextVersion]:
    fixed = fix_text(text_context(source.path, get_generator(name), PLAN), source, unsafe=unsafe)
    assert not fixed.version.checked.crashed, fixed.version.checked.diagnostics
    return fixed


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(
    FRONT_MATTER,
    st.lists(BLOCKS | TEMPLATE_TAGS, max_size=4),
    st.sampled_from(["\n\n", "\n", " ", "\n\n\n"]),
    st.sampled_from(["none", "jekyll", "hugo"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.booleans(),
)
def test_second_run_changes_nothing(
    front_matter: str, blocks: list[str], between: str, generator: str, newline: str, byte_order_mark: bool
) -> None:
    text = front_matter + between.join(blocks)
    data = ("\ufeff" * byte_order_mark + text).replace("\n", newline).encode()
    source = Source.decode("post.md", data)
    assert source.encode() == data
    for unsafe in (False, True):
        fixed = apply_fixes(source, generator, unsafe=unsafe).source
        assert apply_fixes(fixed, generator, unsafe=unsafe).source.text == fixed.text
        after = fixed.encode().decode()
        assert after.startswith("\ufeff") == byte_order_mark
        if newline in after and newline in data.decode():
            assert "\n" not in after.replace(newline, "")
