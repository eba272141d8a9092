"""Posts for, and the output of, `postlint schema`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from postlint.cli.main import main
from tests.support.command_line import Capture


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def post(**data: Any) -> str:
    lines = [f"{key}: {json.dumps(value)}" for key, value in data.items()]
    return "\n".join(["---", *lines, "---", "", "Text.", ""])


def blog(folder: Path, count: int = 8) -> None:
    for number in range(count):
        write(folder, {f"posts/{number}.md": post(title=f"Tea {number}", layout="post", tags=["tea"])})


def run(*words: str) -> int:
    return main(["schema", *words])


def printed(capsys: Capture) -> Any:
    return json.loads(capsys.readouterr().out)
