"""The registry shows what the rule files say, at once and without importing them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import postlint
from postlint.core.rule import ALWAYS, OPT_IN, RECOMMENDED, STRICT
from postlint.engine.registry import Entry, UnknownRuleError, _entry, entry_of, load, rule_modules

RULE = """
@post_rule(
    preset=STRICT, severity=WARNING,  # not recommended
    aliases=("MD001", "heading-increment"),
)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    yield from ()
"""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of postlint that may be changed."""
    source = Path(postlint.__file__).parent
    shutil.copytree(source, tmp_path / "postlint", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def run(folder: Path, code: str) -> str:
    """What code prints that imports the copy of postlint in a folder."""
    command = [sys.executable, "-c", f"from postlint.engine.registry import load; {code}"]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=True)
    return done.stdout.strip()


def test_every_rule_file_is_a_rule_named_after_it() -> None:
    registry = load()
    assert len(registry.rules) == len(rule_modules())
    assert [rule.name for rule in registry.rules] == sorted(rule.name for rule in registry.rules)
    for rule in registry.rules:
        assert rule.module.removeprefix("postlint.rules.").replace("_", "-").replace(".", "/") == rule.name
        assert registry.by_name[rule.name] is rule
        assert rule.options() == rule.options(), f"{rule.name}: options without defaults"


def test_aliases_are_unique() -> None:
    registry = load()
    aliases = [alias.lower() for rule in registry.rules for alias in rule.aliases]
    assert sorted(aliases) == sorted(set(aliases))
    assert not set(aliases) & {word.lower() for word in (*registry.by_name, *registry.families)}


def test_entries_are_those_of_the_imported_rules() -> None:
    registry = load()
    assert registry.entries == {rule.name: entry_of(rule) for rule in registry.rules}


def test_run_imports_only_selected_rules() -> None:
    code = (
        "import sys; from postlint.engine.plan import Plan; from postlint.core.settings import Settings;"
        "Plan(Settings(), load()).for_post('a.md', {});"
        "print('postlint.rules.text.long_line' in sys.modules, 'postlint.rules.heading.empty' in sys.modules)"
    )
    assert run(Path(postlint.__file__).parents[1], code) == "False True"


def test_changed_rule_file_takes_effect_at_once(package: Path) -> None:
    show = "e = load().entries['heading/empty']; print(e.preset.name, e.aliases)"
    assert run(package, show).startswith("RECOMMENDED")
    file = package / "postlint" / "rules" / "heading" / "empty.py"
    text = file.read_text()
    file.write_text(
        text.replace("preset=RECOMMENDED", "preset=OPT_IN, aliases=('bare',)").replace("RECOMMENDED", "OPT_IN")
    )
    assert run(package, show) == "OPT_IN ('bare',)"


def test_new_and_removed_rule_files_take_effect_at_once(package: Path) -> None:
    folder = package / "postlint" / "rules" / "heading"
    (folder / "empty.py").rename(folder / "bare.py")
    assert run(package, "e = load().entries; print('heading/bare' in e, 'heading/empty' in e)") == "True False"


def test_rules_need_no_source_files(package: Path) -> None:
    folder = package / "postlint" / "rules" / "heading"
    subprocess.run([sys.executable, "-m", "compileall", "-q", "-b", str(folder)], check=True)
    (folder / "empty.py").unlink()
    assert run(package, "r = load(); print(r.entries['heading/empty'].preset.name)") == "RECOMMENDED"


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        (RULE, Entry("heading/x", STRICT, ("MD001", "heading-increment"))),
        ("@engine_rule(preset=ALWAYS, severity=ERROR)\ndef check(event: Failure):\n", Entry("heading/x", ALWAYS, ())),
        ("@site_rule(preset=OPT_IN, severity=ERROR)\ndef check(site):\n", Entry("heading/x", OPT_IN, ())),
        (
            "@post_rule(preset=RECOMMENDED, from_schema=lambda name: {})\ndef check(post, options):\n",
            Entry("heading/x", RECOMMENDED, (), follows_schema=True),
        ),
        (RULE.replace("STRICT", "preset_of(2)"), None),
        (RULE.replace("STRICT", "NEVER"), None),
        (RULE.replace('"MD001"', "CODE"), None),
        (RULE.replace("preset=STRICT, ", ""), None),
        (RULE.replace("aliases=(", "aliases=(("), None),
        ("check = make_rule()\n", None),
    ],
)
def test_entry_is_read_from_literals_only(tmp_path: Path, text: str, entry: Entry | None) -> None:
    (tmp_path / "x.py").write_text(f'"""Fault."""\n\n{text}')
    assert _entry("heading/x", str(tmp_path / "x.py")) == entry


def test_unknown_word_is_an_error_with_a_suggestion() -> None:
    with pytest.raises(UnknownRuleError, match='unknown rule "md0001", did you mean "MD001"'):
        load().resolve(["md0001"])


def test_all_rules_are_loaded_once() -> None:
    assert load() is load()
