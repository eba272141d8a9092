"""Measure the time to check the code blocks of real posts, and how it grows with the length of a block.

python benchmarks/code_blocks.py FOLDER...

Prints the mean and the maximum time per Python block in the posts of the folders. Then, for inputs that exercise each
step of the pipeline, the time at one, ten and a hundred times a length. The last column, which should be about 10 or
less, shows steps whose time grows faster than the input.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from postlint.code.data_formats.json_blocks import json_problem
from postlint.code.data_formats.toml_blocks import toml_problem
from postlint.code.data_formats.yaml_blocks import yaml_problem
from postlint.code.languages import PYTHON, PYTHON_SESSION, language
from postlint.code.python import check
from postlint.core.text import Source
from postlint.generators.none.generator import GENERATOR
from postlint.parse import read_post

SUFFIXES = {".md", ".markdown", ".mdx", ".qmd"}

# For each kind of input: the text that is repeated, the text before and the text after it.
PYTHON_INPUTS = {
    "valid": ("x = f(1)\n", "", ""),
    "valid, then an error": ("x = f(1)\n", "", "x = (\n"),
    "indented excerpt": ("    x = f(1)\n", "", "    x = (\n"),
    "excerpts at two depths": ("    x = 1\n\n  y = 2\n\n", "", "("),
    "framed excerpts": ("x = 1\n\n    y = 2\n", "", "("),
    "headers without a body": ("def f(x):\n    # what it does\n\n", "", "("),
    "empty functions": ("def f(x):\n\n", "", "("),
    "signatures": ("def f(x, y)\n", "", "("),
    "one long signature": ("x,\n", "def f(\n", "y\n"),
    "decorators": ("@f(1)\n", "", ""),
    "open `try`": ("try:\n    x = 1\n", "", ""),
    "clauses": ("except X:\n    pass\n", "", "("),
    "method chain": (".f(1)\n", "", "("),
    "open brackets": ("(", "", "\n# ..."),
    "closed brackets": ("()", "", ")"),
    "unmatched": (")\n", "", ""),
    "open docstring": ("    words and words\n", 'def f():\n    """\n', ""),
    "quotes": ("'", "", ""),
    "long quotes": ('"""', "", ""),
    "f-strings": ('f"{x} {y:>{w}}"\n', "", "("),
    "nested f-strings": ('f"{', "", ""),
    "f-string fields": ("{x}", 'f"', '{"'),
    "elisions": ("f(a, ..., b)\n", "", "("),
    "dots": (".", "", ""),
    "spaces and dots": (" ", "x", "..."),
    "placeholders": ("x = <your name>\n", "", "("),
    "less-than signs": ("<a", "x = ", ""),
    "magics": ("%time x = 1\n", "", "("),
    "magic options": (" -a", "%time", ""),
    "headed outputs": ("print(1)\n# output\n1 2\n", "", "("),
    "outputs": ("print(1)\nthese are four words\n", "", "("),
    "session": (">>> f(1)\n1\n", "", ""),
    "session with errors": (">>> f(1\n1\n", "", ""),
    "prompts without statements": (">>> def f(x):\n", "", ""),
    "continuations": ("... x\n", ">>> f(\n", ""),
    "words": ("some words of prose\n", "", ""),
    "comments": ("# a\nb c\n", "x = 1\n", ""),
    "blank lines": ("\n", "x = (", "y"),
    "operators": ("-", "", "1"),
    "dictionary items": ('"a": 1,\n', "", ""),
    "Python 2": ('print "a"\n', "", ""),
    "YAML": ("a:\n  b: c\n", "", ""),
    "shell": ("pip install x\n", "", ""),
    "commas missing": ("f(1\n2)\n", "", ""),
    "Cython": ("x = &y\n", "", ""),
    "templates": ("{{ x ", "", ""),
    "notation": ("<x> ", "", ""),
    "front matter": ("---\n", "", ""),
    "colons": (":\n", "", ""),
    "backslashes": ("\\\n", "", ""),
    "NUL": ("\0", "", ""),
    "leading tabs": ("\t", "", "x y"),
    "trailing spaces": (" ", "x y", "z"),
    "words in a line": ("word ", "", "("),
    "statements in a line": ("x = 1; ", "", "("),
    "commas": (",", "x = ", ""),
    "letters": ("a", "", " b"),
}
DATA_INPUTS: dict[str, tuple[Callable[[str], object], str, str, str]] = {
    "YAML": (yaml_problem, "a: b\n", "", "c: d: e\n"),
    "YAML brackets": (yaml_problem, "[", "", ""),
    "YAML templates": (yaml_problem, "{{ x ", "a: ", ""),
    "YAML paragraphs": (yaml_problem, "a: b\n\n", "", "c: d: e\n"),
    "JSON": (json_problem, '{"a": 1},\n', "[", '{"b" 1}'),
    "JSON brackets": (json_problem, "[", "", ""),
    "JSON in one line": (json_problem, '{"a": [1, 2]}, ', "[", "{"),
    "JSON comments": (json_problem, "/* ", "[", ""),
    "JSON quotes": (json_problem, '"', "[", ""),
    "TOML": (toml_problem, "a = 1\n[[b]]\n", "", "c = d\n"),
    "TOML brackets": (toml_problem, "[", "a = ", ""),
}


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--length", type=int, default=900, help="shortest input, in characters (default: 900)")
    options = parser.parse_args(arguments)
    if options.folders:
        report_posts(options.folders)
    print(f"{'input':<28}{'1x':>10}{'10x':>10}{'100x':>10}   ms  100x / 10x")
    for name, (unit, before, after) in PYTHON_INPUTS.items():
        report_growth(name, lambda text: check(text, "python"), unit, before, after, options.length)
    for name, (checker, unit, before, after) in DATA_INPUTS.items():
        report_growth(name, checker, unit, before, after, options.length)
    return 0


def report_posts(folders: Sequence[Path]) -> None:
    """Time each Python block in the posts of the folders."""
    times: list[tuple[float, str]] = []
    for path in sorted(path for folder in folders for path in folder.rglob("*") if path.suffix in SUFFIXES):
        try:
            post = read_post(Source.decode(str(path), path.read_bytes()), GENERATOR)
        except (OSError, UnicodeDecodeError):
            continue
        for block in post.code_blocks:
            tag = language(block.info)
            if tag in PYTHON or tag in PYTHON_SESSION:
                times.append((seconds(partial(check, tag=tag), block.code), f"{path}:{block.line}"))
    mean = statistics.fmean(time for time, _ in times)
    maximum, position = max(times)
    print(f"{len(times)} Python blocks: mean {mean * 1000:.3f} ms, maximum {maximum * 1000:.1f} ms ({position})")


def report_growth(name: str, checker: Callable[[str], object], unit: str, before: str, after: str, length: int) -> None:
    """Time an input at one, ten and a hundred times a length."""
    texts = [before + unit * max(1, length * factor // len(unit)) + after for factor in (1, 10, 100)]
    first, second, third = (min(seconds(checker, text) for _ in range(3)) for text in texts)
    growth = third / max(second, 1e-4)
    print(f"{name:<28}{first * 1000:>10.2f}{second * 1000:>10.2f}{third * 1000:>10.2f}{growth:>14.1f}", flush=True)


def seconds(checker: Callable[[str], object], text: str) -> float:
    """The CPU time of one check, in seconds."""
    start = time.process_time()
    checker(text)
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
