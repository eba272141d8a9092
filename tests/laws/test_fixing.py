"""Whatever a post holds: fixability it never fails, comes to an end, and keeps its line ends and byte order mark."""

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
from tests.laws.test_positions import BLOCKS, TAGS

PLAN = Plan(Settings(preset="all"), load(), globs)

MATTER = st.sampled_from(
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


def mended(source: Source, name: str, *, unsafe: bool) -> Fixed[TextVersion]:
    fixed = fix_text(text_context(source.path, get_generator(name), PLAN), source, unsafe=unsafe)
    assert not fixed.version.checked.crashed, fixed.version.checked.diagnostics
    return fixed


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(
    MATTER,
    st.lists(BLOCKS | TAGS, max_size=4),
    st.sampled_from(["\n\n", "\n", " ", "\n\n\n"]),
    st.sampled_from(["none", "jekyll", "hugo"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.booleans(),
)
def test_mending(matter: str, blocks: list[str], between: str, generator: str, newline: str, marked: bool) -> None:
    text = matter + between.join(blocks)
    data = ("\ufeff" * marked + text).replace("\n", newline).encode()
    source = Source.decode("post.md", data)
    assert source.encode() == data
    for unsafe in (False, True):
        once = mended(source, generator, unsafe=unsafe)
        assert mended(once.source, generator, unsafe=unsafe).source.text == once.source.text
        after = once.source.encode().decode()
        assert after.startswith("\ufeff") == marked
        if newline in after and newline in data.decode():
            assert "\n" not in after.replace(newline, "")
