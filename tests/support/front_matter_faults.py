"""What postlint says of a post's front matter under a generator, in short: `kind:key`, one for each fault."""

from __future__ import annotations

from postlint.core.text import Source
from postlint.generators import get_generator
from postlint.parse import read_post
from postlint.schema import load_schema, validate


def faults(generator: str, path: str, text: str) -> set[str]:
    """The faults of a whole file at a path below the site's root."""
    post = read_post(Source(path, text), get_generator(generator), path)
    one, matter = post.generator, post.front_matter
    found: set[str] = {problem.kind for problem in post.front_matter_problems}
    if matter is None:
        return found | ({"missing"} if one.needs_front_matter(path) else set())

    def written(key: str) -> str:
        return post.source[matter.span_of((key,))]

    for name in one.schemas_for(path):
        data = {key.lower(): value for key, value in matter.data.items()} if one.keys_ignore_case else matter.data
        schema = load_schema(name)
        if one.keys_ignore_case:
            spelt = {key.lower(): key for key in schema.known}
            data = {spelt.get(key, key): value for key, value in data.items()}
        for violation in validate(data, schema):
            if not violation.missing_key or post.is_post:
                found.add(f"schema:{violation.path[0] if violation.path else violation.missing_key}")
    for key, value in matter.data.items():
        is_date = (key.lower() if one.keys_ignore_case else key) in one.date_keys
        if is_date and one.reads_dates(path) and (problem := one.date_problem(value, written(key))):
            assert problem.message
            found.add(f"date:{key}")
        if problem := one.value_problem(key, value, written(key)):
            assert problem.message
            found.add(f"misread:{key}")
    if hidden := one.published_draft(path, matter.data, written):
        found.add(f"unhidden:{hidden.key}")
    return found


def front(*lines: str) -> str:
    """A post with these lines of YAML."""
    return "\n".join(["---", *lines, "---", "", "Body.", ""])
