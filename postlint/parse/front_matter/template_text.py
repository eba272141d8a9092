"""Front matter of templates, such as Hugo's archetypes, which a generator fills in before it reads them."""

from __future__ import annotations

import re

_TEMPLATE_TAG = re.compile(r"(?:^|[:=,\[-])[ \t]*(?:\{\{|\{%)", re.MULTILINE)


def is_template(text: str) -> bool:
    """Whether a text has unquoted tags of Go templates, Liquid or Jinja in place of values.

    >>> is_template("title: {{ .Title }}"), is_template('title: "{{ x }}"')
    (True, False)
    """
    return _TEMPLATE_TAG.search(text) is not None
