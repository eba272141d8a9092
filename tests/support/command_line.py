"""Posts with known findings, and postlint as a child process, for tests of commands."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

SKIPPED_LEVEL = "# One\n\n### Three\n"
"""Has one finding, a warning."""
UNCLOSED_FENCE = "# One\n\n```python\nx = 1\n"
"""Has one finding, an error."""
NO_FINAL_NEWLINE = "# One\n\nText."

Capture = pytest.CaptureFixture[str]

unix = pytest.mark.skipif(os.name == "nt", reason="needs pipes and devices among the files")


def run_postlint(*words: str, code: str = "", **options: object) -> subprocess.CompletedProcess[str]:
    """Run postlint as a user does, in the working directory; `code` is run before it in the same process."""
    start = ["-c", f"import sys\n{code}\nfrom postlint.cli.main import main\nsys.exit(main(sys.argv[1:]))"]
    command = [sys.executable, *(start if code else ["-m", "postlint"]), *words]
    arguments = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "timeout": 60, **options}
    return subprocess.run(command, check=False, **arguments)  # type: ignore[call-overload, no-any-return]
