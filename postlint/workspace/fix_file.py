"""Fix one file's text, and say what changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from postlint.core.finding import Diagnostic
from postlint.core.text import Source
from postlint.engine.check import check
from postlint.engine.fix import fix, unified_diff
from postlint.engine.registry import Registry
from postlint.parse import read_post, render_html
from postlint.workspace.file_context import Place


class FixedText(NamedTuple):
    """A text after its fixes."""

    source: Source
    fixes: int
    warnings: tuple[str, ...]
    diff: str


def mend(place: Place, source: Source, registry: Registry, *, unsafe: bool) -> FixedText:
    """Apply the fixes that hold for a file."""

    def diagnostics(text: Source) -> Sequence[Diagnostic]:
        post = read_post(text, place.generator, place.site_path)
        active = place.plan.for_post(place.config_path, post.data, post.configuration, post.comments)
        return check(post, active, registry).diagnostics

    fixed = fix(
        source,
        diagnostics,
        unsafe=unsafe,
        render_html=lambda text: render_html(text, place.generator),
        front_matter_data=lambda text: read_post(text, place.generator).data,
        rules=registry.by_name,
    )
    return FixedText(fixed.source, fixed.count, fixed.warnings, unified_diff(source, fixed.source))
