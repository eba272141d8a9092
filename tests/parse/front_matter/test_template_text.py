"""Front matter of templates."""

from __future__ import annotations

import pytest

from postlint.parse.front_matter.template_text import is_template


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title: {{ .Title }}\n", True),
        ("{{ range .Tags }}\n- a\n{{ end }}\n", True),
        ("tags: [{{ .Tag }}]\n", True),
        ("draft = {% if a %}true{% endif %}\n", True),
        ('title: "{{ .Title }}"\n', False),
        ("title: a {{ b }}\n", False),
        ("title: {a: 1}\n", False),
    ],
)
def test_unquoted_tags_in_place_of_values(text: str, expected: bool) -> None:
    assert is_template(text) is expected
