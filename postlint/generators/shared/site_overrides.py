"""What the settings of a site that is read by Python-Markdown change. They are read as text, and never run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from postlint.core.generator import Generator, SiteFolder
from postlint.generators.shared.markdown_dialects import MKDOCS

_COMMENT = r"^[ \t]*#.*"
# autorefs, which mkdocstrings brings along, looks labels up in the whole site; snippets appends files to each page.
_LABELS = (
    r"(?:^[ \t]*(?:-[ \t]*)?|^plugins[^#\n]*[\[{,][ \t]*)[\"']?(?:autorefs|mkdocstrings|auto_append)"
    r"[\"']?[ \t]*(?:[:#,\]}=]|$)|^\[[\w.\"]*\bplugins\.(?:autorefs|mkdocstrings)\b"
)
# A hook may read a fence before Markdown does.
_FENCES = r"^hooks:|^[ \t]*relaxed_headers[ \t]*[:=][ \t]*true\b"
_EXTENSION = r"\b(?:pymdownx\.(?:saneheaders|superfences|extra)|mdx_(?:truly_sane|breakless)_lists)\b"
_NESTED_INDENT = r"\bnested_indent[\"']?[ \t]*[:=][ \t]*(\d)"
_LANGUAGES = r"([ \t]*)(?:extend_pygments_lang|custom_fences)[ \t]*[:=]"
_NAME = r"[\"']?\bname[\"']?[ \t]*[:=][ \t]*[\"']?([\w#+.-]+)"


def with_overrides(generator: Generator, folder: SiteFolder, settings_files: Iterable[str]) -> Generator:
    """The generator with the Markdown extensions and plugins that its settings files enable."""
    text = "\n".join(filter(None, map(folder.read, settings_files)))
    if not text:
        return generator
    text = re.sub(_COMMENT, "", text, flags=re.MULTILINE)
    markdown, labels = generator.markdown, generator.labels
    elsewhere = labels.elsewhere or re.search(_LABELS, text, re.MULTILINE) is not None
    return generator._replace(
        markdown=markdown._replace(languages=markdown.languages.union(_languages(text)), **dict(_markdown(text))),
        labels=labels._replace(elsewhere=elsewhere),
    )


def _markdown(text: str) -> Iterator[tuple[str, Any]]:
    """The fields of `MarkdownDialect` that the settings change."""
    extensions = frozenset(re.findall(_EXTENSION, text))
    if re.search(_FENCES, text, re.MULTILINE):
        yield "fence_info_with_spaces", True
    if not extensions.isdisjoint({"pymdownx.superfences", "pymdownx.extra"}):
        yield "spaced_info", MKDOCS.spaced_info
    if "pymdownx.saneheaders" in extensions:
        yield "heading_without_space", False
    if "mdx_truly_sane_lists" in extensions:
        indent = re.search(_NESTED_INDENT, text)
        yield "list_indent", int(indent[1]) if indent else 2
    if "mdx_breakless_lists" in extensions:
        yield "list_interrupts_paragraph", True


def _languages(text: str) -> Iterator[str]:
    """The names of the fences and languages that the settings add."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        match = re.match(_LANGUAGES, line)
        if match is None:
            continue
        yield from re.findall(_NAME, line)
        for next_line in lines[number + 1 :]:
            content = next_line.lstrip()
            depth = len(next_line) - len(content) + content.startswith("-")
            if content and content[0] != "]" and depth <= len(match[1]):
                break
            yield from re.findall(_NAME, next_line)
