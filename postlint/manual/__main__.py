"""Write the files that are generated from the code: `python -m postlint.manual`, in a checkout."""

from __future__ import annotations

from pathlib import Path

from postlint.manual.generated_files import GENERATED_FILES

ROOT = Path(__file__).parents[2]

if __name__ == "__main__":
    for path, generate in GENERATED_FILES.items():
        (ROOT / path).write_text(generate(), encoding="utf-8", newline="\n")
