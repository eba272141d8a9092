"""Each generator has everything that a generator needs. See "Adding a generator" in CONTRIBUTING.md."""

from __future__ import annotations

import inspect
import re
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

from postlint import generators
from postlint.core.generator import no_settings
from postlint.generators import GENERATORS, get_generator, module_name
from postlint.generators.detect import detect, site_folder
from postlint.schema import load_schema
from tests.support.site_examples import SITES

ROOT = Path(__file__).parents[2]
NOT_DETECTED = {"forem"}
"""Nothing in a repository shows that its posts are published there."""
WITHOUT_OWN_TAGS = {"docusaurus", "zola"}
"""Zola: all shortcodes are defined by the site or its theme. Docusaurus: MDX has comments only."""

each_generator = pytest.mark.parametrize("name", GENERATORS)


def test_registry_lists_every_package() -> None:
    folder = Path(generators.__file__).parent
    packages = {path.parent.name for path in folder.glob("*/generator.py")}
    assert packages == {name.replace("-", "_") for name in GENERATORS}
    assert list(GENERATORS) == sorted(GENERATORS)


@each_generator
def test_name_and_title(name: str) -> None:
    generator = get_generator(name)
    assert generator.name == name
    assert generator.title


@each_generator
def test_site_is_detected(name: str) -> None:
    examples = [example for example in SITES if example.generator == name]
    assert bool(examples) is (name not in NOT_DETECTED)
    assert bool(get_generator(name).detection.signs) is (name not in NOT_DETECTED)
    for example in examples:
        folder = site_folder(frozenset(example.names.split()), lambda path, texts=example.texts: texts.get(path, ""))  # type: ignore[misc]
        detected = detect(folder)
        assert detected
        assert detected.generator == name


@each_generator
def test_every_sign_of_a_site_has_names(name: str) -> None:
    assert all(sign.names for sign in get_generator(name).detection.signs)


def test_priorities_of_signs_are_unique() -> None:
    """The npm packages (90) exclude each other: only one of them is the first in `package.json`."""
    priorities = [sign.priority for name in GENERATORS for sign in get_generator(name).detection.signs]
    assert len({*priorities} - {90}) == len([priority for priority in priorities if priority != 90])


@each_generator
def test_readme_mentions_it(name: str) -> None:
    readme = (ROOT / "README.md").read_text()
    paragraph = next(part for part in re.split(r"\n\s*\n", readme) if "--generator" in part and "`zola`" in part)
    assert f"`{name}`" in paragraph


@each_generator
def test_schemas_are_built_in(name: str) -> None:
    front_matter = get_generator(name).front_matter
    assert front_matter.schemas
    assert all(load_schema(schema).builtin for schema in front_matter.schemas)
    assert set(front_matter.schemas_for("posts/tea.md")) <= set(front_matter.schemas)


@each_generator
def test_static_folders(name: str) -> None:
    folders = get_generator(name).sources.static_folders
    assert folders
    assert all(folder == "" or folder.endswith("/") for folder in folders)


@each_generator
def test_template_tags(name: str) -> None:
    templates = get_generator(name).templates
    if templates is None:
        return
    assert bool(templates.known_tags) is (name not in WITHOUT_OWN_TAGS)
    assert templates.closing_tag.format(name="x")
    assert {"name", "arguments", "closing"} <= templates.tag.groupindex.keys()
    assert templates.tag_name.groups == 1
    openers = tuple(opener for opener, _ in templates.delimiters)
    assert all(opener and closer for opener, closer in templates.delimiters)
    if templates.blocks:
        assert {"name", "end"} <= templates.blocks.tag.groupindex.keys()
        assert templates.blocks.closing_tag.format("x").startswith(openers)
    if templates.in_code:
        assert templates.in_code.escape


@each_generator
def test_markdown_dialect_has_a_name(name: str) -> None:
    markdown = get_generator(name).markdown
    assert markdown.name
    re.compile(markdown.spaced_info)


@each_generator
def test_docstring_names_the_source_of_the_facts(name: str) -> None:
    docstring = inspect.getdoc(import_module(f"{module_name(name)}.generator")) or ""
    assert re.search(r"\bread in\b|\brun\b|\bspecification\b", docstring, re.IGNORECASE)


@each_generator
def test_settings_are_read_or_said_to_change_nothing(name: str) -> None:
    settings = f"{module_name(name)}.settings"
    configure = get_generator(name).configure
    if find_spec(settings) is None:
        assert configure is no_settings
    else:
        module = import_module(settings)
        assert configure is module.configure
        assert re.search(r"\bread in\b|\brun\b", inspect.getdoc(module) or "", re.IGNORECASE)


@each_generator
def test_settings_of_an_empty_site_change_no_default(name: str) -> None:
    generator = get_generator(name)
    configured = generator.configured(site_folder(frozenset(), lambda _: ""))
    assert configured._replace(sources=generator.sources) == generator
    assert all(folder.endswith("/") for folder in configured.sources.folders)


@each_generator
def test_settings_are_shared_mutually(name: str) -> None:
    for other in get_generator(name).shares_settings_with:
        assert name in get_generator(other).shares_settings_with
