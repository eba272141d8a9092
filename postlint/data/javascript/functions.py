"""Functions in the tokens of a module: their parameters, and what they return."""

from __future__ import annotations

from typing import NamedTuple

from postlint.data.javascript.tokens import Tokens

_BEFORE_BLOCK = frozenset({"do", "else", "finally", "try", "catch", ";", ":", "{", "}"})
_BLOCK_HEADS = frozenset({"if", "for", "while", "switch", "with", "catch", "await"})
_BEFORE_BRANCH = frozenset({"else", "&&", "||", "??", "?", ":", "=>", "do"})


class Function(NamedTuple):
    """A function. All positions are indexes of tokens."""

    start: int
    parameters: tuple[int, int]
    """From its first parameter to what follows the last one."""
    body: int
    """The brace of its body, or the expression that it returns."""
    is_block: bool


def function_at(tokens: Tokens, index: int) -> Function | None:
    """The function whose first token is at an index; None for a generator, or if there is none."""
    start = index
    index += tokens.text(index) == "async"
    if tokens.text(index) == "function":
        index += 1 + tokens.is_name(index + 1)
        return _declared_function(tokens, start, index) if tokens.text(index) == "(" else None
    if tokens.text(index) == "(":
        parameters = index + 1, tokens.partners[index]
        arrow = tokens.partners[index] + 1
        if tokens.text(arrow) == ":":
            while tokens.text(arrow) != "=>" and not tokens.ends_expression(arrow):
                arrow = tokens.after(arrow)
    elif tokens.is_name(index):
        parameters, arrow = (index, index + 1), index + 1
    else:
        return None
    if tokens.text(arrow) != "=>":
        return None
    return Function(start, parameters, arrow + 1, tokens.text(arrow + 1) == "{")


def _declared_function(tokens: Tokens, start: int, opening: int) -> Function | None:
    """The function with the keyword `function` whose parameters begin at a parenthesis."""
    body = tokens.partners[opening] + 1
    while tokens.text(body) != "{" or tokens.text(body - 1) in (":", "|", "&", "<", "=>"):  # the type of its value
        if tokens[body].kind in ("end", "close"):
            return None
        body = tokens.after(body)
    return Function(start, (opening + 1, tokens.partners[opening]), body, True)


def first_parameter(tokens: Tokens, function: Function) -> str | None:
    """The name of a function's first parameter, if that is a plain name."""
    start, end = function.parameters
    is_plain = start < end and (start + 1 == end or tokens.text(start + 1) in (",", ":", "=", "?"))
    return tokens.text(start) if is_plain and tokens.is_name(start) else None


def returned(tokens: Tokens, function: Function) -> int | None:
    """The start of what a function returns; None if it returns in several places or in a branch.

    If it returns nothing, the end of its body.
    """
    if not function.is_block:
        return function.body
    returns = []
    index, ends = function.body + 1, [tokens.partners[function.body]]
    while ends:
        if index == ends[-1]:
            ends.pop()
            index += 1
        elif tokens.text(index) == "{" and _is_block(tokens, index):
            ends.append(tokens.partners[index])
            index += 1
        else:
            if tokens.text(index) == "return" and tokens.text(index - 1) not in (".", "?."):
                returns.append(index)
            index = tokens.after(index)
    if not returns:
        return tokens.partners[function.body]
    if len(returns) != 1 or tokens.enclosing[returns[0]] != function.body or is_branch(tokens, returns[0]):
        return None
    start = returns[0] + 1
    return None if tokens[start].after_newline else start


def is_branch(tokens: Tokens, index: int) -> bool:
    """Whether what begins at an index is the only statement of a branch, or one side of an operator."""
    if tokens.text(index - 1) == ")":
        return tokens.text(tokens.partners[index - 1] - 1) in _BLOCK_HEADS
    return tokens.text(index - 1) in _BEFORE_BRANCH


def _is_block(tokens: Tokens, index: int) -> bool:
    """Whether a brace begins the block of a statement, not a function or an object."""
    before = tokens.text(index - 1)
    if before == ")":
        return tokens.text(tokens.partners[index - 1] - 1) in _BLOCK_HEADS
    return before in _BEFORE_BLOCK
