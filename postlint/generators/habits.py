"""What a site's own settings change in what its generator does with a post."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

from postlint.core.generator import Generator

MKDOCS_SETTINGS = (
    "mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "properdocs.yaml", "zensical.toml", "zensical.yml",
)  # fmt: skip
"""ProperDocs goes on with MkDocs, and Zensical reads what MkDocs with Material reads."""

# autorefs, which mkdocstrings brings, looks labels up in the whole site; snippets appends files to each page.
_LABELS = re.compile(
    r"(?:^[ \t]*(?:-[ \t]*)?|^plugins[^#\n]*[\[{,][ \t]*)[\"']?(?:autorefs|mkdocstrings|auto_append)"
    r"[\"']?[ \t]*(?:[:#,\]}=]|$)|^\[[\w.\"]*\bplugins\.(?:autorefs|mkdocstrings)\b",
    re.MULTILINE,
)
# A hook may read a fence before Markdown does.
_FENCES = re.compile(r"^hooks:|^[ \t]*relaxed_headers[ \t]*[:=][ \t]*true\b", re.MULTILINE)
_SANE_HEADERS = re.compile(r"^[^#\n]*\bpymdownx\.saneheaders\b", re.MULTILINE)
_LANGUAGES = re.compile(r"([ \t]*)(?:extend_pygments_lang|custom_fences)[ \t]*[:=]")
_NAME = re.compile(r"[\"']?\bname[\"']?[ \t]*[:=][ \t]*[\"']?([\w#+.-]+)")


class Habits(NamedTuple):
    """The differences from the generator as it comes."""

    labels_anywhere: bool = False
    fences_changed: bool = False
    sane_headers: bool = False
    """A heading needs a space after its hashes."""
    languages: frozenset[str] = frozenset()

    def on(self, generator: Generator) -> Generator:
        """The generator, as this site has it."""
        markdown = generator.markdown
        return replace(
            generator,
            markdown=replace(
                markdown,
                fence_info_with_spaces=markdown.fence_info_with_spaces or self.fences_changed,
                heading_without_space=markdown.heading_without_space and not self.sane_headers,
            ),
            labels_anywhere=generator.labels_anywhere or self.labels_anywhere,
            languages=generator.languages | self.languages,
        )


def mkdocs_habits(read: Callable[[str], str]) -> Habits:
    """What MkDocs' settings say of Markdown; as text, for they hold Python's tags."""
    text = "\n".join(filter(None, map(read, MKDOCS_SETTINGS)))
    return Habits(
        labels_anywhere=_LABELS.search(text) is not None,
        fences_changed=_FENCES.search(text) is not None,
        sane_headers=_SANE_HEADERS.search(text) is not None,
        languages=frozenset(_languages(text)),
    )


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
            if content and content[0] not in "#]" and depth <= len(found[1]):
                break
            yield from _NAME.findall(below)
