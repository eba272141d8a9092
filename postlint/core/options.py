"""Options: a table of the configuration <-> a frozen dataclass <-> JSON Schema and a manual's table.

A field may be `bool`, `int`, `float`, `str`, `Literal[...]`, `tuple[X, ...]`, `Mapping[str, X]`, another such
dataclass, `Any`, or several of these joined by `|`. Keys are written in kebab-case; snake_case is read too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, time
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")

_WORDS = {bool: "true or false", int: "a whole number", float: "a number", str: "text", NoneType: "nothing"}
_JSON_TYPES = {bool: "boolean", int: "integer", float: "number", str: "string", NoneType: "null"}


class OptionError(ValueError):
    """A table that does not fit its dataclass; the message names the place, what is there and what was expected."""


class Description(NamedTuple):
    """One option, for people."""

    name: str
    type: str
    default: str
    text: str


def key_name(field_name: str) -> str:
    """A field's name as configurations spell it.

    >>> key_name("title_counts")
    'title-counts'
    """
    return field_name.rstrip("_").replace("_", "-")


def suggestion(word: str, known: Iterable[str]) -> str:
    """`, did you mean 'x'?` where a known word is close, else nothing."""
    from difflib import get_close_matches  # only on the way to an error

    spelt = {one.lower(): one for one in known}
    close = get_close_matches(word.lower(), spelt, n=1, cutoff=0.6)
    return f", did you mean '{spelt[close[0]]}'?" if close else ""


_types: Callable[[type], Mapping[str, Any]] = cache(get_type_hints)


def build(options_type: type[T], table: Mapping[str, Any], where: str, base: Mapping[str, Any] | None = None) -> T:
    """Make the dataclass from a configuration table over `base`, whose keys are field names and which is trusted.

    Raises OptionError.
    """
    values = dict(base or {})
    if table:
        known = {key_name(field.name): field.name for field in _fields(options_type)}
        for key, value in table.items():
            name = known.get(key.replace("_", "-"))
            if name is None:
                raise OptionError(f"{where}: no option '{key}'{suggestion(key, known) or _listed(known)}")
            values[name] = _read(_types(options_type)[name], value, f"{where}: {key_name(name)}")
    try:
        return options_type(**values)
    except (TypeError, ValueError) as error:  # a required field, or the dataclass's own check
        raise OptionError(f"{where}: {_missing(options_type, values) or error}") from error


def _missing(options_type: type, values: Mapping[str, Any]) -> str:
    absent = [key_name(one.name) for one in _fields(options_type) if _required(one) and one.name not in values]
    return f"'{absent[0]}' is missing" if absent else ""


def _required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _fields(options_type: type) -> tuple[Field[Any], ...]:
    return fields(options_type)


def _listed(known: Iterable[str]) -> str:
    return f"; it has {', '.join(sorted(known)) or 'none'}"


def _read(wanted: Any, value: Any, where: str) -> Any:
    """The value as `wanted` describes it."""
    for kind in _alternatives(wanted):
        if _shape_fits(kind, value):
            return _read_one(kind, value, where)
    raise OptionError(f"{where} is {_shown(value)}, expected {type_text(wanted)}")


def _alternatives(wanted: Any) -> tuple[Any, ...]:
    return get_args(wanted) if get_origin(wanted) in (Union, UnionType) else (wanted,)


def _shape_fits(kind: Any, value: Any) -> bool:
    origin = get_origin(kind)
    if kind is Any:
        return True
    if origin is Literal:
        return any(value == one and type(value) is type(one) for one in get_args(kind))
    if origin is tuple:
        return isinstance(value, list | tuple)
    if is_dataclass(kind) or kind is dict or origin is not None:
        return isinstance(value, Mapping)
    if kind is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    return type(value) is kind


def _read_one(kind: Any, value: Any, where: str) -> Any:
    if get_origin(kind) is tuple:
        item = get_args(kind)[0]
        return tuple(_read(item, one, f"{where}[{index}]") for index, one in enumerate(value))
    if is_dataclass(kind):
        return build(kind, value, where)  # type: ignore[arg-type]
    if isinstance(value, Mapping) and get_args(kind):
        return {key: _read(get_args(kind)[1], one, f"{where}.{key}") for key, one in value.items()}
    return float(value) if kind is float else value


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        return "a table"
    if isinstance(value, list | tuple):
        return "a list"
    if isinstance(value, date | time):
        return value.isoformat()
    return f"'{value}'" if isinstance(value, str) else str(value)


def type_text(wanted: Any) -> str:
    """A type in words.

    >>> type_text(bool | tuple[str, ...])
    'true or false or a list of text'
    """
    origin, arguments = get_origin(wanted), get_args(wanted)
    if origin in (Union, UnionType):
        return " or ".join(dict.fromkeys(type_text(one) for one in arguments if one is not NoneType))
    if origin is Literal:
        *others, last = [_shown(one) for one in arguments]
        return f"{', '.join(others)} or {last}" if others else last
    if origin is tuple:
        return "a list of tables" if is_dataclass(arguments[0]) else f"a list of {type_text(arguments[0])}"
    return "anything" if wanted is Any else _WORDS.get(wanted, "a table")


def json_schema(options_type: type) -> dict[str, Any]:
    """The JSON Schema of a table: kebab-case keys, nothing else allowed."""
    texts = {one.name: one.text for one in describe(options_type)}
    properties = {}
    for field in _fields(options_type):
        schema = _type_schema(_types(options_type)[field.name])
        if texts[key_name(field.name)]:
            schema = {"description": texts[key_name(field.name)], **schema}
        default = _default(field)
        if default is not None and default is not MISSING:
            schema["default"] = _plain(default)
        properties[key_name(field.name)] = schema
    required = [key_name(one.name) for one in _fields(options_type) if _required(one)]
    result: dict[str, Any] = {"type": "object", "additionalProperties": False, "properties": properties}
    return {**result, "required": required} if required else result


def _type_schema(wanted: Any) -> dict[str, Any]:
    origin, arguments = get_origin(wanted), get_args(wanted)
    if wanted is Any:
        return {}
    if origin in (Union, UnionType):
        kinds = [_type_schema(one) for one in arguments if one is not NoneType]
        return kinds[0] if len(kinds) == 1 else {"anyOf": kinds}
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple:
        return {"type": "array", "items": _type_schema(arguments[0])}
    if is_dataclass(wanted):
        return json_schema(wanted)  # type: ignore[arg-type]
    if arguments:
        return {"type": "object", "additionalProperties": _type_schema(arguments[1])}
    return {"type": _JSON_TYPES.get(wanted, "object")}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    return (
        {key_name(one.name): _plain(getattr(value, one.name)) for one in fields(value)}
        if is_dataclass(value)
        else value
    )


def _default(field: Field[Any]) -> Any:
    return field.default if field.default_factory is MISSING else field.default_factory()


def describe(options_type: type) -> tuple[Description, ...]:
    """Each option with its type, default and docstring; reads the source, so not for a lint run."""
    texts = _field_texts(options_type)
    return tuple(
        Description(
            key_name(field.name),
            type_text(_types(options_type)[field.name]),
            toml(_default(field)),
            texts.get(field.name, ""),
        )
        for field in _fields(options_type)
    )


def toml(value: Any) -> str:
    """A value as the configuration spells it; nothing for one that has no spelling.

    >>> toml(("a", True))
    '["a", true]'
    """
    if value is None or value is MISSING:
        return ""
    if isinstance(value, list | tuple):
        return f"[{', '.join(toml(one) for one in value)}]"
    if is_dataclass(value):
        value = _plain(value)
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key} = {toml(one)}' for key, one in value.items() if one is not None)}}}"
    import json  # TOML's basic strings, numbers and booleans are JSON's

    return json.dumps(value, ensure_ascii=False)


def _field_texts(options_type: type) -> dict[str, str]:
    """The docstring under each field."""
    import ast
    import inspect
    from itertools import pairwise
    from textwrap import dedent

    tree = ast.parse(dedent(inspect.getsource(options_type))).body[0]
    assert isinstance(tree, ast.ClassDef)
    texts = {}
    for field, text in pairwise(tree.body):
        if isinstance(field, ast.AnnAssign) and isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant):
            texts[ast.unparse(field.target)] = inspect.cleandoc(str(text.value.value)).replace("\n", " ")
    return texts
