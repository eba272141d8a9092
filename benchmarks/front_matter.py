"""Plant a fault at a random key of the front matter of each post, and check whether it is found.

    python -m benchmarks.front_matter [--seed 1] FOLDER...

Each post is checked as on the command line, with the generator of its site and the recommended rules of the family
`front-matter`. A fault counts as found if there is an additional finding, and a finding on its line. Also prints the
time to read and check the front matter of a post. Exit code 1 if a fault was missed.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from time import perf_counter

from postlint.core.post import Post
from postlint.core.rule import RECOMMENDED
from postlint.core.text import Source
from postlint.engine.check import check
from postlint.engine.plan import Active
from postlint.engine.registry import Registry, load
from postlint.parse import read_post
from postlint.workspace.discover import discover
from postlint.workspace.file_context import FileContexts
from postlint.workspace.read import UnreadableError, read_source
from postlint.workspace.settings_loader import SettingsLoader
from tests.support.planted_faults import KINDS, plant

_REPETITIONS = 5


def posts(folders: Sequence[str], registry: Registry) -> Iterator[Post]:
    """Every post with front matter in the folders, as the generator of its site reads it."""
    settings = SettingsLoader(isolated=True)
    contexts = FileContexts(settings, registry)
    for path in discover(folders, settings.for_folder).files:
        context = contexts.of(path)
        try:
            post = context.read(read_source(context.path, context.display_path))
        except UnreadableError:
            continue
        if post.front_matter is not None:
            yield post


def rules(registry: Registry) -> list[Active]:
    """The recommended rules on front matter."""
    recommended = [rule for rule in registry.rules if rule.family == "front-matter" and rule.preset == RECOMMENDED]
    return [Active(rule, rule.options(), rule.severity) for rule in recommended]


def lines(post: Post, active: Sequence[Active], registry: Registry) -> Counter[int]:
    """The number of findings that start on each line."""
    return Counter(diagnostic.start.line for diagnostic in check(post, active, registry).diagnostics)


def main() -> int:
    """Plant faults, check for them, and measure the time."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    registry = load()
    active = rules(registry)
    rng = random.Random(args.seed)
    real = list(posts(args.folders, registry))
    planted: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for post in real:
        before = lines(post, active, registry)
        for kind in KINDS:
            if (fault := plant(post, kind, rng)) is None:
                continue
            planted[kind] += 1
            source = Source(post.path, fault.text)
            line = source.line_number(fault.offset)
            after = lines(read_post(source, post.generator, post.site_path), active, registry)
            if after.total() <= before.total() or not after[line]:
                missed[kind] += 1
                print(f'missed: {kind} "{fault.key}" ({post.generator.name}) {post.path}:{line}')
    for kind in KINDS:
        print(f"{kind}: {planted[kind] - missed[kind]} of {planted[kind]} found")
    milliseconds = _time(real, active, registry)
    print(f"{len(real)} posts with front matter, {milliseconds:.3f} ms per post to read and check it")
    return bool(missed)


def _time(real: Sequence[Post], active: Sequence[Active], registry: Registry) -> float:
    """The shortest time per post of some repetitions, in milliseconds."""
    best = float("inf")
    for _ in range(_REPETITIONS):
        started = perf_counter()
        for post in real:
            check(read_post(post.source, post.generator, post.site_path), active, registry)
        best = min(best, perf_counter() - started)
    return best / max(len(real), 1) * 1000


if __name__ == "__main__":
    sys.exit(main())
