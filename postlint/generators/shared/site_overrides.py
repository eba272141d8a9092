"""What a site's own settings change in what its generator does with a post."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from postlint.core.generator import Generator
from postlint.generators.shared.markdown_parsers import MKDOCS

MKDOCS_SETTINGS = (
    "mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "properdocs.yaml", "zensical.toml", "zensical.yml",
)  # fmt: skip
"""ProperDocs goes on with MkDocs, and Zensical reads what MkDocs with Material reads."""

_SETTINGS = {
    "mkdocs": MKDOCS_SETTINGS,
    "mkdocs-material": MKDOCS_SETTINGS,
    "pelican": ("pelicanconf.py",),
    "nikola": ("conf.py",),
}

_COMMENT = re.compile(r"^[ \t]*#.*", re.MULTILINE)
# autorefs, which mkdocstrings brings, looks labels up in the whole site; snippets appends files to each page.
_LABELS = re.compile(
    r"(?:^[ \t]*(?:-[ \t]*)?|^plugins[^#\n]*[\[{,][ \t]*)[\"']?(?:autorefs|mkdocstrings|auto_append)"
    r"[\"']?[ \t]*(?:[:#,\]}=]|$)|^\[[\w.\"]*\bplugins\.(?:autorefs|mkdocstrings)\b",
    re.MULTILINE,
)
# A hook may read a fence before Markdown does.
_FENCES = re.compile(r"^hooks:|^[ \t]*relaxed_headers[ \t]*[:=][ \t]*true\b", re.MULTILINE)
_EXTENSION = re.compile(r"\b(?:pymdownx\.(?:saneheaders|superfences|extra)|mdx_(?:truly_sane|breakless)_lists)\b")
_NESTED = re.compile(r"\bnested_indent[\"']?[ \t]*[:=][ \t]*(\d)")
_LANGUAGES = re.compile(r"([ \t]*)(?:extend_pygments_lang|custom_fences)[ \t]*[:=]")
_NAME = re.compile(r"[\"']?\bname[\"']?[ \t]*[:=][ \t]*[\"']?([\w#+.-]+)")


class SiteOverrides(NamedTuple):
    """The differences from the generator as it comes."""

    labels_defined_elsewhere: bool = False
    languages: frozenset[str] = frozenset()
    markdown: tuple[tuple[str, Any], ...] = ()
    """What it holds of Markdown, by the names in `Markdown`."""

    def on(self, generator: Generator) -> Generator:
        """The generator, as this site has it."""
        return replace(
            generator,
            markdown=replace(generator.markdown, **dict(self.markdown)),
            labels_defined_elsewhere=generator.labels_defined_elsewhere or self.labels_defined_elsewhere,
            languages=generator.languages | self.languages,
        )


def habits(generator: str, read: Callable[[str], str]) -> SiteOverrides | None:
    """What the settings of a site that is read by Python-Markdown say of it; as text, for they are never run."""
    text = "\n".join(filter(None, map(read, _SETTINGS.get(generator, ()))))
    if not text:
        return None
    text = _COMMENT.sub("", text)
    return SiteOverrides(_LABELS.search(text) is not None, frozenset(_languages(text)), tuple(_markdown(text)))


def _markdown(text: str) -> Iterator[tuple[str, Any]]:
    extensions = frozenset(_EXTENSION.findall(text))
    if _FENCES.search(text):
        yield "fence_info_with_spaces", True
    if not extensions.isdisjoint({"pymdownx.superfences", "pymdownx.extra"}):
        yield "spaced_info", MKDOCS.spaced_info
    if "pymdownx.saneheaders" in extensions:
        yield "heading_without_space", False
    if "mdx_truly_sane_lists" in extensions:
        nested = _NESTED.search(text)
        yield "list_indent", int(nested[1]) if nested else 2
    if "mdx_breakless_lists" in extensions:
        yield "list_interrupts_paragraph", True


def _languages(text: str) -> Iterator[str]:
    """The names of fences and languages that the settings add."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if not (found := _LANGUAGES.match(line)):
            continue
        yield from _NAME.findall(line)
        for below in lines[number + 1 :]:
            content = below.lstrip()
            depth = len(below) - len(content) + content.startswith("-")
            if content and content[0] != "]" and depth <= len(found[1]):
                break
            yield from _NAME.findall(below)
