"""Options: a mapping of the configuration as a frozen dataclass, and the dataclass as JSON Schema and as manual.

A field may be a `bool`, `int`, `float`, `str`, `Literal[...]`, `tuple[X, ...]`, `Mapping[str, X]`, another such
dataclass, `Any`, or a union of these. Keys are written in kebab-case; snake_case is accepted.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, time
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

from postlint.core.errors import PostlintError
from postlint.core.spelling import suggestion

T = TypeVar("T")

_TYPE_NAMES = {bool: "a boolean", int: "an integer", float: "a number", str: "a string", NoneType: "nothing"}
_PLURALS = {bool: "booleans", int: "integers", float: "numbers", str: "strings"}
_JSON_TYPES = {bool: "boolean", int: "integer", float: "number", str: "string", NoneType: "null"}


class OptionError(PostlintError):
    """A mapping that does not fit its dataclass: `where: what is there, what was expected`."""


class Description(NamedTuple):
    """One option, as the manual shows it."""

    name: str
    type: str
    default: str
    """In TOML; empty if there is none."""
    text: str
    """The docstring of its field."""


def key_name(field_name: str) -> str:
    """A field's name as it is written in configurations.

    >>> key_name("title_counts")
    'title-counts'
    """
    return field_name.rstrip("_").replace("_", "-")


_type_hints: Callable[[type], Mapping[str, Any]] = cache(get_type_hints)


def build(options_type: type[T], table: Mapping[str, Any], where: str, base: Mapping[str, Any] | None = None) -> T:
    """Make the dataclass of a mapping from the configuration, whose values replace those of `base`.

    `base` maps field names to values, which are not checked. `where` begins the message of an error. Raises OptionError
    if a key is unknown, a value has another type, a required field is missing, or the dataclass rejects a value.
    """
    values = dict(base or {})
    if table:
        known = {key_name(field.name): field.name for field in _fields(options_type)}
        for key, value in table.items():
            name = known.get(key.replace("_", "-"))
            if name is None:
                hint = suggestion(key, known) or f", expected one of {', '.join(sorted(known)) or 'none'}"
                raise OptionError(f'{where}: unknown option "{key}"{hint}')
            values[name] = _read(_type_hints(options_type)[name], value, f"{where}: {key_name(name)}")
    try:
        return options_type(**values)
    except (TypeError, ValueError) as error:  # a missing field, or the dataclass's own check
        raise OptionError(f"{where}: {_missing(options_type, values) or error}") from error


def _missing(options_type: type, values: Mapping[str, Any]) -> str:
    names = [field.name for field in _fields(options_type) if _is_required(field) and field.name not in values]
    return f"`{key_name(names[0])}` is missing" if names else ""


def _is_required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _fields(options_type: type) -> tuple[Field[Any], ...]:
    return fields(options_type)


def _read(type_: Any, value: Any, where: str) -> Any:
    """A value of the configuration as a value of the type. Raises OptionError."""
    for alternative in _alternatives(type_):
        if _shape_fits(alternative, value):
            return _read_as(alternative, value, where)
    raise OptionError(f"{where} is {_value_text(value)}, expected {type_text(type_)}")


def _alternatives(type_: Any) -> tuple[Any, ...]:
    return get_args(type_) if get_origin(type_) in (Union, UnionType) else (type_,)


def _shape_fits(type_: Any, value: Any) -> bool:
    origin = get_origin(type_)
    if type_ is Any:
        return True
    if origin is Literal:
        return any(value == choice and type(value) is type(choice) for choice in get_args(type_))
    if origin is tuple:
        return isinstance(value, list | tuple)
    if is_dataclass(type_) or type_ is dict or origin is not None:
        return isinstance(value, Mapping) or (isinstance(type_, type) and isinstance(value, type_))
    if type_ is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    return type(value) is type_


def _read_as(type_: Any, value: Any, where: str) -> Any:
    if get_origin(type_) is tuple:
        item_type = get_args(type_)[0]
        return tuple(_read(item_type, item, f"{where}[{index}]") for index, item in enumerate(value))
    if isinstance(type_, type) and is_dataclass(type_):
        return build(type_, value, where) if isinstance(value, Mapping) else value  # it has been read already
    if isinstance(value, Mapping) and get_args(type_):
        return {key: _read(get_args(type_)[1], item, f"{where}.{key}") for key, item in value.items()}
    return float(value) if type_ is float else value


def _value_text(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        return "a mapping"
    if isinstance(value, list | tuple):
        return "a list"
    if isinstance(value, date | time):
        return value.isoformat()
    return f'"{value}"' if isinstance(value, str) else str(value)


def type_text(type_: Any) -> str:
    """A type as messages and the manual name it.

    >>> type_text(bool | tuple[str, ...])
    'a boolean or a list of strings'
    """
    origin, arguments = get_origin(type_), get_args(type_)
    if origin in (Union, UnionType):
        return " or ".join(dict.fromkeys(type_text(member) for member in arguments if member is not NoneType))
    if origin is Literal:
        *others, last = map(_value_text, arguments)
        return f"{', '.join(others)} or {last}" if others else last
    if origin is tuple:
        return f"a list of {_plural(arguments[0])}"
    return "anything" if type_ is Any else _TYPE_NAMES.get(type_, "a mapping")


def _plural(type_: Any) -> str:
    return "mappings" if is_dataclass(type_) else _PLURALS.get(type_) or type_text(type_)


def json_schema(options_type: type) -> dict[str, Any]:
    """The JSON Schema of a mapping: kebab-case keys, no others allowed. Reads the source, so not for a lint run."""
    texts = {option.name: option.text for option in describe(options_type)}
    properties = {}
    for field in _fields(options_type):
        schema = _type_schema(_type_hints(options_type)[field.name])
        if texts[key_name(field.name)]:
            schema = {"description": texts[key_name(field.name)], **schema}
        default = _default(field)
        if default is not None and default is not MISSING:
            schema["default"] = _plain(default)
        properties[key_name(field.name)] = schema
    required = [key_name(field.name) for field in _fields(options_type) if _is_required(field)]
    result: dict[str, Any] = {"type": "object", "additionalProperties": False, "properties": properties}
    return {**result, "required": required} if required else result


def _type_schema(type_: Any) -> dict[str, Any]:
    origin, arguments = get_origin(type_), get_args(type_)
    if type_ is Any:
        return {}
    if origin in (Union, UnionType):
        members = [_type_schema(member) for member in arguments if member is not NoneType]
        return members[0] if len(members) == 1 else {"anyOf": members}
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple:
        return {"type": "array", "items": _type_schema(arguments[0])}
    if isinstance(type_, type) and is_dataclass(type_):
        return json_schema(type_)
    if arguments:
        return {"type": "object", "additionalProperties": _type_schema(arguments[1])}
    return {"type": _JSON_TYPES.get(type_, "object")}


def _plain(value: Any) -> Any:
    """A value with lists and mappings in place of tuples and dataclasses."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if is_dataclass(value):
        return {key_name(field.name): _plain(getattr(value, field.name)) for field in fields(value)}
    return value


def _default(field: Field[Any]) -> Any:
    return field.default if field.default_factory is MISSING else field.default_factory()


def describe(options_type: type) -> tuple[Description, ...]:
    """Each option with its type, default and docstring. Reads the source, so not for a lint run."""
    texts = _field_docstrings(options_type)
    return tuple(
        Description(
            key_name(field.name),
            type_text(_type_hints(options_type)[field.name]),
            toml(_default(field)),
            texts.get(field.name, ""),
        )
        for field in _fields(options_type)
    )


def toml(value: Any) -> str:
    """A value as it is written in the configuration; empty for None, which TOML does not have.

    >>> toml(("a", True))
    '["a", true]'
    """
    if value is None or value is MISSING:
        return ""
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(toml, value))}]"
    if is_dataclass(value):
        value = _plain(value)
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key} = {toml(item)}' for key, item in value.items() if item is not None)}}}"
    import json  # TOML's basic strings, numbers and booleans are JSON's

    return json.dumps(value, ensure_ascii=False)


def _field_docstrings(options_type: type) -> dict[str, str]:
    """The docstring below each field, those of inherited fields included."""
    import ast
    import inspect
    from itertools import pairwise
    from textwrap import dedent

    texts = {}
    for class_ in reversed(options_type.__mro__):
        if not is_dataclass(class_):
            continue
        definition = ast.parse(dedent(inspect.getsource(class_))).body[0]
        assert isinstance(definition, ast.ClassDef)
        for field, text in pairwise(definition.body):
            if isinstance(field, ast.AnnAssign) and isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant):
                texts[ast.unparse(field.target)] = inspect.cleandoc(str(text.value.value)).replace("\n", " ")
    return texts
