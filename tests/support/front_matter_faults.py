"""The faults of a post's front matter under a generator, in short: `kind:key`, one for each fault."""

from __future__ import annotations

from postlint.core.text import Source
from postlint.generators import get_generator
from postlint.parse import read_post
from postlint.schema import load_schema, validate


def faults(generator: str, path: str, text: str) -> set[str]:
    """The faults of a whole file at a path below the site's root."""
    post = read_post(Source(path, text), get_generator(generator), path)
    dialect, dates, front_matter = post.generator.front_matter, post.generator.dates, post.front_matter
    kinds = {str(problem.kind) for problem in post.front_matter_problems}
    if front_matter is None:
        return kinds | ({"missing"} if dialect.is_required(path) else set())

    def written(key: str) -> str:
        return post.source[front_matter.span_of((key,))]

    for name in dialect.schemas_for(path):
        data, schema = dict(front_matter.data), load_schema(name)
        if dialect.keys_ignore_case:
            spellings = {key.lower(): key for key in schema.known}
            data = {spellings.get(key.lower(), key.lower()): value for key, value in data.items()}
        for violation in validate(data, schema):
            if not violation.missing_key or post.is_post:
                kinds.add(f"schema:{violation.path[0] if violation.path else violation.missing_key}")
    for key, value in front_matter.data.items():
        is_date = (key.lower() if dialect.keys_ignore_case else key) in dates.keys
        if is_date and dates.used_for(path) and (problem := dates.problem(value, written(key))):
            assert problem.message
            kinds.add(f"date:{key}")
        if problem := dialect.value_problem(key, value, written(key)):
            assert problem.message
            kinds.add(f"misread:{key}")
    if draft := dialect.published_draft(path, front_matter.data, written):
        kinds.add(f"unhidden:{draft.key}")
    return kinds


def front(*lines: str) -> str:
    """A post with these lines of YAML."""
    return "\n".join(["---", *lines, "---", "", "Body.", ""])
