"""Infer a schema from the front matter of real posts: does it accept them, and does it find typos?

    python -m benchmarks.schema [--each 200] FOLDER...

A closed schema is inferred from the posts of each folder. It must accept all posts except those listed as outliers.
Then two letters of a key are swapped in the data of one post after another: the schema must reject it. Last, a schema
is inferred from the posts with such a typo: the post should be listed as an outlier, or be rejected.
Exit code 1 if a post is rejected or a typo is accepted.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

from postlint.schema import Schema, validate
from postlint.schema.infer import InferOptions, Inferred, Sample, infer
from postlint.workspace.discover import discover
from postlint.workspace.front_matter_samples import gather, without_rules
from postlint.workspace.settings_loader import SettingsLoader

CLOSED = InferOptions(closed=True)


def schema_of(inferred: Inferred) -> Schema:
    """The schema, as if loaded from a file."""
    properties = inferred.document["properties"]
    return Schema("inferred", False, properties, frozenset(properties), inferred.document, Path())


def samples_of(folder: str) -> list[Sample]:
    """The front matter of the posts in a folder, with lower-case keys if the generator ignores case."""
    loader = SettingsLoader(isolated=True, adjust=without_rules)
    samples = gather(discover([folder], loader.for_folder).files, loader, {})
    return [
        Sample({(key.lower() if post.ignore_case else key): value for key, value in post.front_matter.data.items()})
        for post in samples.posts
    ]


def with_typo(data: Mapping[str, Any], key: str) -> dict[str, Any] | None:
    """Swap the second and third letter of a key. Returns None if that changes nothing or gives another key."""
    typo = key[0] + key[2] + key[1] + key[3:] if len(key) > 3 else key
    if typo in data:
        return None
    return {(typo if name == key else name): value for name, value in data.items()}


def planted(samples: Sequence[Sample], each: int) -> Iterator[tuple[int, str, dict[str, Any]]]:
    """Posts with a typo in a key that at least four of them have: index, key and data."""
    counts: dict[str, int] = {}
    for sample in samples:
        for key in sample.data:
            counts[key] = counts.get(key, 0) + 1
    for index in range(min(each, len(samples))):
        keys = [key for key in samples[index].data if counts[key] > 3]
        if keys and (data := with_typo(samples[index].data, keys[index % len(keys)])) is not None:
            yield index, keys[index % len(keys)], data


def measure(folder: str, each: int) -> bool:
    """Infer a schema, validate all posts, and plant typos. Returns whether all results are as expected."""
    samples = samples_of(folder)
    if not samples:
        print(f"{folder}: no front matter")
        return True
    started = perf_counter()
    inferred = infer(samples, CLOSED)
    seconds = perf_counter() - started
    schema, listed = schema_of(inferred), {outlier.sample for outlier in inferred.outliers}
    rejected = [index for index, sample in enumerate(samples) if index not in listed and validate(sample.data, schema)]
    typos = list(planted(samples, each))
    detected = sum(bool(validate(data, schema)) for _, _, data in typos)
    learned = []
    for index, key, data in typos:
        again = infer([*samples[:index], Sample(data), *samples[index + 1 :]], CLOSED)
        is_outlier = any(outlier.sample == index for outlier in again.outliers)
        if not is_outlier and not validate(data, schema_of(again)):
            learned.append(f"{key} of post {index}")
    print(
        f"{os.path.basename(os.path.normpath(folder))}: {len(samples)} posts, {len(schema.known)} keys, "
        f"{len(listed)} posts with outliers, inferred in {seconds * 1000:.0f} ms; posts rejected: {len(rejected)}; "
        f"typos found: {detected} of {len(typos)}; learned as a key: {len(learned)}"
    )
    for typo in learned[:5]:
        print(f"  learned: {typo}")
    return not rejected and detected == len(typos)


def main() -> int:
    """Measure each folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--each", type=int, default=200, metavar="N", help="number of typos to plant in each folder")
    args = parser.parse_args()
    results = [measure(folder, args.each) for folder in args.folders]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
