"""What `--fix` does to real posts: does it settle, does it keep data and pages?

    python -m benchmarks.fixes [--preset strict] [--unsafe] FOLDER...

Works on a copy. Prints how many files changed, whether a second run changes anything, whose front matter data changed,
and of how many files the rendered HTML did (only rules that declare it may do that).
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
    """Every Markdown file's bytes."""
    return {path: path.read_bytes() for path in sorted(root.rglob("*")) if path.suffix in SUFFIXES and path.is_file()}


def fix(root: Path, preset: str, unsafe: bool) -> str:
    """Run postlint over a folder; what it warned of."""
    command = [
        sys.executable,
        "-m",
        "postlint",
        "check",
        "--isolated",
        "--preset",
        preset,
        "--fix",
        "--exit-zero",
        "--quiet",
    ]
    done = subprocess.run(
        [*command, *["--unsafe-fixes"] * unsafe, str(root)], capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        print(f"exit code {done.returncode}: {done.stdout[-2000:]}")
    return done.stderr


def source(data: bytes) -> Source | None:
    """A file's text, if it has one."""
    try:
        return Source.decode("post.md", data)
    except UnicodeDecodeError:
        return None


def page(one: Source) -> str:
    """Its HTML, white space folded: line ends between blocks show nothing."""
    return "\n".join(line for line in render_html(one, NONE).split("\n") if line.strip())


def main() -> int:
    """Copy, fix, compare, fix again."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--preset", default="strict")
    parser.add_argument("--unsafe", action="store_true")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="show the HTML's difference of N files")
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
                print(
                    "\n".join(
                        [
                            str(path),
                            *difflib.unified_diff(page(old).split("\n"), page(new).split("\n"), lineterm="", n=0),
                        ]
                    )
                )
    print(f"{len(before)} files, {len(changed)} changed")
    print(f"changed again by a second run: {len(unsettled)} {[str(path) for path in unsettled[:5]]}")
    print(f"front matter data changed: {len(data)} {[str(path) for path in data[:5]]}")
    print(f"HTML changed: {len(pages)}")
    print(f"warnings: {len(warnings.splitlines())}")
    print("\n".join(warnings.splitlines()[:20]))
    return bool(unsettled or data)


if __name__ == "__main__":
    sys.exit(main())
