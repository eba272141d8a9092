"""Measure the time of each rule on real posts, and how it grows with the text.

    python -m benchmarks.rule_times [--preset all] FOLDER...

Prints the CPU time of each rule for all posts in the folders, without parsing; then, for the first bad example of each
rule, the time for ten copies relative to one, and for a hundred relative to ten.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from operator import itemgetter
from pathlib import Path
from typing import Any

from postlint.core.post import Post
from postlint.core.rule import PostRule
from postlint.core.settings import Settings
from postlint.core.text import Source
from postlint.engine.plan import Plan
from postlint.engine.registry import load
from postlint.manual.examples import Example, active, post_of, read_examples
from postlint.workspace.file_context import FileContexts
from postlint.workspace.settings_loader import SettingsLoader

_REPETITIONS = 5


def posts(folders: list[str]) -> list[Post]:
    """Every post in the folders, parsed with the generator of its site."""
    contexts = FileContexts(SettingsLoader(isolated=True), load())
    posts = []
    for folder in folders:
        for path in sorted(Path(folder).resolve().rglob("*.md")):
            context = contexts.of(str(path))
            try:
                post = context.read(Source.decode(context.display_path, path.read_bytes()))
            except UnicodeDecodeError:
                continue
            assert (post.body, post.prose, post.code_lines) is not None
            posts.append(post)
    return posts


def cpu_time(work: Callable[[], object]) -> float:
    """The shortest CPU time of some repetitions, in seconds."""
    times = []
    for _ in range(_REPETITIONS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def growth(rule: PostRule[Any], example: Example) -> tuple[float, float]:
    """The time for ten copies of an example relative to one, and for a hundred relative to ten."""
    options = active(rule, example.options).options
    times = []
    for copies in (1, 10, 100):
        post = post_of(example)
        post = post_of(example, post.text[: post.body_start] + f"{post.text[post.body_start :]}\n\n" * copies)
        assert (post.body, post.prose, post.code_lines) is not None
        times.append(max(cpu_time(lambda post=post: list(rule.check(post, options))), 1e-6))  # type: ignore[misc]
    return times[1] / times[0], times[2] / times[1]


def main() -> None:
    """Print a table of all rules, the slowest first."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--preset", default="all")
    args = parser.parse_args()
    plan = Plan(Settings(preset=args.preset), load())
    parsed = posts(args.folders)
    gc.disable()
    seconds: defaultdict[str, float] = defaultdict(float)
    findings: Counter[str] = Counter()
    for post in parsed:
        for active_rule in plan.for_post(post.path, post.data):
            rule, options = active_rule.rule, active_rule.options
            if isinstance(rule, PostRule):
                start = time.process_time()
                findings[rule.name] += len(list(rule.check(post, options)))
                seconds[rule.name] += time.process_time() - start
    print(f"{len(parsed)} posts\n   milliseconds  findings  x10   x100  rule")
    for name, total in sorted(seconds.items(), key=itemgetter(1), reverse=True):
        rule = load().by_name[name]
        document = importlib.import_module(rule.module).__doc__ or ""
        bad = [example for example in read_examples(document) if example.kind == "bad"]
        ten, hundred = growth(rule, bad[0]) if bad and isinstance(rule, PostRule) else (0.0, 0.0)
        print(f"{total * 1000:15.1f} {findings[name]:9} {ten:5.1f} {hundred:5.1f}  {name}")


if __name__ == "__main__":
    main()
