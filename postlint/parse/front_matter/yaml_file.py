"""A whole file of YAML as plain values, by the reader of front matter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml

from postlint.parse.front_matter.loaded import Broken
from postlint.parse.front_matter.yaml import load_yaml


def read_yaml(text: str) -> Mapping[str, Any]:
    """The map that a text holds.

    Raises ValueError.

    >>> read_yaml("MD013: false\\nMD007: {indent: 4}")
    {'MD013': False, 'MD007': {'indent': 4}}
    """
    try:
        return load_yaml(text).data
    except Broken as error:
        line = text.count("\n", 0, error.span.start) + 1
        raise ValueError(f"line {line}: {error.message}") from error
    except yaml.YAMLError as error:
        raise ValueError(" ".join(str(error).split())) from error
