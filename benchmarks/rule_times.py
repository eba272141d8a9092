"""What each rule costs on real posts, and how its time grows with the text.

    python -m benchmarks.rule_times [--preset all] FOLDER...

Processor time of each rule's check over every post below the folders (the parse is done before and not counted), then,
for each rule's first faulty example, how much more ten and a hundred copies of it cost than one and ten.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from postlint.core.post import Post
from postlint.core.rule import PostRule, Rule
from postlint.core.settings import Settings
from postlint.core.text import Source
from postlint.engine.plan import Plan
from postlint.engine.registry import load
from postlint.manual.examples import Example, active, post_of, read_examples
from postlint.workspace.file_context import FileContexts
from postlint.workspace.settings_loader import SettingsLoader

_TIMES = 5


def posts(folders: list[str]) -> list[Post]:
    """Every post below the folders, parsed, each under its own generator."""
    contexts = FileContexts(SettingsLoader(isolated=True), load())
    found = []
    for folder in folders:
        for path in sorted(Path(folder).resolve().rglob("*.md")):
            context = contexts.of(str(path))
            try:
                post = context.read(Source.decode(context.display_path, path.read_bytes()))
            except UnicodeDecodeError:
                continue
            assert (post.body, post.prose, post.code_lines) is not None
            found.append(post)
    return found


def spent(work: Callable[[], object]) -> float:
    """Processor seconds, the least of some tries."""
    tries = []
    for _ in range(_TIMES):
        start = time.process_time()
        work()
        tries.append(time.process_time() - start)
    return min(tries)


def growth(rule: Rule, example: Example) -> tuple[float, float]:
    """How much more ten copies cost than one, and a hundred than ten."""
    settled = active(rule, example.options).options
    times = []
    for copies in (1, 10, 100):
        whole = post_of(example)
        text = whole.text[: whole.body_start] + f"{whole.text[whole.body_start :]}\n\n" * copies
        post = post_of(example, text)
        assert (post.body, post.prose, post.code_lines) is not None
        times.append(max(spent(lambda post=post: list(rule.check(post, settled))), 1e-6))  # type: ignore[misc]
    return times[1] / times[0], times[2] / times[1]


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--preset", default="all")
    args = parser.parse_args()
    plan = Plan(Settings(preset=args.preset), load())
    read = posts(args.folders)
    gc.disable()
    seconds: Counter[str] = Counter()
    findings: Counter[str] = Counter()
    for post in read:
        for one in plan.for_post(post.path, post.data):
            if isinstance(one.rule, PostRule):
                start = time.process_time()
                findings[one.rule.name] += len(list(one.rule.check(post, one.options)))
                seconds[one.rule.name] += time.process_time() - start
    print(f"{len(read)} posts\n   milliseconds  findings  x10   x100  rule")
    for name, total in seconds.most_common():
        rule = load().by_name[name]
        document = importlib.import_module(rule.module).__doc__ or ""
        bad = [one for one in read_examples(document) if one.kind == "bad"]
        ten, hundred = growth(rule, bad[0]) if bad else (0.0, 0.0)
        print(f"{total * 1000:15.1f} {findings[name]:9} {ten:5.1f} {hundred:5.1f}  {name}")


if __name__ == "__main__":
    main()
