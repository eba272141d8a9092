"""The type of the fixture that runs commands."""

from __future__ import annotations

import subprocess
from collections.abc import Callable

Run = Callable[..., subprocess.CompletedProcess[str]]
"""Runs a command, as `run_command` in `tests/network/conftest.py`."""
