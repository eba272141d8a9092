"""All posts' facts, the site rules -> what they found. Pure: the world is handed in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from postlint.core.events import Failure
from postlint.core.finding import Diagnostic, Finding
from postlint.core.post import Post
from postlint.core.site import Site
from postlint.engine.check import failed, place
from postlint.engine.plan import Active
from postlint.engine.registry import Registry
from postlint.engine.suppress import keep


def check_site(
    site: Site,
    active: Iterable[Active],
    registry: Registry,
    rules_of: Callable[[str], Mapping[str, Active]],
    post_of: Callable[[str], Post | None],
) -> tuple[Diagnostic, ...]:
    """Run site rules over the facts of all posts.

    `active` are all that run anywhere; `rules_of` gives the ones that hold for a path, by name; `post_of` reads a post
    again, for the lines of its findings, and gives None if it has gone.
    """
    found: list[Diagnostic] = []
    for one in active:
        try:
            findings = list(one.rule.check(site, one.options))
        except Exception as error:  # as for post rules: it must not hide what the others found
            failure = Failure(one.rule.name, f"{type(error).__name__}: {error}".split("\n")[0])
            if (post := post_of(next(iter(site.posts)))) is not None:
                found += failed(post, failure, registry)
            continue
        for finding in findings:
            own = rules_of(finding.path).get(one.rule.name)
            if own is not None and (post := post_of(finding.path)) is not None:
                found.append(place(post, own, Finding(finding.message, finding.span, severity=finding.severity)))
    return tuple(_unsilenced(site, found))


def _unsilenced(site: Site, found: Sequence[Diagnostic]) -> Iterable[Diagnostic]:
    for one in found:
        facts = site.posts.get(one.path)
        kept, _ = keep(facts.suppressions if facts else (), [one])
        yield from kept
