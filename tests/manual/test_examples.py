"""Reading examples, and grouping them into sites."""

from __future__ import annotations

from dataclasses import replace

import pytest

from postlint.engine.registry import load
from postlint.manual.examples import Example, groups, post_of, read_examples, run, run_site, split_info

TEXT = """\
# Cases

## First

~~~toml options
front-matter-title = true
~~~

~~~markdown bad 3 generator=jekyll
# One

### Three
~~~

~~~text
not an example
~~~

## Second

~~~~markdown good unended in posts/a.md
~~~
~~~~
"""


def test_examples_are_read_with_title_options_and_words() -> None:
    first, second = read_examples(TEXT)
    assert first == Example(
        "bad", "# One\n\n### Three\n", 9, "First", (3,), {"front-matter-title": True}, generator="jekyll"
    )
    assert second == Example("good", "~~~", 21, "Second", path="posts/a.md", named=True)


def test_unknown_word_is_an_error() -> None:
    with pytest.raises(ValueError, match="line 1: unknown word 'ugly'"):
        read_examples("~~~markdown bad ugly\n~~~\n")


def test_info_string() -> None:
    assert split_info(" markdown bad 3 in posts/a.md ") == ("markdown", ["bad", "3", "in posts/a.md"])
    assert split_info("") == ("", [])


def test_rule_is_run_with_options_and_generator_of_the_example() -> None:
    rule = load().by_name["heading/skipped-level"]
    (example, _) = read_examples(TEXT)
    assert post_of(example).generator.name == "jekyll"
    assert [diagnostic.start.line for diagnostic in run(rule, example, load())] == [3]
    assert run(rule, example, load(), "# One\n") == ()


def test_posts_with_paths_are_one_site() -> None:
    rule = load().by_name["site/broken-link"]
    post = Example("good", "[b](b.md)\n", 1, "", path="a.md", named=True)
    target = replace(post, text="text\n", path="b.md")
    assert list(groups(rule, [post, target, replace(post, kind="bad")])) == [
        (post, target),
        (replace(post, kind="bad"),),
    ]
    assert list(groups(load().by_name["heading/empty"], [post, target])) == [(post,), (target,)]
    assert run_site(rule, [post, target], load()) == ()
    assert [diagnostic.path for diagnostic in run_site(rule, [post], load())] == ["a.md"]
