"""The files that VitePress renders (node/plugins/dynamicRoutesPlugin.ts, resolvePages); run."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

_SKIPPED = frozenset({"node_modules", "dist"})
_PARTIAL_FOLDERS = frozenset({"parts", "partials", "snippets"})
_WILDCARD = re.compile(r"\*\*/|\*\*|\*|\?|\{|\}|,|.", re.DOTALL)
_REGEX = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]", "{": "(?:", "}": ")", ",": "|"}
_UNSUPPORTED = re.compile(r"[\[\]()!+@\\]")


def is_page(path: str) -> bool:
    """Whether a file becomes a page unless the settings exclude it.

    >>> [is_page(path) for path in ("README.md", "a/_b.md", ".github/c.md", "dist/d.md", "e.MD")]
    [True, True, False, False, False]
    """
    *folders, name = path.split("/")
    return (name.endswith(".md") or not name) and not any(part.startswith(".") or part in _SKIPPED for part in folders)


def is_partial(path: str) -> bool:
    """Whether other pages probably include a file (`<!--@include: ./parts/a.md-->`): only a convention."""
    *folders, name = path.split("/")
    return not _PARTIAL_FOLDERS.isdisjoint(folders) or any(part.startswith("_") for part in (*folders, name))


def matcher(patterns: Iterable[str]) -> Callable[[str], bool]:
    """Whether a path below `srcDir` matches one of some globs; those with rare syntax are ignored.

    >>> matches = matcher(["**/parts/**", "tutorial/**/x.md", "*.{draft,old}.md", "[a]"])
    >>> [matches(path) for path in ("a/parts/b.md", "tutorial/x.md", "a.old.md", "b/a.old.md", "a")]
    [True, True, True, False, False]
    """
    expressions = [_regex(pattern) for pattern in patterns if not _UNSUPPORTED.search(pattern)]
    if not expressions:
        return lambda _: False
    expression = re.compile("|".join(expressions), re.DOTALL)
    return lambda path: expression.fullmatch(path) is not None


def _regex(pattern: str) -> str:
    pattern = pattern.removeprefix("./")
    if pattern.count("{") != pattern.count("}"):
        return re.escape(pattern)
    depth, pieces = 0, []
    for match in _WILDCARD.finditer(pattern):
        token = match[0]
        depth += (token == "{") - (token == "}")
        is_literal = token == "," and depth <= 0
        pieces.append(re.escape(token) if is_literal or token not in _REGEX else _REGEX[token])
    return "(?:" + "".join(pieces) + ")"
