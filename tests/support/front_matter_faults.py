"""The faults of front matter that postlint finds for a generator, as short strings: `kind:key`."""

from __future__ import annotations

from postlint.core.text import Source
from postlint.generators import get_generator
from postlint.parse import read_post
from postlint.schema import load_schema, validate


def faults(name: str, path: str, text: str) -> set[str]:
    """The faults of a file of a generator, at a path relative to the site root."""
    post = read_post(Source(path, text), get_generator(name), path)
    generator, matter = post.generator, post.front_matter
    faults = {str(problem.kind) for problem in post.front_matter_problems}
    if matter is None:
        return faults | ({"missing"} if generator.needs_front_matter(path) else set())

    def as_written(key: str) -> str:
        return post.source[matter.span_of((key,))]

    for schema_name in generator.schemas_for(path):
        data, schema = matter.data, load_schema(schema_name)
        if generator.keys_ignore_case:
            known = {key.lower(): key for key in schema.known}
            data = {known.get(key.lower(), key.lower()): value for key, value in data.items()}
        for violation in validate(data, schema):
            if not violation.missing_key or post.is_post:
                faults.add(f"schema:{violation.path[0] if violation.path else violation.missing_key}")
    for key, value in matter.data.items():
        is_date = (key.lower() if generator.keys_ignore_case else key) in generator.date_keys
        if is_date and generator.reads_dates(path) and (problem := generator.date_problem(value, as_written(key))):
            assert problem.message
            faults.add(f"date:{key}")
        if problem := generator.value_problem(key, value, as_written(key)):
            assert problem.message
            faults.add(f"misread:{key}")
    if draft := generator.published_draft(path, matter.data, as_written):
        faults.add(f"unhidden:{draft.key}")
    return faults


def front(*lines: str) -> str:
    """A post with these lines of YAML front matter."""
    return "\n".join(["---", *lines, "---", "", "Body.", ""])
