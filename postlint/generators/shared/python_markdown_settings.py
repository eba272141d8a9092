"""What the extensions of Python-Markdown that a site enables change.

Read in the sources of pymdown-extensions, mdx_truly_sane_lists and mdx_breakless_lists. Run with Python-Markdown 3.11
and pymdown-extensions 13.1: which extensions link bare URLs, the options in `pymdownx.extra`, the functions for ids.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from postlint.core.front_matter import KeyPath
from postlint.core.generator import Generator
from postlint.data.document import MISSING, UNKNOWN, Document
from postlint.generators.shared.markdown_dialects import MKDOCS

_SNIPPETS = "pymdownx.snippets"
_SUPERFENCES = "pymdownx.superfences"
_SANE_LISTS = "mdx_truly_sane_lists"
_LANGUAGES = ((_SUPERFENCES, "custom_fences"), ("pymdownx.highlight", "extend_pygments_lang"))
# markdown/extensions/extra.py, pymdownx/extra.py: the extensions that these enable; the second takes options for them.
_EXTRA = ("attr_list", "def_list", "tables", "footnotes", "abbr", "md_in_html")
_BUILT_IN = frozenset(
    {*_EXTRA, "extra", "fenced_code", "admonition", "codehilite", "legacy_attrs", "legacy_em", "meta", "nl2br"}
    | {"sane_lists", "smarty", "toc", "wikilinks", "mdx_truly_sane_lists", "mdx_breakless_lists"}
)
_BUNDLES = {
    "extra": (*_EXTRA, "fenced_code"),
    "pymdownx.extra": (*_EXTRA, "pymdownx.betterem", _SUPERFENCES),
}


class Extensions(NamedTuple):
    """The enabled extensions."""

    options: Mapping[str, Any]
    """By the name of each: a mapping, or UNKNOWN."""
    complete: bool = True
    """Whether there are certainly no others."""

    def over(self, other: Extensions) -> Extensions:
        """These and others; the options of these win."""
        return Extensions({**other.options, **self.options}, self.complete and other.complete)

    def option(self, name: str, key: str) -> Any:
        """An option of an extension; MISSING if it is not set, UNKNOWN if it may be."""
        options = self.options.get(name, MISSING if self.complete else UNKNOWN)
        return options.get(key, MISSING) if isinstance(options, dict) else options


def read_extensions(document: Document, *path: str) -> Extensions:
    """The extensions in a list of names, or of mappings from a name to options, or in such a mapping.

    >>> read_extensions(Document({"x": ["toc", {"pymdownx.snippets:Snippets": {"url": True}}]}, {}), "x")
    Extensions(options={'toc': {}, 'pymdownx.snippets': {'url': True}}, complete=True)
    """
    value, complete = document.get(path), path not in document.incomplete
    options: dict[str, Any] = {}
    for name, own, own_path in _entries(value, path):
        if isinstance(name, str):
            unknown = own is UNKNOWN or own_path in document.incomplete
            options[_plain(name)] = UNKNOWN if unknown else own if isinstance(own, dict) else {}
        else:
            complete = False
    return Extensions({**_bundled(options), **options}, complete and value is not UNKNOWN)


def _entries(value: Any, path: KeyPath) -> Iterator[tuple[Any, Any, KeyPath]]:
    """The names, options and paths of extensions; the name is UNKNOWN if there may be any others."""
    if isinstance(value, dict):
        yield from ((name, options, (*path, name)) for name, options in value.items())
    elif isinstance(value, list):
        for index, item in enumerate(value):
            if isinstance(item, dict):
                yield from _entries(item, (*path, index))
            elif isinstance(item, str) or item is UNKNOWN:
                yield item, {}, (*path, index)


def _bundled(options: Mapping[str, Any]) -> dict[str, Any]:
    """The extensions, with their options, that other extensions enable."""
    bundled: dict[str, Any] = {}
    for bundle, names in _BUNDLES.items():
        if bundle in options:
            own = options[bundle]
            inner = {_plain(key): value for key, value in own.items()} if isinstance(own, dict) else {}
            bundled |= {name: UNKNOWN if own is UNKNOWN else inner.get(name) or {} for name in names}
    return bundled


def _plain(name: str) -> str:
    """The name of an extension without the class in it and without the package of Python-Markdown's own."""
    return name.partition(":")[0].removeprefix("markdown.extensions.")


def with_extensions(generator: Generator, extensions: Extensions) -> Generator:
    """The generator with the Markdown extensions of a site."""
    markdown, labels = generator.markdown, generator.labels
    changes = dict(_markdown(extensions))
    added = _languages(extensions)
    if added is None or markdown.languages is None:
        changes["languages"] = None
    elif added:
        changes["languages"] = markdown.languages | added
    elsewhere = extensions.option(_SNIPPETS, "auto_append")
    return generator._replace(
        markdown=markdown._replace(**changes),
        labels=labels._replace(elsewhere=labels.elsewhere or elsewhere is UNKNOWN or bool(elsewhere)),
    )


def _markdown(extensions: Extensions) -> Iterator[tuple[str, Any]]:
    """The fields of `MarkdownDialect` that the extensions change."""
    options = extensions.options
    relaxed = extensions.option(_SUPERFENCES, "relaxed_headers")
    if relaxed is UNKNOWN or relaxed is True:
        yield "fence_info_with_spaces", True
    if options.get("toc") is UNKNOWN or not extensions.complete or not _has_usual_ids(extensions):
        yield "heading_ids", None
    yield "bare_urls_link", not extensions.complete or not all(map(_makes_no_links, options))
    if _SUPERFENCES in options:
        yield "spaced_info", MKDOCS.spaced_info
    if "pymdownx.saneheaders" in options:
        yield "heading_without_space", False
    elif not extensions.complete:
        yield "heading_without_space", None
    if _SANE_LISTS in options:
        indent = extensions.option(_SANE_LISTS, "nested_indent")
        yield "list_indent", indent if isinstance(indent, int) else 2 if indent is MISSING else 0
    elif not extensions.complete:
        yield "list_indent", 0
    if "mdx_breakless_lists" in options or not extensions.complete:
        yield "list_interrupts_paragraph", True


def _has_usual_ids(extensions: Extensions) -> bool:
    """Whether headings get the ids of Python-Markdown's `toc` with its default options."""
    return extensions.option("toc", "slugify") is MISSING and extensions.option("toc", "separator") in (MISSING, "-")


def _makes_no_links(name: str) -> bool:
    """Whether an extension certainly does not turn bare URLs into links."""
    return name in _BUILT_IN or (name.startswith("pymdownx.") and name != "pymdownx.magiclink")


def _languages(extensions: Extensions) -> frozenset[str] | None:
    """The names of the fences and languages that the options add; None if they are unknown."""
    names: set[str] = set()
    for extension, key in _LANGUAGES:
        value = extensions.option(extension, key)
        entries = value if isinstance(value, list) else []
        items = [entry.get("name") if isinstance(entry, dict) else entry for entry in entries]
        if value is UNKNOWN or UNKNOWN in items:
            return None
        names.update(name for name in items if isinstance(name, str))
    return frozenset(names)
