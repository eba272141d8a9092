"""The GitHub action: its steps, run as a runner runs them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from tests.support.commands import Run

pytestmark = pytest.mark.network

CLEAN = "---\nlayout: post\ntitle: Sowing beans\ndate: 2025-05-11\n---\n\nText.\n"
BROKEN = "---\nlayout: post\ntitle: Sowing beans: too early\ndate: 2025-05-11\n---\n\nText.\n"
POST = "_posts/2025-05-11-sowing-beans.md"


class Runner:
    """Runs a composite action with bash steps as GitHub does."""

    def __init__(self, action: Path, workspace: Path, temp: Path, run: Run) -> None:
        self.action, self.workspace, self.temp, self.run = action, workspace, temp, run
        self.manifest = yaml.safe_load((action / "action.yml").read_text(encoding="utf-8"))

    def __call__(self, expect: int | None = 0, **inputs: str) -> str:
        declared = self.manifest["inputs"]
        assert {name.replace("_", "-") for name in inputs} <= declared.keys()
        values = {name: inputs.get(name.replace("-", "_"), entry["default"]) for name, entry in declared.items()}
        out = ""
        for step in self.manifest["runs"]["steps"]:
            variables = {name: self._value(expression, values) for name, expression in step["env"].items()}
            assert step["shell"] == "bash"
            script = self.temp / "step.sh"
            script.write_text(step["run"], encoding="utf-8")
            out += self.run(
                "bash", "--noprofile", "--norc", "-eo", "pipefail", script, cwd=self.workspace, expect=expect,
                env={**self._surroundings(), **variables},
            ).stdout  # fmt: skip
        return out

    def _surroundings(self) -> dict[str, str]:
        return {
            "CI": "true", "GITHUB_ACTIONS": "true", "GITHUB_WORKSPACE": str(self.workspace),
            "GITHUB_ACTION_PATH": str(self.action), "RUNNER_TEMP": str(self.temp), "RUNNER_OS": "Linux",
            "GITHUB_STEP_SUMMARY": str(self.temp / "summary"), "GITHUB_OUTPUT": str(self.temp / "output"),
        }  # fmt: skip

    @staticmethod
    def _value(expression: str, values: dict[str, str]) -> str:
        name = expression.removeprefix("${{ inputs.").removesuffix(" }}")
        return values[name]


@pytest.fixture(scope="module")
def temp(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Shared by all tests, as by the steps of a job: the environment is built once, then only updated."""
    return tmp_path_factory.mktemp("runner")


@pytest.fixture
def runner(checkout: Path, run: Run, tmp_path: Path, temp: Path) -> Runner:
    workspace = tmp_path / "workspace"
    (workspace / "blog" / "_posts").mkdir(parents=True)
    (workspace / "blog" / "_config.yml").write_text("title: Beans\n", encoding="utf-8")
    return Runner(checkout, workspace, temp, run)


def write(runner: Runner, text: str) -> None:
    (runner.workspace / "blog" / POST).write_text(text, encoding="utf-8")


def test_broken_post_is_annotated_and_fails(runner: Runner) -> None:
    write(runner, BROKEN)
    assert f"::error file=blog/{POST},line=3," in runner(expect=1)
    assert "front-matter/syntax-error" in (runner.temp / "summary").read_text(encoding="utf-8")


def test_paths_are_relative_to_the_repository_in_another_directory(runner: Runner) -> None:
    write(runner, BROKEN)
    assert f"::error file=blog/{POST},line=3," in runner(expect=1, working_directory="blog", paths="_posts")


def test_clean_post_passes(runner: Runner) -> None:
    write(runner, CLEAN)
    assert "::error" not in runner()


def test_options_reach_postlint(runner: Runner) -> None:
    write(runner, CLEAN.replace("Text.", "Text. "))
    assert "::warning" not in runner()
    assert "whitespace/trailing" in runner(preset="strict")
    assert "whitespace/trailing" in runner(expect=1, preset="strict", fail_on="warning")
    assert "whitespace/trailing" in runner(args="--extend-select\n whitespace/trailing")


def test_directory_without_markdown_passes_without_installation(runner: Runner) -> None:
    shutil.rmtree(runner.workspace / "blog")
    out = runner()
    assert out == "postlint: no Markdown files found\n"


def test_modules_of_the_checked_tree_are_not_imported(runner: Runner) -> None:
    write(runner, CLEAN)
    for name in "venv", "pip", "postlint", "yaml", "site", "ensurepip", "argparse":
        text = f"open({str(runner.workspace / 'pwned')!r}, 'w')"
        (runner.workspace / f"{name}.py").write_text(text, encoding="utf-8")
    runner()
    assert not (runner.workspace / "pwned").exists()


HOSTILE = (
    "; touch pwned; $(touch pwned) `touch pwned` \" && touch pwned && \" ' && touch pwned '\ntouch pwned\n--touch=pwned"
)


@pytest.mark.parametrize("name", ["paths", "preset", "fail_on", "args", "working_directory", "python"])
def test_hostile_inputs_are_not_executed(runner: Runner, name: str) -> None:
    write(runner, CLEAN)
    out = runner(expect=None, **{name: HOSTILE})
    assert not list(runner.workspace.rglob("*pwned*"))
    assert name == "python" or "pwned" in out
