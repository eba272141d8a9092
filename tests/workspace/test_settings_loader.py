"""Configuration files: where they are found, what they say, what is said of mistakes in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from postlint.core.finding import ERROR, INFO, WARNING
from postlint.core.settings import ConfigurationError, RuleSettings
from postlint.engine.registry import load
from postlint.workspace.file_context import Places
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


def test_a_schema_without_a_suffix_or_dot_is_a_built_in_one(write: Write) -> None:
    path = write("postlint.toml", '[[overrides]]\nschema = "hugo"\n[[overrides]]\nschema = "schemas/my.json"')
    schemas = [one.schema for one in read_settings(str(path)).overrides]
    assert schemas == ["hugo", str(path.parent / "schemas" / "my.json")]


def test_option_values_that_start_with_a_dot_and_slash_are_paths_beside_the_file(write: Write) -> None:
    path = write("site/postlint.toml", '[rules.x]\nschema = "./a.json"\nfiles = ["./b", "c"]\n[rules.y]\nname = "../d"')
    rules = read_settings(str(path)).rules
    folder = path.parent
    assert rules["x"].options == {"schema": str(folder / "a.json"), "files": [str(folder / "b"), "c"]}
    assert rules["y"].options == {"name": str(folder.parent / "d")}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("presett = 'strict'", "postlint.toml: no option 'presett', did you mean 'preset'?"),
        ("preset = 'strct'", "postlint.toml: no preset 'strct', did you mean 'strict'?"),
        ("preset = 1", "postlint.toml: preset is 1, expected text"),
        ("generator = 'huggo'", "postlint.toml: no generator 'huggo', did you mean 'hugo'?"),
        ("fail-on = 'never'", "postlint.toml: fail-on is 'never', expected 'error', 'warning' or 'info'"),
        ("ignore = 'x'", "postlint.toml: ignore is 'x', expected a list of text"),
        ("[rules.x]\nseverity = 'bad'", "postlint.toml: rules.x: severity is 'bad', expected 'error'"),
        ("[[overrides]]\nfile = 'x'", "postlint.toml: overrides[0]: no option 'file', did you mean 'files'?"),
        ("[[overrides]]\ngenerator = 'x'", "postlint.toml: overrides[0]: no generator 'x', expected one of"),
        (
            "[[overrides]]\ngenerator = 'hugo'\nwhen = {a = 1}",
            "postlint.toml: overrides[0]: generator cannot depend on when",
        ),
        ("exclude = ['[z-a]']", "postlint.toml: '[z-a]' is not a glob in gitignore's syntax"),
        ("[[overrides]]\nfiles = '!'", "postlint.toml: overrides[0]: '!' is not a glob in gitignore's syntax"),
        ("[rules]\nx = 1", "postlint.toml: rules.x is 1, expected a table"),
        ("extends = '.markdownlint.cjs'", "postlint.toml: extends is '.markdownlint.cjs', expected a preset"),
        ("extends = 'none.toml'", "none.toml: cannot read the configuration"),
        ("= 1", "postlint.toml: not valid TOML: "),
        ("extends = 'postlint.toml'", "postlint.toml: extends goes round in a circle at postlint.toml"),
    ],
)
def test_mistakes_are_one_clear_line(write: Write, text: str, message: str) -> None:
    path = write("postlint.toml", text)
    with pytest.raises(ConfigurationError) as error:
        read_settings(str(path))
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_a_project_file_that_is_named_must_have_a_section(write: Write) -> None:
    with pytest.raises(ConfigurationError, match=r"pyproject\.toml: has no \[tool\.postlint\]"):
        read_settings(str(write("pyproject.toml", "[tool.other]")))


def test_the_nearest_file_above_counts(write: Write, tmp_path: Path) -> None:
    write("postlint.toml", "ignore = ['a']")
    write("site/.postlint.toml", "ignore = ['b']")
    write("site/docs/pyproject.toml", "[tool.postlint]\nignore = ['c']")
    write("site/docs/api/pyproject.toml", "[tool.other]\nname = 'postlint'")
    loader = SettingsLoader()
    found = [loader.for_folder(str(tmp_path / one)).ignore for one in ("", "site", "site/docs", "site/docs/api/deep")]
    assert found == [("a",), ("b",), ("c",), ("c",)]
    assert loader.for_folder(str(tmp_path)) is loader.for_folder(str(tmp_path / "other" / "folder"))


def test_one_file_for_all_or_none_at_all(write: Write, tmp_path: Path) -> None:
    write("postlint.toml", "ignore = ['a']")
    write("else/my.toml", "ignore = ['b']")
    folder = str(tmp_path)
    assert SettingsLoader(config=str(tmp_path / "else/my.toml")).for_folder(folder).ignore == ("b",)
    assert SettingsLoader(isolated=True).for_folder(folder).ignore == ()
    adjusted = SettingsLoader(adjust=lambda settings: replace(settings, fail_on=INFO))
    assert adjusted.for_folder(folder).fail_on == INFO


def test_a_file_builds_on_another(write: Write) -> None:
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
    # What the file itself says comes after all that it builds on, and before its own overrides.
    assert [one.files for one in settings.overrides] == [("x/",), (), ("y/",)]
    assert settings.overrides[1].extend_select == ("text/placeholder",)


def test_a_preset_can_be_extended_and_a_named_one_wins(write: Write) -> None:
    assert read_settings(str(write("a.toml", 'extends = "all"'))).preset == "all"
    assert read_settings(str(write("b.toml", 'extends = "all"\npreset = "none"'))).preset == "none"


def test_files_that_extend_each_other_are_an_error(write: Write) -> None:
    write("a.toml", 'extends = "b.toml"')
    path = write("b.toml", 'extends = "a.toml"')
    with pytest.raises(ConfigurationError, match=r"a\.toml: extends goes round in a circle at b\.toml"):
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
def test_a_schema_that_is_none_shows_before_any_post_is_read(
    write: Write, schema: str, text: str, message: str
) -> None:
    write("post.json", text)
    path = write("postlint.toml", f'[[overrides]]\nfiles = ["posts/"]\nschema = "{schema}"')
    with pytest.raises(ConfigurationError) as error:
        Places(SettingsLoader(), load()).plan(str(path.parent))
    assert str(error.value).startswith("postlint.toml: ")
    assert message in str(error.value)


@pytest.mark.parametrize("schema", ["post.json", "./post.json", "schemas/post.json"])
def test_a_rules_schema_lies_beside_the_configuration(write: Write, schema: str) -> None:
    path = write("postlint.toml", f'[rules."front-matter/schema-violation"]\nschema = "{schema}"')
    options = read_settings(str(path)).rules["front-matter/schema-violation"].options
    assert options == {"schema": str(path.parent / schema)}


def test_a_schema_can_be_set_for_all_posts(write: Write) -> None:
    write("post.json", "{}")
    path = write("postlint.toml", '[rules."front-matter/schema-violation"]\nschema = "./post.json"')
    places = Places(SettingsLoader(), load())
    active = {one.rule.name: one for one in places.plan(str(path.parent)).for_post("a.md", {})}
    assert active["front-matter/schema-violation"].options.schema == str(path.parent / "post.json")
    write("post.json", "[]")
    with pytest.raises(ConfigurationError, match="not a schema"):
        Places(SettingsLoader(), load()).plan(str(path.parent))
