"""Check front matter against JSON Schema, and infer schemas from front matter.

This is the only package that imports `jsonschema`, and only when data is not plainly valid.
"""

from __future__ import annotations

from postlint.schema.document import Schema, SchemaError, is_closed
from postlint.schema.load import load_schema
from postlint.schema.validate import validate
from postlint.schema.violations import Violation

__all__ = ["Schema", "SchemaError", "Violation", "is_closed", "load_schema", "validate"]
