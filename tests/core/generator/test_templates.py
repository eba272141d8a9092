"""Template languages: pages that switch them off."""

from __future__ import annotations

import re

from postlint.core.generator.templates import TemplateDialect

ANY = re.compile("")
DIALECT = TemplateDialect((("{{", "}}"),), ANY, "", ANY, frozenset())


def test_front_matter_switches_templates_off() -> None:
    dialect = DIALECT._replace(switches=(("render_with_liquid", False), ("layout", None)))
    assert dialect.are_off({"render_with_liquid": False, "layout": "post"})
    assert not dialect.are_off({"render_with_liquid": True, "layout": "post"})
    assert not DIALECT.are_off({"render_with_liquid": False})
