"""Uses of the names that a module declares: which of them may assign the name or change its object."""

from __future__ import annotations

from collections.abc import Iterator

from postlint.data.javascript.declarations import Declarations
from postlint.data.javascript.tokens import Tokens

_ASSIGNMENTS = frozenset({"=", "+=", "-=", "*=", "/=", "%=", "**=", "&=", "|=", "^=", "&&=", "||=", "??=", "++", "--"})
_BEFORE_ASSIGNED = frozenset({"++", "--", "const", "let", "var"})
_READ_ONLY_MEMBERS = frozenset({"includes", "indexOf", "join", "length"})


def assigned_names(tokens: Tokens, declarations: Declarations) -> set[str]:
    """The names that are assigned or declared again somewhere, in whatever scope."""
    names = set()
    for index, name in _uses(tokens, declarations):
        before, after = tokens.text(index - 1), tokens.text(index + 1)
        opening = tokens.enclosing[index]
        is_pattern = opening >= 0 and tokens.text(tokens.partners[opening] + 1) == "=" and before != "..."
        if is_pattern or after in _ASSIGNMENTS or after in ("of", "in") or before in _BEFORE_ASSIGNED:
            names.add(name)
    return names


def changing_uses(tokens: Tokens, declarations: Declarations) -> Iterator[tuple[int, str]]:
    """The index and name of each use that may change the name's object, or pass it on to other code."""
    for index, name in _uses(tokens, declarations):
        before, after = tokens.text(index - 1), tokens.text(index + 1)
        is_exported = tokens.text(tokens.enclosing[index] - 1) == "export"
        is_read_only = (
            after == "." and tokens.text(index + 2) in _READ_ONLY_MEMBERS and tokens.text(index + 3) not in _ASSIGNMENTS
        )
        if not (is_exported or is_read_only or after == "(" or before == "typeof"):
            yield index, name


def _uses(tokens: Tokens, declarations: Declarations) -> Iterator[tuple[int, str]]:
    """The index and name of each use of a declared name, as far as that can be told."""
    values = declarations.values
    for index, token in enumerate(tokens.tokens):
        if token.kind != "name" or token.text not in values:
            continue
        before, after = tokens.text(index - 1), tokens.text(index + 1)
        is_key = before in (".", "?.") or (after == ":" and before in ("{", ","))
        if not is_key and values[token.text].name != index:
            yield index, token.text
