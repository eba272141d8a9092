"""What the traits of every format promise."""

from __future__ import annotations

from dataclasses import replace

import pytest

from postlint.report import FORMATS, View, get_format, render
from tests.support.reports import BLOG, CLEAN, POST, RESULT


@pytest.mark.parametrize("name", FORMATS)
def test_report_without_findings(name: str) -> None:
    quiet = render(name, CLEAN, View(quiet=True))
    if get_format(name).document:
        assert quiet == render(name, CLEAN).rstrip("\n") + "\n"
    else:
        assert quiet == ""


@pytest.mark.parametrize("name", FORMATS)
def test_paths_are_relative_to_the_repository_in_formats_that_declare_it(name: str) -> None:
    assert (f"site/{POST}" in render(name, RESULT, BLOG)) == get_format(name).repository_paths
    assert f"site/{POST}" not in render(name, RESULT)


@pytest.mark.parametrize("name", FORMATS)
def test_description_fits_the_table_in_the_readme(name: str) -> None:
    description = get_format(name).description
    assert description
    assert not {"|", "\n"} & set(description)
    assert not description.endswith(".")


@pytest.mark.parametrize("name", FORMATS)
def test_formats_that_use_excerpts_declare_it(name: str) -> None:
    diagnostics = tuple(diagnostic._replace(excerpt=None) for diagnostic in RESULT.diagnostics)
    without = replace(RESULT, diagnostics=diagnostics)
    assert (render(name, without) != render(name, RESULT)) == get_format(name).excerpts
