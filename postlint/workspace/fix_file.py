"""Fix the text of one file."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from postlint.core.result import Checked
from postlint.core.text import Source
from postlint.engine.fix import Fixed, fix
from postlint.parse import render_html
from postlint.workspace.file_context import FileContext


class TextVersion:
    """One text that the file has while it is fixed: parsed once, checked and rendered once if that is needed."""

    def __init__(self, context: FileContext, source: Source, site: bool, excerpts: bool) -> None:
        self._context = context
        self._site = site
        self._excerpts = excerpts
        self.post = context.read(source)

    @cached_property
    def checked(self) -> Checked:
        return self._context.check(self.post, site=self._site, excerpts=self._excerpts)

    @cached_property
    def html(self) -> str:
        return render_html(self.post)

    @property
    def data(self) -> Mapping[str, Any]:
        return self.post.data


def fix_text(
    context: FileContext, source: Source, *, unsafe: bool, site: bool = False, excerpts: bool = True
) -> Fixed[TextVersion]:
    """Apply the available fixes to a text; the keywords besides `unsafe` are those of `FileContext.check`."""
    return fix(
        source,
        lambda text: TextVersion(context, text, site, excerpts),
        unsafe=unsafe,
        rules=context.plan.registry.by_name,
    )
