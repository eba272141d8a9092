"""The files around the code agree with each other: README, CI, hooks, action, package metadata."""

from __future__ import annotations

import contextlib
import io
import re
import runpy
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from postlint.cli.main import main

ROOT = Path(__file__).parents[1]


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def data(name: str) -> Any:
    return yaml.safe_load(text(name))


def test_readme_has_one_command_to_try_and_one_to_test() -> None:
    commands = re.findall(r"^python3 -m venv .*$", text("README.md"), re.MULTILINE)
    assert [command.split(" && ")[-1] for command in commands] == [
        ".venv/bin/postlint examples/blog --exit-zero",
        ".venv/bin/pytest",
    ]


def test_ci_runs_the_command_of_the_readme() -> None:
    [extraction] = [line for line in text(".ci/run").splitlines() if line.startswith("command=$(")]
    shown = subprocess.run(
        ["bash", "-euc", f'{extraction}; printf "%s" "$command"'], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert shown.stdout in text("README.md").splitlines()
    assert shown.stdout.endswith('install -q -e ".[dev]" && .venv/bin/pytest')


@pytest.mark.parametrize("path", ["action.yml", ".github/workflows/ci.yml"])
def test_scripts_contain_no_expressions(path: str) -> None:
    def scripts(value: Any) -> list[str]:
        if isinstance(value, dict):
            own = [value["run"]] if isinstance(value.get("run"), str) else []
            return own + [script for child in value.values() for script in scripts(child)]
        return [script for child in value for script in scripts(child)] if isinstance(value, list) else []

    texts = scripts(data(path))
    assert texts
    assert not [script for script in texts if "${{" in script]


def test_workflow_pins_its_actions_and_only_reads() -> None:
    workflow = data(".github/workflows/ci.yml")
    assert workflow["permissions"] == {"contents": "read"}
    used = [step["uses"] for job in workflow["jobs"].values() for step in job["steps"] if "uses" in step]
    assert {"./"} < set(used)
    for name in used:
        assert name == "./" or re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", name)
    assert not [job for job in workflow["jobs"].values() if "permissions" in job]


def test_workflow_covers_the_supported_pythons() -> None:
    supported = set(re.findall(r'"Programming Language :: Python :: (3\.\d+)"', text("pyproject.toml")))
    assert set(data(".github/workflows/ci.yml")["jobs"]["test"]["strategy"]["matrix"]["python"]) == supported


def test_hooks_in_readme_exist() -> None:
    offered = {hook["id"] for hook in data(".pre-commit-hooks.yaml")}
    named = set(re.findall(r"- id: ([a-z-]+)", text("README.md")))
    assert "postlint" in named
    assert named <= offered


def test_action_inputs_in_readme_exist() -> None:
    step = re.search(r"uses: postlint/postlint@.*?\n(.*?)```", text("README.md"), re.DOTALL)
    assert step
    named = set(re.findall(r"^ +([a-z-]+):", step[1], re.MULTILINE)) - {"with"}
    assert named
    assert named <= data("action.yml")["inputs"].keys()


def test_configuration_in_readme_is_valid(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    [example] = re.findall(r"```toml\n(.*?)```", text("README.md"), re.DOTALL)
    (tmp_path / "postlint.toml").write_text(example, encoding="utf-8")
    (tmp_path / "recipe.schema.json").write_text("{}", encoding="utf-8")
    (tmp_path / "a.md").write_text("A post.\n", encoding="utf-8")
    done = postlint("--show-settings", "a.md")
    assert "generator:      hugo" in done
    assert "code/missing-language" in done
    assert "heading/skipped-level" not in done
    assert re.search(r"error +image/missing-alt", done)
    assert "no findings in 1 file" in postlint("a.md")


def test_options_and_commands_in_readme_exist() -> None:
    help_texts = postlint("--help") + postlint("schema", "infer", "--help")
    offered = set(re.findall(r"--[a-z][a-z-]+", help_texts))
    readme = text("README.md").replace("--editable", "")
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", readme)) <= offered
    for command in set(re.findall(r"postlint (explain [a-z/-]+|rules|init|schema [a-z]+)\b", readme)):
        assert postlint(*command.split(), *(["--help"] if command.startswith(("init", "schema")) else []))


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_documented_paths_exist(name: str) -> None:
    paths = set(re.findall(r"(?:postlint|tests|docs|schemas|benchmarks|examples)/[\w./-]+", text(name)))
    paths |= set(re.findall(r"\]\((?!https?:)([^)#]+)\)", text(name)))
    known = {path for path in paths if not path.startswith("postlint/postlint")}  # the repository on GitHub
    assert known
    assert not [path for path in known if not (ROOT / path).exists() and "<" not in path]


def test_layers_in_contributing_are_the_packages_in_order_of_imports() -> None:
    section = text("CONTRIBUTING.md").partition("## The layers")[2].partition("\n## ")[0]
    packages = re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)
    assert set(packages) == {path.parent.name for path in (ROOT / "postlint").glob("*/__init__.py")}
    imports = runpy.run_path(str(ROOT / "tests" / "laws" / "test_layers.py"))["MAY_IMPORT"]
    for index, package in enumerate(packages):
        assert imports[package] <= set(packages[:index])


def test_glossary_is_sorted() -> None:
    section = text("CONTRIBUTING.md").partition("## Glossary")[2].partition("\n## ")[0]
    terms = re.findall(r"^\| (?!---|term )(.*?) \|", section, re.MULTILINE)
    assert terms == sorted(terms, key=str.lower)


def postlint(*arguments: str) -> str:
    """What a command prints. It must succeed."""
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        assert main(arguments) == 0
    return output.getvalue()
