"""No module imports itself by way of others, not even inside of a function."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.support.modules import MODULES, PACKAGE, tree_of

Graph = Mapping[str, frozenset[str]]


def module_name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def name_of(node: ast.expr) -> str:
    """The last part of a dotted name; empty for other expressions."""
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def run_time_nodes(node: ast.AST) -> Iterator[ast.AST]:
    """All nodes of a syntax tree, except those that only a type checker reads."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and name_of(child.test) == "TYPE_CHECKING":
            yield from (inner for statement in child.orelse for inner in (statement, *run_time_nodes(statement)))
        else:
            yield child
            yield from run_time_nodes(child)


def imported_modules(tree: ast.AST, modules: frozenset[str]) -> Iterator[str]:
    """The modules of postlint that a module imports, wherever the import is."""
    for node in run_time_nodes(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in modules)
        elif isinstance(node, ast.ImportFrom) and node.module in modules:
            for alias in node.names:
                submodule = f"{node.module}.{alias.name}"
                yield submodule if submodule in modules else node.module
        elif isinstance(node, ast.Call) and name_of(node.func) == "import_module":
            yield from dynamically_imported(node.args[0], modules)


def dynamically_imported(argument: ast.expr, modules: frozenset[str]) -> Iterator[str]:
    """The modules directly in a package that `import_module(f"package.{name}")` may import."""
    if isinstance(argument, ast.JoinedStr) and isinstance(argument.values[0], ast.Constant):
        package = str(argument.values[0].value)
        yield from (name for name in modules if package.endswith(".") and name.rpartition(".")[0] + "." == package)


def import_graph() -> Graph:
    paths = {module_name(path): path for path in MODULES}
    modules = frozenset(paths)
    return {name: frozenset(imported_modules(tree_of(path), modules)) - {name} for name, path in paths.items()}


def circles(graph: Graph) -> list[list[str]]:
    """A shortest circle through the first module of each strongly connected component."""
    result: list[list[str]] = []
    seen: set[str] = set()
    for start in sorted(graph):
        if start in seen or not (circle := shortest_circle(graph, start)):
            continue
        result.append(circle)
        reachable = reachable_from(graph, start)
        seen |= {name for name in reachable if start in reachable_from(graph, name)}
    return result


def shortest_circle(graph: Graph, start: str) -> list[str]:
    """A shortest path from a module back to itself; empty if there is none."""
    paths = [[start]]
    visited: set[str] = set()
    for path in paths:
        for name in sorted(graph[path[-1]]):
            if name == start:
                return [*path, start]
            if name not in visited:
                visited.add(name)
                paths.append([*path, name])
    return []


def reachable_from(graph: Graph, start: str) -> set[str]:
    reachable: set[str] = set()
    names = [start]
    while names:
        for name in graph[names.pop()] - reachable:
            reachable.add(name)
            names.append(name)
    return reachable


def test_circles_are_recognized() -> None:
    graph = {name: frozenset(imports) for name, imports in {"a": "b", "b": "cd", "c": "a", "d": "", "e": "e"}.items()}
    assert circles(graph) == [["a", "b", "c", "a"], ["e", "e"]]


def test_imports_inside_of_functions_count_but_not_those_of_type_checkers() -> None:
    tree = ast.parse(
        "from typing import TYPE_CHECKING\n"
        "if TYPE_CHECKING:\n    from p.a import A\nelse:\n    import p.b\n"
        "def f(name):\n    from p import c, d\n    import_module(f'p.q.{name}')\n"
    )
    modules = frozenset({"p", "p.a", "p.b", "p.c", "p.q", "p.q.r"})
    assert list(imported_modules(tree, modules)) == ["p.b", "p.c", "p", "p.q.r"]


def test_no_circles() -> None:
    assert [" -> ".join(circle) for circle in circles(import_graph())] == []
