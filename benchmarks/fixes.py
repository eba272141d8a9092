"""Run `--fix` on a copy of real posts: does it settle, and does it keep front matter data and pages?

    python -m benchmarks.fixes [--preset strict] [--unsafe] FOLDER...

Prints how many files changed, which files a second run changes again, which files have other front matter data, and how
many have other HTML (only rules that declare it may change it). Exit code 1 if a second run changes a file, or if data
changed.
"""

from __future__ import annotations

import argparse
import difflib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from postlint.core.text import Source
from postlint.generators import get_generator
from postlint.parse import read_post, render_html
from postlint.workspace.discover import SUFFIXES

NONE = get_generator("none")


def contents(root: Path) -> dict[Path, bytes]:
    """The bytes of every Markdown file."""
    return {path: path.read_bytes() for path in sorted(root.rglob("*")) if path.suffix in SUFFIXES and path.is_file()}


def fix(root: Path, preset: str, unsafe: bool) -> str:
    """Fix a folder in place. Returns the warnings."""
    command = [sys.executable, "-m", "postlint", "check", "--isolated", "--preset", preset, "--fix"]
    command += ["--exit-zero", "--quiet", *["--unsafe-fixes"] * unsafe, str(root)]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if run.returncode:
        print(f"exit code {run.returncode}: {run.stdout[-2000:]}")
    return run.stderr


def source(data: bytes) -> Source | None:
    """The text of a file, or None if it is not UTF-8."""
    try:
        return Source.decode("post.md", data)
    except UnicodeDecodeError:
        return None


def page(source: Source) -> str:
    """The HTML of a post without blank lines, which are not visible."""
    return "\n".join(line for line in render_html(read_post(source, NONE)).split("\n") if line.strip())


def main() -> int:
    """Copy the posts, fix them twice, and compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--preset", default="strict")
    parser.add_argument("--unsafe", action="store_true")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print the difference of the HTML of N files")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch)
        for folder in args.folders:
            shutil.copytree(folder, root / folder.name, symlinks=True)
            subprocess.run(["chmod", "-R", "u+w", str(root)], check=True)
        before = contents(root)
        warnings = fix(root, args.preset, args.unsafe)
        after = contents(root)
        fix(root, args.preset, args.unsafe)
        again = contents(root)
    changed = [path for path in before if before[path] != after[path]]
    unsettled = [path for path in after if after[path] != again[path]]
    data, pages = [], []
    for path in changed:
        old, new = source(before[path]), source(after[path])
        if old is None or new is None:
            continue
        if read_post(old, NONE).data != read_post(new, NONE).data:
            data.append(path)
        if page(old) != page(new):
            pages.append(path)
            if len(pages) <= args.show:
                diff = difflib.unified_diff(page(old).split("\n"), page(new).split("\n"), lineterm="", n=0)
                print(path, *diff, sep="\n")
    print(f"{len(before)} files, {len(changed)} changed")
    print(f"changed again by the second run: {len(unsettled)} {[str(path) for path in unsettled[:5]]}")
    print(f"front matter data changed: {len(data)} {[str(path) for path in data[:5]]}")
    print(f"HTML changed: {len(pages)}")
    print(f"warnings: {len(warnings.splitlines())}")
    print("\n".join(warnings.splitlines()[:20]))
    return bool(unsettled or data)


if __name__ == "__main__":
    sys.exit(main())
