"""`postlint schema show`: the built-in schemas."""

from __future__ import annotations

import pytest

from postlint.generators import GENERATORS, get_generator
from tests.support.command_line import Capture
from tests.support.schema_command import printed, run


@pytest.mark.parametrize("name", [name for name in GENERATORS if len(get_generator(name).front_matter.schemas) == 1])
def test_show_prints_the_schema_of_a_generator(name: str, capsys: Capture) -> None:
    assert run("show", name) == 0
    assert printed(capsys)["$schema"].startswith("https://json-schema.org/")


def test_show_suggests_a_generator(capsys: Capture) -> None:
    assert run("show", "jekll") == 2
    assert capsys.readouterr().err == 'postlint: unknown generator "jekll", did you mean "jekyll"?\n'
    assert run("show", "zzzzzz") == 2
    assert "expected one of " in capsys.readouterr().err
