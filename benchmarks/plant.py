"""Plant faults in real posts, and see which are caught at their line.

    python -m benchmarks.plant [--number 100] [--seed 1] SITE...

Works on a copy of the sites. Each fault goes into a post of its own: a block of Markdown between two paragraphs at the
top level, or a line of front matter. A fault counts as caught if its rule reports the line where it was planted.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from postlint.core.post import Post
from postlint.core.text import Source
from postlint.generators import get_generator
from postlint.parse import read_post

BLOCKS = {
    # rule: the planted block, and which of its lines is to be reported
    "heading/skipped-level": ("## One level\n\n##### Four down\n", 3),
    "heading/no-space-after-hash": ("##Planted heading\n", 1),
    "heading/empty": ("##\n", 1),
    "heading/duplicate": ("## The very same\n\nText.\n\n## The very same\n", 5),
    "heading/no-blank-line-around": ("Planted text.\n## Planted heading\n\nMore.\n", 2),
    "heading/trailing-punctuation": ("## Planted heading.\n", 1),
    "list/no-blank-line-around": ("Planted text:\n- one\n- two\n", 2),
    "list/doubled-marker": ("- - planted\n", 1),
    "table/wrong-cell-count": ("| a | b |\n| --- | --- |\n| 1 | 2 | 3 |\n", 3),
    "code/python-syntax-error": ("```python\nimport os\n\ndef planted(path:\n    return os.listdir(path)\n```\n", 4),
    "code/yaml-syntax-error": ("```yaml\nsteps:\n  - name: 'planted\n    run: make\nafter: x\n```\n", 3),
    "code/json-syntax-error": ('```json\n{\n  "a": 1\n  "b": 2\n}\n```\n', 3),
    "code/toml-syntax-error": ('```toml\n[a]\nb = "planted\nc = 2\n```\n', 3),
    "code/wrong-language": ("```python\n$ pip install planted\n$ planted --help\n```\n", 1),
    "code/unknown-language": ("```pyhton\nx = 1\n```\n", 1),
    "code/missing-language": ("```\nplanted\n```\n", 1),
    "code/html-entity": ("```python\nif a &lt; b:\n    print(a)\n```\n", 2),
    "link/reversed": ("See (the planted page)[https://example.org/planted].\n", 1),
    "link/empty-target": ("See [the planted page]().\n", 1),
    "link/missing-scheme": ("See [the page](github.com/planted/page).\n", 1),
    "link/undefined-reference": ("See [the planted page][no such planted label].\n", 1),
    "link/vague-text": ("For more click [here](https://example.org/planted).\n", 1),
    "image/missing-alt": ("![](https://example.org/planted.png)\n", 1),
    "footnote/undefined": ("A claim.[^planted]\n", 1),
    "footnote/unused": ("[^plantednote]: Nobody asks.\n", 1),
    "text/conflict-marker": ("<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> planted\n", 1),
    "whitespace/trailing": ("Planted text. \nMore of it.\n", 1),
    "whitespace/hard-tab": ("Planted\ttext.\n", 1),
    "whitespace/several-blank-lines": ("Planted text.\n\n\n\nMore.\n", 4),
    "site/broken-link": ("See [the planted page](no-such-planted-page.md).\n", 1),
    "suppression/unknown-rule": ("<!-- postlint-disable heading/duplicat -->\n", 1),
    "suppression/unused": ("<!-- postlint-disable-next-line heading/empty -->\n\nPlanted.\n", 1),
}
MATTER = {
    # rule: a line of YAML for the end of the front matter
    "front-matter/syntax-error": "planted: one: two",
    "front-matter/duplicate-key": "planted: 1\nplanted: 2",
    "front-matter/schema-violation": "layout: [planted, list]",
    "front-matter/misspelt-key": "desciption: Planted",
}


class Planted(NamedTuple):
    """A fault and where it stands."""

    rule: str
    path: Path
    line: int


def in_body(post: Post, rule: str, rng: random.Random) -> tuple[str, int] | None:
    """The text with a block planted between two top-level paragraphs, and the fault's line."""
    block, line = BLOCKS[rule]
    paragraphs = [one for one in post.body.blocks if one.kind == "paragraph" and one.container == 0]
    lines = post.source.lines
    gaps = [one.last_line for one in paragraphs if one.last_line < len(lines) and not lines[one.last_line].strip()]
    if not gaps:
        return None
    at = rng.choice(gaps) + 1
    text = "\n".join([*lines[:at], *block.split("\n"), *lines[at:]])
    return text, at + line


def in_front_matter(post: Post, rule: str) -> tuple[str, int] | None:
    """The text with a line of YAML planted at the end of the front matter."""
    matter = post.front_matter
    if matter is None or matter.format != "yaml" or not matter.data:
        return None
    if "layout" in matter.data and "schema" in rule:
        return None
    if "description" in matter.data and "misspelt" in rule:
        return None
    end = matter.content.end
    planted = MATTER[rule] + "\n"
    line = post.source.line_number(end) + planted.count("\n") - 1
    return post.text[:end] + planted + post.text[end:], line


def plant(root: Path, number: int, seed: int) -> list[Planted]:
    """Put one fault each into some posts below a folder."""
    rng = random.Random(seed)
    files = sorted(path for path in root.rglob("*.md") if not any(part.startswith(".") for part in path.parts))
    rng.shuffle(files)
    rules = [*BLOCKS, *MATTER]
    planted: list[Planted] = []
    for path in files:
        if len(planted) == number:
            break
        rule = rules[len(planted) % len(rules)]
        post = read_post(Source.decode(str(path), path.read_bytes()), get_generator("none"))
        place: Callable[[], tuple[str, int] | None] = (
            (lambda post=post, rule=rule: in_body(post, rule, rng))
            if rule in BLOCKS
            else (lambda post=post, rule=rule: in_front_matter(post, rule))
        )
        if (found := place()) is not None and len(post.text) > 400:
            path.write_text(found[0], encoding="utf-8")
            planted.append(Planted(rule, path, found[1]))
    return planted


def main() -> int:
    """Plant, check, count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sites", nargs="+", type=Path)
    parser.add_argument("--number", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch).resolve()
        for site in args.sites:
            shutil.copytree(site, root / site.name, symlinks=True)
        subprocess.run(["chmod", "-R", "u+w", str(root)], check=True)
        planted = plant(root, args.number, args.seed)
        command = [sys.executable, "-m", "postlint", "check", "--isolated", "--preset", "strict", "--exit-zero"]
        command += ["--format", "json", *map(str, sorted(root.iterdir()))]
        run = subprocess.run(command, stdout=subprocess.PIPE, check=False)
        found = {(Path(one["path"]).resolve(), one["line"], one["rule"]) for one in json.loads(run.stdout)["findings"]}
    caught = [one for one in planted if (one.path, one.line, one.rule) in found]
    for one in planted:
        if one not in caught:
            near = sorted((line, rule) for path, line, rule in found if path == one.path and abs(line - one.line) < 5)
            print(f"missed: {one.rule} in line {one.line} of {one.path.relative_to(root)}; near it: {near}")
    print(f"{len(caught)} of {len(planted)} caught at their line, {len(Counter(one.rule for one in planted))} rules")
    return len(caught) < 0.9 * len(planted)


if __name__ == "__main__":
    sys.exit(main())
