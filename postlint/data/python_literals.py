"""Literals assigned in a Python settings module (pelicanconf.py, conf.py). It is parsed with `ast` and never run.

The module is followed statement by statement as far as that is certain: assignments of literals, `X.append(...)`,
`X += [...]`, `X["key"] = ...`. A value that depends on anything else (a call, an import, a condition, a function that
may change it) is UNKNOWN.
"""

from __future__ import annotations

import ast
import re
import warnings
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Any, Final

from postlint.core.text import Span
from postlint.data.document import Document, unreadable
from postlint.data.errors import DEPTH_LIMIT, DataStructureError, DataSyntaxError
from postlint.data.literals import Node, scalar, to_document, unknown

SIZE_LIMIT: Final = 1_000_000
"""Code points. `ast.parse` takes 8 s and 1.7 GiB for 5 MB."""

_WORK_LIMIT = 200_000
"""List items and characters that additions may copy."""
_LINE_END = re.compile(r"\r\n|\r|\n")
_BOOLEAN_OR_NUMBER = (bool, int, float)
_RUNS_CODE = frozenset({"exec", "eval", "execfile", "globals", "locals", "vars"})
_ONLY_READS = frozenset({"bool", "isinstance", "len", "print", "repr", "str"})
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def read_python(text: str, offset: int = 0) -> Document:
    """Read the top-level names of a Python module that starts at an offset in its file. Raises nothing.

    Lists, tuples and sets become lists. The document is incomplete if other modules or `exec` may define more names.

    >>> document = read_python('SITE = "Tea"\\nURL = get_url()\\nPLUGINS = ["a", f()]\\nPLUGINS.append("b")')
    >>> document.data
    {'SITE': 'Tea', 'URL': UNKNOWN, 'PLUGINS': ['a', UNKNOWN, 'b']}
    >>> document.span(("PLUGINS", 2)), document.get(("THEME",))
    (Span(start=65, end=68), MISSING)
    """
    if len(text) > SIZE_LIMIT:
        message = f"file has {len(text):,} characters, at most {SIZE_LIMIT:,} are read"
        return unreadable(DataStructureError(message, Span(offset, offset)))
    if text.startswith("\ufeff"):
        text, offset = text[1:], offset + 1
    positions = _Positions(text)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of invalid escapes
            module = ast.parse(text)
        return _Module(module, positions, len(text)).document(offset)
    except SyntaxError as error:
        start = positions.offset((error.lineno or 1), 0)
        end = positions.offset((error.lineno or 1) + 1, 0)
        line = Span(start, start + len(text[start:end].rstrip()))
        return unreadable(DataSyntaxError(f"invalid Python: {error.msg}", line).moved(offset))
    except (RecursionError, MemoryError):
        return unreadable(DataStructureError("nested too deeply to be read", Span(offset, offset)))
    except ValueError:  # a null character, half a character
        return unreadable(DataStructureError("text that Python cannot read", Span(offset, offset)))


class _Positions:
    """Converts the parser's lines and byte columns to offsets."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.columns: dict[int, Sequence[int]] = {}

    @cached_property
    def starts(self) -> list[int]:
        return [0, *(line_end.end() for line_end in _LINE_END.finditer(self.text))]

    def offset(self, line: int, column: int) -> int:
        """The offset of a line, counted from 1, and a column in bytes of UTF-8."""
        if line > len(self.starts):
            return len(self.text)
        start = self.starts[line - 1]
        if line not in self.columns:
            end = self.starts[line] if line < len(self.starts) else len(self.text)
            content = self.text[start:end]
            self.columns[line] = (
                range(len(content) + 1)
                if content.isascii()
                else [*accumulate((len(character.encode()) for character in content), initial=0)]
            )
        columns = self.columns[line]
        if isinstance(columns, range):
            return start + min(column, len(columns) - 1)
        return start + bisect_right(columns, column) - 1

    def span(self, node: Any) -> Span:
        start = self.offset(node.lineno, node.col_offset)
        return Span(start, max(start, self.offset(node.end_lineno, node.end_col_offset)))


class _Module:
    """Follows the statements of a module."""

    def __init__(self, module: ast.Module, positions: _Positions, size: int) -> None:
        self.module = module
        self.positions = positions
        self.root = Node("mapping", Span(0, size))
        self.written = 0
        self.work = _WORK_LIMIT
        self.rebound: set[str] = set()
        """Names that a function may assign at any time."""
        self.changeable: set[str] = set()
        """Names whose lists and mappings a function may change at any time."""
        self.certain = True
        """Whether the statement that is followed is certainly run."""
        self.runs_code = False
        """Whether a function may run code that assigns any name."""

    def document(self, offset: int) -> Document:
        for node in ast.walk(self.module):
            if isinstance(node, _FUNCTIONS):
                self.note_function(node)
        self.block(self.module.body, certain=True)
        if self.runs_code:
            self.root.open()
        return to_document(self.root, self.written, offset)

    def note_function(self, function: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) -> None:
        body = function.body if isinstance(function.body, list) else [function.body]
        # Functions in functions are walked on their own.
        for node in _walk_outside_functions([*body, *function.args.defaults, *function.args.kw_defaults]):
            if isinstance(node, ast.Global):
                self.rebound.update(node.names)
            elif _runs_code(node):
                self.runs_code = True
        self.changeable.update(_used_names([*body, *function.args.defaults, *function.args.kw_defaults], deep=False))

    # Statements

    def block(self, statements: Iterable[ast.stmt], certain: bool) -> None:
        """Follow statements; in a branch or loop, whose outcome is not certain, whatever they assign is unknown."""
        outer, self.certain = self.certain, self.certain and certain
        for statement in statements:
            self.statement(statement, certain)
        self.certain = outer

    def statement(self, statement: ast.stmt, certain: bool) -> None:
        match statement:
            case ast.Assign(targets=targets, value=value):
                node = self.evaluate(value)
                for target in targets:
                    self.bind(target, node, certain)
            case ast.AnnAssign(target=target, value=value):
                if value is not None:
                    self.bind(target, self.evaluate(value), certain)
            case ast.AugAssign(target=target, op=operator, value=value):
                self.augment(target, operator, self.evaluate(value), certain)
            case ast.Expr(value=ast.Call() as call):
                self.call(call, certain)
            case ast.Expr(value=value) | ast.Assert(test=value):
                self.forget_used([value])
            case ast.Import(names=aliases):
                for alias in aliases:
                    self.assign(alias.asname or alias.name.partition(".")[0], None, self.unread_import(alias))
            case ast.ImportFrom(names=aliases):
                self.import_from(aliases)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                self.forget_used([statement])
                self.assign(name, None, unknown(self.positions.span(statement)))
            case ast.Delete(targets=targets):
                for target in targets:
                    self.delete(target, certain)
            case ast.For(target=target, iter=iterable) | ast.AsyncFor(target=target, iter=iterable):
                self.loop(target, iterable)
                self.block([*statement.body, *statement.orelse], certain=False)
            case ast.If(test=test) | ast.While(test=test):
                self.forget_used([] if isinstance(test, ast.Name) else [test])
                self.block([*statement.body, *statement.orelse], certain=False)
            case ast.With(items=items) | ast.AsyncWith(items=items):
                for item in items:
                    self.forget_used([item.context_expr])
                    if item.optional_vars is not None:
                        self.bind(item.optional_vars, unknown(self.positions.span(item.optional_vars)), certain)
                self.block(statement.body, certain=False)
            case _:
                self.compound(statement)

    def compound(self, statement: ast.stmt) -> None:
        """A statement of any other kind: what it assigns is unknown."""
        for node in ast.iter_child_nodes(statement):
            if isinstance(node, ast.stmt):
                self.statement(node, certain=False)
            elif isinstance(node, ast.ExceptHandler | ast.match_case):
                for child in ast.iter_child_nodes(node):
                    if not isinstance(child, ast.stmt):
                        self.forget_used([child])
                if isinstance(node, ast.ExceptHandler) and node.name:
                    self.assign(node.name, None, unknown(self.positions.span(node)))
                self.block(node.body, certain=False)
            else:
                self.forget_used([node])

    def loop(self, target: ast.expr, iterable: ast.expr) -> None:
        """A loop's header. A loop over a list does not change the list, but may change its items."""
        node = self.evaluate(iterable) if isinstance(iterable, ast.Name) else None
        if node is not None and self.spend(len(node.items)):
            for item in node.items:
                item.forget()
        else:
            self.forget_used([iterable])
        self.bind(target, unknown(self.positions.span(target)), certain=False)

    def unread_import(self, alias: ast.alias) -> Node:
        return unknown(self.positions.span(alias))

    def import_from(self, aliases: Iterable[ast.alias]) -> None:
        for alias in aliases:
            if alias.name == "*":
                self.root.open()
            else:
                self.assign(alias.asname or alias.name, None, self.unread_import(alias))

    def bind(self, target: ast.expr, node: Node, certain: bool) -> None:
        """Assign to a target."""
        match target:
            case ast.Name(id=name):
                if not certain:
                    node.forget()
                    node = unknown(node.span)
                self.assign(name, self.positions.span(target), node)
            case ast.Tuple(elts=targets) | ast.List(elts=targets):
                values = node.items if node.kind in ("list", "tuple") and node.complete else []
                if len(values) != len(targets) or any(isinstance(item, ast.Starred) for item in targets):
                    node.forget()
                    values = [unknown(self.positions.span(item)) for item in targets]
                for item, value in zip(targets, list(values), strict=True):
                    self.bind(item, value, certain)
            case ast.Subscript(value=container, slice=subscript):
                self.set_item(self.evaluate(container), subscript, node, certain)
            case ast.Starred(value=target):
                self.bind(target, node, certain=False)
            case _:
                self.forget_used([target])
                node.forget()

    def assign(self, name: str, key: Span | None, node: Node) -> None:
        """Assign to a top-level name."""
        if not self.certain and (old := self.root.entries.get(name)):
            old.value.forget()  # what is done to the name later may be done to it
        if name in self.rebound:
            node.forget()
            node = unknown(node.span)
        elif name in self.changeable:
            node.forget()
        self.root.set_key(name, key, node)

    def set_item(self, container: Node, subscript: ast.expr, node: Node, certain: bool) -> None:
        """`X["key"] = value`."""
        key_node = self.evaluate(subscript)
        key = _key(key_node)
        if container.kind == "mapping" and key is not None:
            if not certain:
                self.forget_key(container, key)
                node.forget()
                node = unknown(node.span)
            container.set_key(key, key_node.span, node)
        elif container.kind == "mapping" and _is_other_key(key_node):
            container.complete = False
            node.forget()
        elif container.kind == "list" and container.complete and certain and _is_index(key, container):
            assert isinstance(key, int)
            container.items[key] = node
        else:
            container.forget()
            node.forget()

    def delete(self, target: ast.expr, certain: bool) -> None:
        """`del X` and `del X["key"]`."""
        match target:
            case ast.Name(id=name) if certain:
                self.root.entries.pop(name, None)
            case ast.Name(id=name):
                self.assign(name, None, unknown(self.positions.span(target)))
            case ast.Subscript(value=container, slice=subscript):
                node, key = self.evaluate(container), _key(self.evaluate(subscript))
                if node.kind == "mapping" and key is not None and certain:
                    node.entries.pop(key, None)
                else:
                    node.forget()
            case _:
                self.forget_used([target])

    def augment(self, target: ast.expr, operator: ast.operator, value: Node, certain: bool) -> None:
        """`X += value`, which changes a list in place, and `X |= value`, which does so with a mapping."""
        current = self.evaluate(target)
        if current.kind == "list" and isinstance(operator, ast.Add):
            self.extend(current, value, certain)
        elif current.kind == "mapping" and isinstance(operator, ast.BitOr):
            self.update(current, value, certain)
        elif isinstance(operator, ast.Add):
            self.bind(target, self.add(current, value), certain)
        else:
            current.forget()
            value.forget()
            self.bind(target, unknown(self.positions.span(target)), certain)

    def call(self, call: ast.Call, certain: bool) -> None:
        """A statement that is a call: a method that changes a list or mapping, or one that may do anything."""
        match call:
            case ast.Call(func=ast.Attribute(value=receiver, attr=method), args=arguments, keywords=keywords):
                if self.change(receiver, method, arguments, keywords, certain):
                    return
        self.forget_used([call])

    def change(
        self,
        receiver: ast.expr,
        method: str,
        arguments: list[ast.expr],
        keywords: list[ast.keyword],
        certain: bool,
    ) -> bool:
        """Follow a call of a method that changes a list, set or mapping; False if it is not one of these."""
        if method not in ("append", "add", "extend", "insert", "update"):
            return False
        node = self.evaluate(receiver)
        if any(isinstance(argument, ast.Starred) for argument in arguments):
            return False
        match node.kind, method, arguments:
            case ("list", "append", [item]) | ("set", "add", [item]) if not keywords:
                self.extend(node, Node("list", node.span, items=[self.evaluate(item)]), certain)
            case ("list", "extend", [items]) | ("set", "update", [items]) if not keywords:
                self.extend(node, self.evaluate(items), certain)
            case "list", "insert", [index, item] if not keywords and certain and node.complete:
                position = _key(self.evaluate(index))
                if not isinstance(position, int):
                    return False
                node.items.insert(position, self.evaluate(item))
            case "mapping", "update", [] | [_]:
                for argument in arguments:
                    self.update(node, self.evaluate(argument), certain)
                self.update(node, self.keywords(keywords, node.span), certain)
            case _:
                return False
        return True

    def extend(self, node: Node, value: Node, certain: bool) -> None:
        """Add items at the end of a list or set."""
        if not certain or value.kind not in ("list", "tuple", "set"):
            value.forget()
            node.open()
            return
        if not self.spend(len(value.items)):
            node.forget()
            return
        node.items += list(value.items)
        node.complete = node.complete and value.complete

    def update(self, node: Node, value: Node, certain: bool) -> None:
        """Set the keys of another mapping."""
        if certain or value.kind != "mapping" or not value.complete:
            self.merge(node, value)
        if not certain:
            for key, entry in list(value.entries.items()):
                self.forget_key(node, key)
                node.set_key(key, entry.key, unknown(entry.value.span))
            value.forget()

    def forget_key(self, node: Node, key: str | int) -> None:
        """Forget the value of a key that may still be its value."""
        if entry := node.entries.get(key):
            entry.value.forget()

    def merge(self, node: Node, value: Node) -> None:
        """Copy the keys of another mapping."""
        if self.spend(len(value.entries)):
            node.merge(value)
        else:
            node.open()

    def forget_used(self, nodes: Iterable[ast.AST]) -> None:
        """Forget what code that is not followed may change or assign."""
        nodes = list(nodes)
        for name in _used_names(nodes, deep=True):
            if entry := self.root.entries.get(name):
                entry.value.forget()
        outer, self.certain = self.certain, False
        for node in _walk(nodes):
            if isinstance(node, ast.NamedExpr):
                self.assign(node.target.id, None, unknown(self.positions.span(node)))
            elif isinstance(node, ast.MatchAs | ast.MatchStar) and node.name:
                self.assign(node.name, None, unknown(self.positions.span(node)))
            elif isinstance(node, ast.MatchMapping) and node.rest:
                self.assign(node.rest, None, unknown(self.positions.span(node)))
            elif _runs_code(node):
                self.root.open()
        self.certain = outer

    # Expressions

    def evaluate(self, expression: ast.expr, depth: int = 0) -> Node:
        """The value of an expression; unknown if it is not built from literals and known names."""
        self.written += 1
        if depth < DEPTH_LIMIT:
            node = self.literal(expression, depth + 1)
            if node is not None:
                return node
        self.forget_used([expression])
        return unknown(self.positions.span(expression))

    def literal(self, expression: ast.expr, depth: int) -> Node | None:
        span = self.positions.span(expression)
        match expression:
            case ast.Constant(value=value):
                return scalar(value, span) if value is None or isinstance(value, str | int | float) else unknown(span)
            case ast.Name(id=name):
                entry = self.root.entries.get(name)
                return entry.value if entry else unknown(span)
            case ast.List(elts=items) | ast.Tuple(elts=items) | ast.Set(elts=items):
                kind: Any = type(expression).__name__.lower()
                return self.sequence(Node(kind, span), items, depth)
            case ast.Dict(keys=keys, values=values):
                return self.dictionary(Node("mapping", span), keys, values, depth)
            case ast.JoinedStr(values=parts):
                return self.joined(parts, span, depth)
            case ast.BinOp(op=ast.Add()):
                return self.sum(expression, depth)
            case ast.UnaryOp(op=operator, operand=operand):
                return _unary(operator, self.evaluate(operand, depth), span)
            case ast.Subscript(value=container, slice=subscript):
                return self.item(container, subscript, depth)
            case ast.Call():
                return self.constructed(expression, span, depth)
        return None

    def sequence(self, node: Node, items: Iterable[ast.expr], depth: int) -> Node:
        for item in items:
            if isinstance(item, ast.Starred):
                self.extend(node, self.evaluate(item.value, depth), certain=True)
            else:
                node.items.append(self.evaluate(item, depth))
        return node

    def dictionary(self, node: Node, keys: Iterable[ast.expr | None], values: Iterable[ast.expr], depth: int) -> Node:
        for key_expression, value_expression in zip(keys, values, strict=True):
            if key_expression is None:
                self.merge(node, self.evaluate(value_expression, depth))
                continue
            key_node, value = self.evaluate(key_expression, depth), self.evaluate(value_expression, depth)
            key = _key(key_node)
            if key is not None:
                node.set_key(key, key_node.span, value)
            elif _is_other_key(key_node):
                node.complete = False
            else:  # it may be equal to any other key
                node.open()
        return node

    def joined(self, parts: Iterable[ast.expr], span: Span, depth: int) -> Node | None:
        """An f-string whose placeholders are known."""
        texts = []
        for part in parts:
            match part:
                case ast.Constant(value=str(text)):
                    texts.append(text)
                case ast.FormattedValue(value=value, conversion=-1, format_spec=None):
                    node = self.evaluate(value, depth)
                    if node.kind != "scalar" or not self.spend(len(str(node.scalar))):
                        return None
                    texts.append(str(node.scalar))
                case _:
                    return None
        return scalar("".join(texts), span)

    def sum(self, expression: ast.BinOp, depth: int) -> Node:
        """`a + b + c`, which is nested to the left as deeply as it is long."""
        operands: list[ast.expr] = []
        left: ast.expr = expression
        while isinstance(left, ast.BinOp) and isinstance(left.op, ast.Add):
            operands.append(left.right)
            left = left.left
        total = self.evaluate(left, depth)
        span = self.positions.span(expression)
        for operand in reversed(operands):
            total = self.add(total, self.evaluate(operand, depth))
        total.span = span  # `add` always makes a new node
        return total

    def add(self, left: Node, right: Node) -> Node:
        """A new node for the sum of two values. A list plus something unknown is a list that goes on."""
        span = Span(left.span.start, right.span.end)
        kinds = {left.kind, right.kind}
        if kinds == {"scalar"}:
            return self.add_scalars(left.scalar, right.scalar, span)
        if kinds in ({"list"}, {"tuple"}, {"list", "unknown"}, {"tuple", "unknown"}):
            node = Node("list" if "list" in kinds else "tuple", span)
            self.extend(node, left, certain=True)
            self.extend(node, right, certain=True)
            return node
        left.forget()
        right.forget()
        return unknown(span)

    def add_scalars(self, left: Any, right: Any, span: Span) -> Node:
        if isinstance(left, str) and isinstance(right, str) and self.spend(len(left) + len(right)):
            return scalar(left + right, span)
        if isinstance(left, _BOOLEAN_OR_NUMBER) and isinstance(right, _BOOLEAN_OR_NUMBER):
            try:
                return scalar(left + right, span)
            except OverflowError:
                return unknown(span)
        return unknown(span)

    def item(self, container: ast.expr, subscript: ast.expr, depth: int) -> Node | None:
        """`X["key"]`, if that is known."""
        node, key = self.evaluate(container, depth), _key(self.evaluate(subscript, depth))
        if node.kind == "mapping" and key in node.entries:
            return node.entries[key].value
        if node.kind in ("list", "tuple") and node.complete and _is_index(key, node):
            assert isinstance(key, int)
            return node.items[key]
        return None

    def constructed(self, call: ast.Call, span: Span, depth: int) -> Node | None:
        """`dict(a=1)`, `list(X)`, `tuple(X)`, `set(X)`; other calls are not known."""
        if not isinstance(call.func, ast.Name) or call.func.id in self.root.entries:
            return None
        match call.func.id, call.args, call.keywords:
            case "dict", [] | [_], keywords:
                node = Node("mapping", span)
                for argument in call.args:
                    self.merge(node, self.evaluate(argument, depth))
                self.merge(node, self.keywords(keywords, span, depth))
                return node
            case ("list" | "tuple" | "set") as kind, [] | [_], []:
                new: Any = kind
                node = Node(new, span)
                for argument in call.args:
                    self.extend(node, self.evaluate(argument, depth), certain=True)
                return node
        return None

    def keywords(self, keywords: Iterable[ast.keyword], span: Span, depth: int = 0) -> Node:
        """The mapping that keyword arguments make."""
        node = Node("mapping", span)
        for keyword in keywords:
            value = self.evaluate(keyword.value, depth)
            if keyword.arg is None:
                self.merge(node, value)
            else:
                start = self.positions.span(keyword).start
                node.set_key(keyword.arg, Span(start, start + len(keyword.arg)), value)
        return node

    def spend(self, amount: int) -> bool:
        """Whether so many items or characters may still be copied."""
        self.work -= amount
        return self.work >= 0


def _key(node: Node) -> str | int | None:
    """The key that a value is, if it is a string or an integer."""
    value = node.scalar
    return value if isinstance(value, str) or type(value) is int else None


def _is_other_key(node: Node) -> bool:
    """Whether a key is certainly not equal to a string or an integer."""
    return node.kind == "tuple" or (node.kind == "scalar" and node.scalar is None)


def _is_index(key: object, node: Node) -> bool:
    return isinstance(key, int) and -len(node.items) <= key < len(node.items)


def _unary(operator: ast.unaryop, operand: Node, span: Span) -> Node | None:
    value = operand.scalar
    if operand.kind != "scalar":
        return None
    if isinstance(operator, ast.Not):
        return scalar(not value, span)
    if type(value) in (int, float) and isinstance(operator, ast.USub | ast.UAdd):
        return scalar(-value if isinstance(operator, ast.USub) else value, span)
    return None


def _runs_code(node: ast.AST) -> bool:
    """Whether a node gives access to all names of the module: `exec`, `globals`, `sys.modules[__name__]`."""
    match node:
        case ast.Name(id=name):
            return name in _RUNS_CODE
        case ast.Subscript(value=ast.Attribute(attr="modules"), slice=ast.Name(id="__name__")):
            return True
    return False


def _walk(nodes: Iterable[ast.AST | None]) -> Iterator[ast.AST]:
    """All nodes below some nodes, and themselves."""
    for node in nodes:
        if node is not None:
            yield from ast.walk(node)


def _walk_outside_functions(nodes: Iterable[ast.AST | None]) -> Iterator[ast.AST]:
    """The same without functions and what is in them."""
    pending = [node for node in nodes if node is not None]
    while pending:
        node = pending.pop()
        if isinstance(node, _FUNCTIONS):
            continue
        yield node
        pending += ast.iter_child_nodes(node)


def _used_names(nodes: Iterable[ast.AST | None], deep: bool) -> Iterator[str]:
    """Names whose lists and mappings some code may change, or pass to code that does; `deep`: in functions too."""
    pending = [node for node in nodes if node is not None]
    while pending:
        node = pending.pop()
        if isinstance(node, ast.Name):
            yield node.id
        elif deep or not isinstance(node, _FUNCTIONS):
            harmless = isinstance(node, ast.Compare | ast.FormattedValue) or _only_reads(node)
            pending += [child for child in ast.iter_child_nodes(node) if not (harmless and isinstance(child, ast.Name))]


def _only_reads(node: ast.AST) -> bool:
    """Whether a node only reads the names that are its operands."""
    match node:
        case ast.UnaryOp(op=ast.Not()):
            return True
        case ast.Call(func=ast.Name(id=name)):
            return name in _ONLY_READS
        case ast.Call(func=ast.Attribute(value=ast.Constant())):
            return True
    return False
