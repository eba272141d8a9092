"""Front matter against JSON Schema. The only room that knows `jsonschema`, which is loaded with the first schema."""

from __future__ import annotations

from postlint.schema.load import Schema, SchemaError, is_closed, load_schema
from postlint.schema.validate import validate
from postlint.schema.violations import Violation

__all__ = ["Schema", "SchemaError", "Violation", "is_closed", "load_schema", "validate"]
