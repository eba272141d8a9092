"""Read a JavaScript or TypeScript settings module."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from postlint.core.text import Span
from postlint.data.document import Document, unreadable
from postlint.data.errors import DataStructureError
from postlint.data.javascript.calls import MethodCall, method_calls
from postlint.data.javascript.declarations import Declarations
from postlint.data.javascript.exports import default_export, named_exports
from postlint.data.javascript.tokenizer import tokenize
from postlint.data.javascript.tokens import Tokens
from postlint.data.javascript.values import Values
from postlint.data.literals import Node, to_document

SIZE_LIMIT: Final = 1_000_000
"""Code points."""


@dataclass(frozen=True, slots=True)
class JavaScriptModule:
    """What a settings module exports."""

    configuration: Document
    """The default export: an object, or the object that the exported function returns."""
    exports: Document
    """The named exports, by name."""
    calls: list[MethodCall]
    """The calls on the first parameter of the exported function, in order."""


def read_javascript(text: str, offset: int = 0) -> Document:
    """Read the configuration that a module exports, which starts at an offset in its file. Raises nothing.

    The document is incomplete if the object spreads something unknown, or is passed through a function that may add
    keys to it; functions named `define...` are known to return it unchanged. `undefined` is read as None.

    >>> document = read_javascript('const title = "Tea"; export default defineConfig({title, nav: [f(), "a"]})')
    >>> document.data, document.get(("title",)), document.get(("base",))
    ({'title': 'Tea', 'nav': [UNKNOWN, 'a']}, 'Tea', MISSING)
    """
    return read_javascript_module(text, offset).configuration


def read_javascript_module(text: str, offset: int = 0) -> JavaScriptModule:
    """Read all that a module exports. Raises nothing.

    >>> text = 'module.exports = (c) => { c.addPassthroughCopy("css"); return {dir: {input: "src"}} }'
    >>> module = read_javascript_module(text)
    >>> [(call.method, call.arguments) for call in module.calls], module.configuration.get(("dir", "input"))
    ([('addPassthroughCopy', ['css'])], 'src')
    """
    if text.startswith("\ufeff"):
        text, offset = text[1:], offset + 1
    try:
        if len(text) > SIZE_LIMIT:
            message = f"file has {len(text):,} characters, at most {SIZE_LIMIT:,} are read"
            raise DataStructureError(message, Span(0, 0))
        return _read_module(tokenize(text), offset)
    except DataStructureError as error:
        document = unreadable(error.moved(offset))
    except RecursionError:
        document = unreadable(DataStructureError("nested too deeply to be read", Span(offset, offset)))
    return JavaScriptModule(document, document, [])


def _read_module(tokens: Tokens, offset: int) -> JavaScriptModule:
    declarations = Declarations(tokens)
    values = Values(tokens, declarations)

    def evaluate() -> tuple[Node, Node, list[MethodCall]]:
        named = named_exports(tokens, declarations, values)
        return (
            default_export(tokens, declarations, values, named),
            named,
            method_calls(tokens, declarations, values, offset),
        )

    evaluate()
    values.find_changed()
    values.restart()
    configuration, named, calls = evaluate()
    written = values.written
    return JavaScriptModule(to_document(configuration, written, offset), to_document(named, written, offset), calls)
