"""Plant faults in real posts, and see which are caught at their line.

    python -m benchmarks.plant [--number 150] [--seed 1] SITE...

Works on a copy of the sites, with all rules on. Each fault (`benchmarks.faults`) goes into a post of its own: a block
of Markdown between two paragraphs, as it is, in a list's item, in a quote, right below a fence or at the post's end; a
line of front matter; or a post of its own where the whole file is at fault. Every rule has its turn before any has a
second one. A fault counts as caught if its rule reports a line that it was planted in.
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
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from benchmarks import opt_in_faults as opt_in
from benchmarks.faults import BLOCKS, FILES, MATTER, MEANT, OF_GENERATORS, TOP, UNCERTAIN, UNLIKE
from postlint.core.post import Post
from postlint.core.text import Source
from postlint.generators import GENERATORS, get_generator
from postlint.generators.detect import decide
from postlint.parse import read_post

MARK = "«"
FENCE = "```text\nsome code\n```\n\n"
PLACES = ("top", "top", "item", "quote", "fence", "end")
MARKERS = {"pelican": ("pelicanconf.py", "content"), "mkdocs": ("mkdocs.yml", "docs")}
SHORTEST = 400


class Candidate(NamedTuple):
    """A post to plant in, and its site."""

    path: Path
    site: Path
    generator: str


class Planted(NamedTuple):
    """A fault and where it stands."""

    rule: str
    variant: str
    path: Path
    lines: frozenset[int]


Place = Callable[[Candidate, Post, random.Random], tuple[Path, str] | None]


class Fault(NamedTuple):
    """A fault, the generator or format of front matter it needs, and how to plant it."""

    rule: str
    needs: str
    variant: str
    plant: Place


def in_body(block: str, where: str, candidate: Candidate, post: Post, rng: random.Random) -> tuple[Path, str] | None:
    """The text with a block planted between two paragraphs of the top level, or at the end."""
    if where == "item":
        first, *rest = block.split("\n")
        block = "\n".join(["- Planted item.", "", *(f"  {line}" if line else "" for line in (first, *rest))])
    elif where == "quote":
        block = "\n".join(f"> {line}".rstrip(" ") if line.strip() else ">" + line for line in block.split("\n"))
    elif where == "fence":
        block = FENCE + block
    paragraphs = [one for one in post.body.blocks if one.kind == "paragraph" and one.container == 0]
    lines = post.source.lines
    starts = {one.line for one in paragraphs if lines[one.line - 1][:1] != " "}
    gaps = [one.last_line for one in paragraphs if one.last_line + 2 in starts and not lines[one.last_line].strip()]
    if where == "end":
        ends = bool(paragraphs) and not post.text[paragraphs[-1].span.end :].strip()
        return (candidate.path, f"{post.text.rstrip()}\n\n{block}\n") if ends else None
    if not gaps:
        return None
    at = rng.choice(gaps) + 1
    return candidate.path, "\n".join([*lines[:at], *block.split("\n"), "", *lines[at:]])


def in_front_matter(planted: str, candidate: Candidate, post: Post, rng: random.Random) -> tuple[Path, str] | None:
    """The text with lines planted in the front matter."""
    if candidate.path.stem == "_index":  # a section's keys are known, so each other one breaks its schema
        return None
    matter, key = post.front_matter, planted.replace("=", ":").split(":")[0].strip()
    if matter is None or not matter.data or not {key, MEANT.get(key, key)}.isdisjoint(matter.data):
        return None
    at = matter.content.end if matter.format == "yaml" else matter.content.start
    return candidate.path, f"{post.text[:at]}{planted.rstrip()}\n{post.text[at:]}"


def in_files(
    files: tuple[tuple[str, str], ...], candidate: Candidate, post: Post, rng: random.Random
) -> tuple[Path, str] | None:
    """The last of some files beside the post's, with paragraphs of it; the others are written."""
    prose = [
        post.source[one.span]
        for one in post.body.blocks
        if one.kind == "paragraph" and one.container == 0 and post.source[one.span][0].isalpha()
    ]
    prose = [one for one in prose if not set("[]{}<>#*_`|") & set(one)][:3]
    if not prose:
        return None
    body, number = "\n\n".join(prose) + "\n", str(rng.randrange(10**6))
    for name, text in files:
        path = candidate.site / name.replace("{n}", number)
        path.parent.mkdir(parents=True, exist_ok=True)
        text = text.replace("{n}", number).replace("{body}«", body.replace("\n", "«\n", 1)).replace("{body}", body)
        if name != files[-1][0]:
            path.write_text(text.replace(MARK, ""), encoding="utf-8")
    return path, text


def faults(rng: random.Random) -> Iterator[list[Fault]]:
    """All faults of each rule, in a random order."""
    found: dict[str, list[Fault]] = {}
    blocks = [((rule, ""), variants) for rule, variants in (BLOCKS | opt_in.BLOCKS).items()]
    for (rule, needs), variants in (*blocks, *OF_GENERATORS.items()):
        for block in variants:
            wheres = ("top", "end") if rule in TOP | opt_in.TOP else PLACES
            wheres = ("end", "quote") if rule == "code/unclosed-fence" else wheres
            where = rng.choice(wheres)
            found.setdefault(rule, []).append(Fault(rule, needs, f"{where}: {block!r}", partial(in_body, block, where)))
    for (rule, needs), variants in (MATTER | opt_in.MATTER).items():
        for line in variants:
            found.setdefault(rule, []).append(Fault(rule, needs, repr(line), partial(in_front_matter, line)))
    for rule, needs, files in (*FILES, *opt_in.FILES):
        found.setdefault(rule, []).append(Fault(rule, needs, files[-1][0], partial(in_files, files)))
    for each in found.values():
        rng.shuffle(each)
    rules = sorted(found)
    rng.shuffle(rules)
    for rule in rules:
        yield found[rule]


def adopt(root: Path) -> None:
    """Make sites of other generators of posts that have none."""
    posts = [path for path in sorted(root.rglob("*.md")) if (site_of(path, root) or ("", "none"))[1] == "none"]
    for index, (generator, (marker, folder)) in enumerate(MARKERS.items()):
        site = root / f"planted-{generator}"
        (site / folder).mkdir(parents=True)
        (site / marker).write_text("site_name: Planted\n" if marker.endswith("yml") else "", encoding="utf-8")
        for number, path in enumerate(posts[index::20]):
            shutil.copy(path, site / folder / f"{number}-{path.name}")


def site_of(path: Path, root: Path) -> tuple[Path, str] | None:
    """The site of a post, and its generator."""
    for folder in path.parents:
        names = frozenset(one.name for one in folder.iterdir())
        if found := decide(names, partial(_text, folder)):
            return folder, found
        if folder == root:
            break
    return None


def _text(folder: Path, name: str) -> str:
    return (folder / name).read_text(encoding="utf-8") if (folder / name).is_file() else ""


def plant(root: Path, number: int, seed: int) -> list[Planted]:
    """Put one fault each into some posts below a folder."""
    rng = random.Random(seed)
    adopt(root)
    free: list[Candidate] = []
    for path in sorted(root.rglob("*.md")):
        site, generator = site_of(path, root) or (path.parent, "none")
        if not any(part.startswith(".") for part in path.relative_to(root).parts):
            free.append(Candidate(path, site, generator))
    rng.shuffle(free)
    by_rule = list(faults(rng))
    rounds = [each[turn] for turn in range(max(map(len, by_rule))) for each in by_rule if turn < len(each)]
    return [planted for fault in rounds[:number] if (planted := _plant(fault, free, rng))]


def _plant(fault: Fault, free: list[Candidate], rng: random.Random) -> Planted | None:
    for candidate in free:
        if fault.needs in GENERATORS and fault.needs != candidate.generator:
            continue
        if not fault.needs and candidate.generator in UNLIKE.get(fault.rule, ()):
            continue
        post = read_post(
            Source.decode(str(candidate.path), candidate.path.read_bytes()), get_generator(candidate.generator),
            str(candidate.path.relative_to(candidate.site)),
        )  # fmt: skip
        if len(post.text) < SHORTEST or post.generator.is_partial(post.site_path) or post.front_matter_problems:
            continue
        if fault.rule in UNCERTAIN and ("{{" in post.text or "{%" in post.text):
            continue
        if fault.needs in ("yaml", "toml") and (post.front_matter is None or post.front_matter.format != fault.needs):
            continue
        if (found := fault.plant(candidate, post, rng)) and MARK in found[1]:
            free.remove(candidate)
            path, text = found
            lines = frozenset(number for number, line in enumerate(text.split("\n"), 1) if MARK in line)
            path.write_bytes(text.replace(MARK, "").encode("utf-8", "surrogateescape"))
            return Planted(fault.rule, fault.variant, path, lines)
    print(f"no post for {fault.rule}: {fault.variant}", file=sys.stderr)
    return None


def main() -> int:
    """Plant, check, count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sites", nargs="+", type=Path)
    parser.add_argument("--number", type=int, default=150)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch).resolve()
        for site in args.sites:
            shutil.copytree(site, root / site.name, symlinks=True)
        subprocess.run(["chmod", "-R", "u+w", str(root)], check=True)
        planted = plant(root, args.number, args.seed)
        sites = sorted(root.iterdir())
        settings = root / "all.toml"
        settings.write_text(opt_in.CONFIGURATION, encoding="utf-8")
        command = [sys.executable, "-m", "postlint", "check", "--config", str(settings), "--exit-zero"]
        command += ["--format", "json", *map(str, sites)]
        run = subprocess.run(command, stdout=subprocess.PIPE, check=False)
        found = {(Path(one["path"]).resolve(), one["line"], one["rule"]) for one in json.loads(run.stdout)["findings"]}
    caught = [one for one in planted if any((one.path, line, one.rule) in found for line in one.lines)]
    for one in planted:
        if one not in caught:
            near = sorted(
                (line, rule) for path, line, rule in found if path == one.path and abs(line - min(one.lines)) < 5
            )
            lines = ", ".join(map(str, sorted(one.lines)))
            print(f"missed: {one.rule}, {one.variant}, line {lines} of {one.path.relative_to(root)}; near it: {near}")
    print(f"{len(caught)} of {len(planted)} caught at their line, {len(Counter(one.rule for one in planted))} rules")
    return len(caught) < 0.95 * len(planted)


if __name__ == "__main__":
    sys.exit(main())
