"""Plant faults in real posts, and count which are found on their line.

    python -m benchmarks.plant [--number 150] [--seed 1] SITE...

Works on a copy of the sites, with all rules enabled. Each fault (`benchmarks.faults`) is planted in a separate post: a
Markdown block between two paragraphs (at the top level, in a list item, in a block quote, or below a fence) or at the
end; a line of front matter; or, for faults of a whole file, a new post. Rules take turns. A fault counts as found if
its rule reports a line that was planted. Exit code 1 if less than 95 % are found.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from benchmarks import opt_in_faults as opt_in
from benchmarks.faults import BLOCKS, CORRECT_KEYS, FILES, MATTER, NOT_FAULTS, OF_GENERATORS, TOP, UNCERTAIN
from postlint.core.post import Post
from postlint.core.text import Source
from postlint.generators import GENERATORS, get_generator
from postlint.generators.detect import detect, site_folder
from postlint.parse import read_post

MARKER = "«"
CODE_BLOCK = "```text\nsome code\n```\n\n"
CONTEXTS = ("top", "top", "item", "quote", "fence", "end")
SITES = {"pelican": ("pelicanconf.py", "content"), "mkdocs": ("mkdocs.yml", "docs")}
SHORTEST = 400
"""The minimum length of a post to plant in, in characters."""


class Candidate(NamedTuple):
    """A post that a fault may be planted in, with its site."""

    path: Path
    site: Path
    generator: str


class Planted(NamedTuple):
    """A planted fault and its lines."""

    rule: str
    variant: str
    path: Path
    lines: frozenset[int]


Planter = Callable[[Candidate, Post, random.Random], tuple[Path, str] | None]


class Fault(NamedTuple):
    """A fault and how to plant it."""

    rule: str
    needs: str
    """The generator or front matter format that it needs. Empty: any."""
    variant: str
    plant: Planter
    """Returns the path and the text of the file to write, or None if the post is not suitable."""


def in_body(block: str, context: str, candidate: Candidate, post: Post, rng: random.Random) -> tuple[Path, str] | None:
    """Plant a block between two paragraphs at the top level, or at the end."""
    if context == "item":
        first, *rest = block.split("\n")
        block = "\n".join(["- Planted item.", "", *(f"  {line}" if line else "" for line in (first, *rest))])
    elif context == "quote":
        block = "\n".join(f"> {line}".rstrip(" ") if line.strip() else ">" + line for line in block.split("\n"))
    elif context == "fence":
        block = CODE_BLOCK + block
    paragraphs = [part for part in post.body.blocks if part.kind == "paragraph" and part.container == 0]
    lines = post.source.lines
    starts = {paragraph.line for paragraph in paragraphs if lines[paragraph.line - 1][:1] != " "}
    ends = [paragraph.last_line for paragraph in paragraphs]
    gaps = [line for line in ends if line + 2 in starts and not lines[line].strip()]
    if context == "end":
        ends_with_paragraph = bool(paragraphs) and not post.text[paragraphs[-1].span.end :].strip()
        return (candidate.path, f"{post.text.rstrip()}\n\n{block}\n") if ends_with_paragraph else None
    if not gaps:
        return None
    line = rng.choice(gaps) + 1
    return candidate.path, "\n".join([*lines[:line], *block.split("\n"), "", *lines[line:]])


def in_front_matter(planted: str, candidate: Candidate, post: Post, rng: random.Random) -> tuple[Path, str] | None:
    """Plant lines in the front matter."""
    if candidate.path.stem == "_index":  # the schema of sections does not allow unknown keys
        return None
    matter, key = post.front_matter, planted.replace("=", ":").split(":")[0].strip()
    if matter is None or not matter.data or not {key, CORRECT_KEYS.get(key, key)}.isdisjoint(matter.data):
        return None
    offset = matter.content.end if matter.format == "yaml" else matter.content.start
    return candidate.path, f"{post.text[:offset]}{planted.rstrip()}\n{post.text[offset:]}"


def in_files(
    files: tuple[tuple[str, str], ...], candidate: Candidate, post: Post, rng: random.Random
) -> tuple[Path, str] | None:
    """Plant files with paragraphs of the post. Writes all but the last, which is returned."""
    paragraphs = [
        post.source[block.span]
        for block in post.body.blocks
        if block.kind == "paragraph" and block.container == 0 and post.source[block.span][0].isalpha()
    ]
    prose = [paragraph for paragraph in paragraphs if not set("[]{}<>#*_`|") & set(paragraph)][:3]
    if not prose:
        return None
    body, number = "\n\n".join(prose) + "\n", str(rng.randrange(10**6))
    for name, text in files:
        path = candidate.site / name.replace("{n}", number)
        path.parent.mkdir(parents=True, exist_ok=True)
        text = text.replace("{n}", number).replace("{body}«", body.replace("\n", "«\n", 1)).replace("{body}", body)
        if name != files[-1][0]:
            path.write_text(text.replace(MARKER, ""), encoding="utf-8")
    return path, text


def faults(rng: random.Random) -> Iterator[list[Fault]]:
    """The faults of each rule, rules and faults in random order."""
    by_rule: dict[str, list[Fault]] = {}
    blocks = [((rule, ""), variants) for rule, variants in (BLOCKS | opt_in.BLOCKS).items()]
    for (rule, needs), variants in (*blocks, *OF_GENERATORS.items()):
        for block in variants:
            contexts = ("top", "end") if rule in TOP | opt_in.TOP else CONTEXTS
            contexts = ("end", "quote") if rule == "code/unclosed-fence" else contexts
            context = rng.choice(contexts)
            fault = Fault(rule, needs, f"{context}: {block!r}", partial(in_body, block, context))
            by_rule.setdefault(rule, []).append(fault)
    for (rule, needs), variants in (MATTER | opt_in.MATTER).items():
        for line in variants:
            by_rule.setdefault(rule, []).append(Fault(rule, needs, repr(line), partial(in_front_matter, line)))
    for rule, needs, files in (*FILES, *opt_in.FILES):
        by_rule.setdefault(rule, []).append(Fault(rule, needs, files[-1][0], partial(in_files, files)))
    for variants_of_rule in by_rule.values():
        rng.shuffle(variants_of_rule)
    rules = sorted(by_rule)
    rng.shuffle(rules)
    for rule in rules:
        yield by_rule[rule]


def add_sites(root: Path) -> None:
    """Copy posts without a generator to new sites of other generators."""
    posts = [path for path in sorted(root.rglob("*.md")) if (site_of(path, root) or ("", "none"))[1] == "none"]
    for index, (generator, (marker, folder)) in enumerate(SITES.items()):
        site = root / f"planted-{generator}"
        (site / folder).mkdir(parents=True)
        (site / marker).write_text("site_name: Planted\n" if marker.endswith("yml") else "", encoding="utf-8")
        for number, path in enumerate(posts[index::20]):
            shutil.copy(path, site / folder / f"{number}-{path.name}")


def site_of(path: Path, root: Path) -> tuple[Path, str] | None:
    """The site of a post and its generator, or None if there is no site."""
    for folder in path.parents:
        names = frozenset(path.name for path in folder.iterdir())
        if detected := detect(site_folder(names, partial(_text, folder))):
            return folder, detected.generator
        if folder == root:
            break
    return None


def _text(folder: Path, name: str) -> str:
    return (folder / name).read_text(encoding="utf-8") if (folder / name).is_file() else ""


def plant(root: Path, number: int, seed: int) -> list[Planted]:
    """Plant faults in the posts in a folder, one per post."""
    rng = random.Random(seed)
    add_sites(root)
    free: list[Candidate] = []
    for path in sorted(root.rglob("*.md")):
        site, generator = site_of(path, root) or (path.parent, "none")
        if not any(part.startswith(".") for part in path.relative_to(root).parts):
            free.append(Candidate(path, site, generator))
    rng.shuffle(free)
    by_rule = list(faults(rng))
    turns = range(max(map(len, by_rule)))
    rounds = [variants[turn] for turn in turns for variants in by_rule if turn < len(variants)]
    return [planted for fault in rounds[:number] if (planted := _plant(fault, free, rng))]


def _plant(fault: Fault, free: list[Candidate], rng: random.Random) -> Planted | None:
    for candidate in free:
        if fault.needs in GENERATORS and fault.needs != candidate.generator:
            continue
        if not fault.needs and candidate.generator in NOT_FAULTS.get(fault.rule, ()):
            continue
        post = read_post(
            Source.decode(str(candidate.path), candidate.path.read_bytes()), get_generator(candidate.generator),
            str(candidate.path.relative_to(candidate.site)),
        )  # fmt: skip
        if len(post.text) < SHORTEST or post.generator.sources.is_partial(post.site_path) or post.front_matter_problems:
            continue
        if fault.rule in UNCERTAIN and ("{{" in post.text or "{%" in post.text):
            continue
        if fault.needs in ("yaml", "toml") and (post.front_matter is None or post.front_matter.format != fault.needs):
            continue
        if (planted := fault.plant(candidate, post, rng)) and MARKER in planted[1]:
            free.remove(candidate)
            path, text = planted
            lines = frozenset(number for number, line in enumerate(text.split("\n"), 1) if MARKER in line)
            path.write_bytes(text.replace(MARKER, "").encode("utf-8", "surrogateescape"))
            return Planted(fault.rule, fault.variant, path, lines)
    print(f"no suitable post for {fault.rule}: {fault.variant}", file=sys.stderr)
    return None


def main() -> int:
    """Plant faults, check the posts, and print what was missed."""
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
        findings = json.loads(run.stdout)["findings"]
    reported = {(Path(finding["path"]).resolve(), finding["line"], finding["rule"]) for finding in findings}
    detected = [fault for fault in planted if any((fault.path, line, fault.rule) in reported for line in fault.lines)]
    for fault in planted:
        if fault not in detected:
            first = min(fault.lines)
            near = sorted((line, rule) for path, line, rule in reported if path == fault.path and abs(line - first) < 5)
            lines = ", ".join(map(str, sorted(fault.lines)))
            path = fault.path.relative_to(root)
            print(f"missed: {fault.rule}, {fault.variant}, line {lines} of {path}; near it: {near}")
    rules = {fault.rule for fault in planted}
    print(f"{len(detected)} of {len(planted)} found on their line, {len(rules)} rules")
    return len(detected) < 0.95 * len(planted)


if __name__ == "__main__":
    sys.exit(main())
