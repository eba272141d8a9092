"""Infer a schema of real posts: does it accept them, and does it see a slip?

    python -m benchmarks.schema [--each 200] FOLDER...

Of each folder's posts a closed schema is inferred. All posts must keep to it, but those that are listed as outliers.
Then, in a copy of the data of one post after another, two letters of a key are swapped: the schema must see it. Last,
a slip is planted in one post before the schema is inferred: it must be listed as an outlier, or else be refused.
Exit code 1 if a post is refused or a slip is not seen.
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
    """The schema as if it had been read from a file."""
    properties = inferred.document["properties"]
    return Schema("inferred", False, properties, frozenset(properties), inferred.document, Path())


def samples_of(folder: str) -> list[Sample]:
    """The front matter of a folder's posts, keys in lower case where case says nothing."""
    loader = SettingsLoader(isolated=True, adjust=without_rules)
    found = gather(discover([folder], loader.for_folder).files, loader, {})
    return [
        Sample({(key.lower() if post.ignore_case else key): value for key, value in post.front_matter.data.items()})
        for post in found.posts
    ]


def with_slip(data: Mapping[str, Any], key: str) -> dict[str, Any] | None:
    """The data with the second and third letter of a key swapped; None if that changes nothing or makes another key."""
    slip = key[0] + key[2] + key[1] + key[3:] if len(key) > 3 else key
    if slip in data:
        return None
    return {(slip if one == key else one): value for one, value in data.items()}


def planted(samples: Sequence[Sample], each: int) -> Iterator[tuple[int, str, dict[str, Any]]]:
    """Posts with a slip in a key that at least four of them have, keys in turn."""
    counts: dict[str, int] = {}
    for sample in samples:
        for key in sample.data:
            counts[key] = counts.get(key, 0) + 1
    for at in range(min(each, len(samples))):
        keys = [key for key in samples[at].data if counts[key] > 3]
        if keys and (data := with_slip(samples[at].data, keys[at % len(keys)])) is not None:
            yield at, keys[at % len(keys)], data


def measure(folder: str, each: int) -> bool:
    """Infer, hold all posts against it, plant slips; whether all went well."""
    samples = samples_of(folder)
    if not samples:
        print(f"{folder}: no front matter")
        return True
    started = perf_counter()
    inferred = infer(samples, CLOSED)
    seconds = perf_counter() - started
    schema, listed = schema_of(inferred), {one.sample for one in inferred.outliers}
    refused = [at for at, sample in enumerate(samples) if at not in listed and validate(sample.data, schema)]
    slips = list(planted(samples, each))
    seen = sum(bool(validate(data, schema)) for _, _, data in slips)
    unlisted = []
    for at, key, data in slips:
        again = infer([*samples[:at], Sample(data), *samples[at + 1 :]], CLOSED)
        if not any(one.sample == at for one in again.outliers) and not validate(data, schema_of(again)):
            unlisted.append(f"{key} of post {at}")
    print(
        f"{os.path.basename(os.path.normpath(folder))}: {len(samples)} posts, {len(schema.known)} keys, "
        f"{len(listed)} posts with outliers, inferred in {seconds * 1000:.0f} ms; posts refused: {len(refused)}; "
        f"slips seen: {seen} of {len(slips)}; learnt from a post with a slip, listed: {len(slips) - len(unlisted)}"
    )
    for one in unlisted[:5]:
        print(f"  not listed: {one}")
    return not refused and seen == len(slips)


def main() -> int:
    """Measure each folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--each", type=int, default=200, metavar="N", help="slips to plant in each folder")
    args = parser.parse_args()
    went_well = [measure(folder, args.each) for folder in args.folders]
    return 0 if all(went_well) else 1


if __name__ == "__main__":
    sys.exit(main())
