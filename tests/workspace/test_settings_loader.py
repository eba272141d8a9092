"""Configuration files: where they are found, how they are read, and the errors in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from postlint.core.finding import ERROR, INFO, WARNING
from postlint.core.rule import SchemaOptions
from postlint.core.settings import ConfigurationError, RuleSettings
from postlint.engine.registry import load
from postlint.workspace.file_context import FileContexts
from postlint.workspace.settings_loader import SettingsLoader, read_settings

Write = Callable[[str, str], Path]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    monkeypatch.chdir(tmp_path)

    def write(path: str, text: str) -> Path:
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        return file

    return write


def test_every_key_is_read(write: Write) -> None:
    path = write(
        "postlint.toml",
        """
        preset = "strict"
        select = ["heading"]
        extend-select = ["MD001"]
        ignore = ["code"]
        include = [".github/"]
        exclude = ["drafts/"]
        generator = "hugo"
        fail-on = "warning"

        [rules.heading]
        severity = "info"
        [rules."heading/skipped-level"]
        severity = "off"
        title-counts = true

        [[overrides]]
        files = "posts/"
        when = { layout = "post" }
        ignore = ["text"]
        schema = "./post.json"
        [[overrides]]
        generator = "zola"
        """,
    )
    settings = read_settings(str(path))
    assert (settings.root, settings.source) == (str(path.parent), "postlint.toml")
    assert (settings.preset, settings.select, settings.generator) == ("strict", ("heading",), "hugo")
    assert (settings.extend_select, settings.ignore) == (("MD001",), ("code",))
    assert (settings.include, settings.exclude, settings.fail_on) == ((".github/",), ("drafts/",), WARNING)
    assert settings.rules["heading"] == RuleSettings(INFO)
    assert settings.rules["heading/skipped-level"] == RuleSettings(None, True, {"title-counts": True})
    override, last = settings.overrides
    assert (override.files, override.when, last.generator) == (("posts/",), {"layout": "post"}, "zola")
    assert override.schema == str(path.parent / "post.json")
    assert override.select is None


def test_schema_without_suffix_and_dot_is_built_in(write: Write) -> None:
    path = write("postlint.toml", '[[overrides]]\nschema = "hugo"\n[[overrides]]\nschema = "schemas/my.json"')
    schemas = [override.schema for override in read_settings(str(path)).overrides]
    assert schemas == ["hugo", str(path.parent / "schemas" / "my.json")]


def test_option_values_that_start_with_dot_slash_are_relative_to_the_file(write: Write) -> None:
    path = write("site/postlint.toml", '[rules.x]\nschema = "./a.json"\nfiles = ["./b", "c"]\n[rules.y]\nname = "../d"')
    rules = read_settings(str(path)).rules
    folder = path.parent
    assert rules["x"].options == {"schema": str(folder / "a.json"), "files": [str(folder / "b"), "c"]}
    assert rules["y"].options == {"name": str(folder.parent / "d")}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("presett = 'strict'", 'postlint.toml: unknown option "presett", did you mean "preset"?'),
        ("preset = 'strct'", 'postlint.toml: unknown preset "strct", did you mean "strict"?'),
        ("preset = 1", "postlint.toml: preset is 1, expected a string"),
        ("generator = 'huggo'", 'postlint.toml: unknown generator "huggo", did you mean "hugo"?'),
        ("fail-on = 'never'", 'postlint.toml: fail-on is "never", expected "error", "warning" or "info"'),
        ("ignore = 'x'", 'postlint.toml: ignore is "x", expected a list of strings'),
        ("[rules.x]\nseverity = 'bad'", 'postlint.toml: rules.x: severity is "bad", expected "error"'),
        ("[[overrides]]\nfile = 'x'", 'postlint.toml: overrides[0]: unknown option "file", did you mean "files"?'),
        ("[[overrides]]\ngenerator = 'x'", 'postlint.toml: overrides[0]: unknown generator "x", expected one of'),
        (
            "[[overrides]]\ngenerator = 'hugo'\nwhen = {a = 1}",
            "postlint.toml: overrides[0]: generator cannot depend on `when`",
        ),
        ("exclude = ['[z-a]']", 'postlint.toml: "[z-a]" is not a glob in gitignore syntax'),
        ("[[overrides]]\nfiles = '!'", 'postlint.toml: overrides[0]: "!" is not a glob in gitignore syntax'),
        ("[rules]\nx = 1", "postlint.toml: rules.x is 1, expected a mapping"),
        ("extends = '.markdownlint.cjs'", 'postlint.toml: extends is ".markdownlint.cjs", expected a preset'),
        ("extends = 'none.toml'", "none.toml: cannot be read"),
        ("= 1", "postlint.toml: invalid TOML: "),
        ("extends = 'postlint.toml'", "postlint.toml: circular `extends`: postlint.toml"),
    ],
)
def test_errors_are_one_line(write: Write, text: str, message: str) -> None:
    path = write("postlint.toml", text)
    with pytest.raises(ConfigurationError) as error:
        read_settings(str(path))
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_project_file_given_by_name_must_have_a_section(write: Write) -> None:
    with pytest.raises(ConfigurationError, match=r"pyproject\.toml: no \[tool\.postlint\]"):
        read_settings(str(write("pyproject.toml", "[tool.other]")))


def test_nearest_file_above_applies(write: Write, tmp_path: Path) -> None:
    write("postlint.toml", "ignore = ['a']")
    write("site/.postlint.toml", "ignore = ['b']")
    write("site/docs/pyproject.toml", "[tool.postlint]\nignore = ['c']")
    write("site/docs/api/pyproject.toml", "[tool.other]\nname = 'postlint'")
    loader = SettingsLoader()
    folders = ("", "site", "site/docs", "site/docs/api/deep")
    assert [loader.for_folder(str(tmp_path / folder)).ignore for folder in folders] == [("a",), ("b",), ("c",), ("c",)]
    assert loader.for_folder(str(tmp_path)) is loader.for_folder(str(tmp_path / "other" / "folder"))


def test_one_file_for_all_or_none(write: Write, tmp_path: Path) -> None:
    write("postlint.toml", "ignore = ['a']")
    write("else/my.toml", "ignore = ['b']")
    folder = str(tmp_path)
    assert SettingsLoader(config=str(tmp_path / "else/my.toml")).for_folder(folder).ignore == ("b",)
    assert SettingsLoader(isolated=True).for_folder(folder).ignore == ()
    adjusted = SettingsLoader(adjust=lambda settings: replace(settings, fail_on=INFO))
    assert adjusted.for_folder(folder).fail_on == INFO


def test_file_extends_another(write: Write) -> None:
    write(
        "shared/base.toml",
        """
        preset = "strict"
        ignore = ["text"]
        exclude = ["a/"]
        fail-on = "info"
        [rules.heading]
        severity = "error"
        [[overrides]]
        files = ["x/"]
        ignore = ["list"]
        """,
    )
    path = write(
        "site/postlint.toml",
        """
        extends = "../shared/base.toml"
        extend-select = ["text/placeholder"]
        exclude = ["b/"]
        [[overrides]]
        files = ["y/"]
        ignore = ["code"]
        """,
    )
    settings = read_settings(str(path))
    assert (settings.root, settings.source) == (str(path.parent), "site/postlint.toml")
    assert (settings.preset, settings.exclude, settings.fail_on) == ("strict", ("a/", "b/"), INFO)
    assert settings.rules["heading"].severity == ERROR
    assert settings.ignore == ("text",)
    # The file's own settings come after all that it extends, and before its own overrides.
    assert [override.files for override in settings.overrides] == [("x/",), (), ("y/",)]
    assert settings.overrides[1].extend_select == ("text/placeholder",)


def test_preset_can_be_extended_and_its_own_wins(write: Write) -> None:
    assert read_settings(str(write("a.toml", 'extends = "all"'))).preset == "all"
    assert read_settings(str(write("b.toml", 'extends = "all"\npreset = "none"'))).preset == "none"


def test_circular_extends_is_an_error(write: Write) -> None:
    write("a.toml", 'extends = "b.toml"')
    path = write("b.toml", 'extends = "a.toml"')
    with pytest.raises(ConfigurationError, match=r"a\.toml: circular `extends`: b\.toml"):
        read_settings(str(path))


@pytest.mark.parametrize(
    ("schema", "text", "message"),
    [
        ("./post.json", '{"type": 7}', "invalid schema"),
        ("./post.json", "{", "invalid JSON"),
        ("./none.json", "{}", "no such file"),
        ("nope", "{}", 'unknown schema "nope"'),
    ],
)
def test_invalid_schema_is_reported_before_any_post_is_read(write: Write, schema: str, text: str, message: str) -> None:
    write("post.json", text)
    path = write("postlint.toml", f'[[overrides]]\nfiles = ["posts/"]\nschema = "{schema}"')
    with pytest.raises(ConfigurationError) as error:
        FileContexts(SettingsLoader(), load()).plan(str(path.parent))
    assert str(error.value).startswith("postlint.toml: ")
    assert message in str(error.value)


@pytest.mark.parametrize("schema", ["post.json", "./post.json", "schemas/post.json"])
def test_schema_of_a_rule_is_relative_to_the_configuration(write: Write, schema: str) -> None:
    path = write("postlint.toml", f'[rules."front-matter/schema-violation"]\nschema = "{schema}"')
    options = read_settings(str(path)).rules["front-matter/schema-violation"].options
    assert options == {"schema": str(path.parent / schema)}


def test_schema_can_be_set_for_all_posts(write: Write) -> None:
    write("post.json", "{}")
    path = write("postlint.toml", '[rules."front-matter/schema-violation"]\nschema = "./post.json"')
    contexts = FileContexts(SettingsLoader(), load())
    active = {rule.rule.name: rule for rule in contexts.plan(str(path.parent)).for_post("a.md", {})}
    assert active["front-matter/schema-violation"].options == SchemaOptions(str(path.parent / "post.json"))
    write("post.json", "[]")
    with pytest.raises(ConfigurationError, match="not a schema"):
        FileContexts(SettingsLoader(), load()).plan(str(path.parent))
