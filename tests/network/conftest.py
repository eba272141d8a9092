"""Fixtures of the tests that build environments; they need a package registry and may take a minute."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.support.commands import Run

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.network

# The environments built here must be independent of the one that runs the tests.
_REMOVED = {"VIRTUAL_ENV", "PYTHONPATH", "PYTHONHOME", "PRE_COMMIT_HOME", "NO_COLOR", "FORCE_COLOR"}


def _is_removed(name: str) -> bool:
    return name in _REMOVED or name.startswith(("GIT_", "GITHUB_", "RUNNER_"))


def run_command(
    *command: str | Path, cwd: Path, env: Mapping[str, str] | None = None, expect: int | None = 0
) -> subprocess.CompletedProcess[str]:
    """Run a command without input; assert the exit code. Standard output and error are captured as one string."""
    clean = {name: value for name, value in os.environ.items() if not _is_removed(name)}
    # The user's git configuration must have no effect.
    clean |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "PYTHONUTF8": "1", **(env or {})}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=clean, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, encoding="utf-8", errors="replace", timeout=300, check=False,
    )  # fmt: skip
    assert expect is None or done.returncode == expect, f"{command} exited with {done.returncode}:\n{done.stdout}"
    return done


@pytest.fixture(scope="session")
def run() -> Run:
    return run_command


@pytest.fixture(scope="session")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A committed copy of the project, so that no test writes into the real one."""
    folder = tmp_path_factory.mktemp("checkout") / "postlint"
    ignored = shutil.ignore_patterns(".git", ".venv", ".*_cache", ".hypothesis", "__pycache__", "*.egg-info", "dist")
    shutil.copytree(ROOT, folder, ignore=ignored)
    make_repository(folder)
    return folder


def make_repository(folder: Path) -> None:
    """Commit everything in a folder to a new repository."""
    run_command("git", "init", "--quiet", "--initial-branch=main", cwd=folder)
    run_command("git", "config", "user.name", "A. Writer", cwd=folder)
    run_command("git", "config", "user.email", "writer@example.org", cwd=folder)
    run_command("git", "add", "--all", cwd=folder)
    run_command("git", "commit", "--quiet", "--no-verify", "--message", "Begin", cwd=folder)


@pytest.fixture(scope="session")
def repository() -> Callable[[Path], None]:
    return make_repository


def scripts(environment: Path) -> Path:
    """The directory of a virtual environment's commands."""
    return environment / ("Scripts" if sys.platform == "win32" else "bin")


@pytest.fixture(scope="session")
def wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the source distribution as for a release."""
    out = tmp_path_factory.mktemp("dist")
    run_command(sys.executable, "-m", "build", "--outdir", out, checkout, cwd=checkout.parent)
    [built] = out.glob("*.whl")
    return built
