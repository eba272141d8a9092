"""One run: files -> a result. All entry points use it."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from time import perf_counter
from typing import NamedTuple

from postlint.core.events import Unreadable
from postlint.core.finding import ORDER, Severity
from postlint.core.post import Post
from postlint.core.result import Checked, RunResult
from postlint.core.site import Site
from postlint.core.text import Source
from postlint.engine.check import failure_of
from postlint.engine.plan import Active
from postlint.engine.registry import load
from postlint.engine.site import check_site
from postlint.workspace.environment import FileLookup, today
from postlint.workspace.file_context import FileContext, FileContexts
from postlint.workspace.read import UnreadableError, decode, read_source
from postlint.workspace.settings_loader import SettingsLoader
from postlint.workspace.write import write


@dataclass(frozen=True, slots=True)
class RunOptions:
    """How to run. What to check is in `Settings`."""

    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    """Return what fixing would change, and write nothing."""
    site: bool = False
    """Whether to run the site rules."""
    folders: tuple[str, ...] = ()
    """The folders to check, absolute: one is the site's root if no marker files are found above its files."""
    excerpts: bool = True
    """Whether findings get the lines around them, for reports that show these."""


class Outcome(NamedTuple):
    """What the check of one file returned."""

    checked: Checked
    fail_level: Severity
    site_rules: tuple[Active, ...] = ()
    """Those that apply to the file."""
    fixed_source: Source | None = None
    """None if nothing was fixed."""
    fixed: int = 0
    """How many findings were fixed."""
    warnings: tuple[str, ...] = ()
    diff: str = ""

    @property
    def failed(self) -> bool:
        """Whether a finding reaches the fail level."""
        return any(diagnostic.severity >= self.fail_level for diagnostic in self.checked.diagnostics)


def _no_progress(_: str) -> None:
    return None


class Session:
    """Checks files; keeps the configurations and sites that it has read."""

    def __init__(self, settings: SettingsLoader, options: RunOptions | None = None) -> None:
        self.options = options or RunOptions()
        self.registry = load()
        self.contexts = FileContexts(settings, self.registry, self.options.folders)

    def check(self, paths: Iterable[str], progress: Callable[[str], None] = _no_progress) -> RunResult:
        """Check files by their absolute paths; `progress` is called with the display path of each.

        Raises ConfigurationError before any file is read.
        """
        started = perf_counter()
        contexts = {context.display_path: context for context in map(self.contexts.of, paths)}
        if not contexts:
            self.contexts.plan(os.getcwd())  # to report an error in the settings even if there are no files
        outcomes: dict[str, Outcome] = {}
        with _rare_garbage_collection():
            for path, context in contexts.items():
                outcomes[path] = self._check_file(context)
                progress(path)
            site = self._check_site(contexts, outcomes) if self.options.site else Checked(())
            return self._result(outcomes, site, started)

    def check_text(self, path: str, data: bytes) -> tuple[RunResult, bytes]:
        """Check bytes as the content of a file, which need not exist; returns also the bytes after fixing.

        Raises ConfigurationError.
        """
        started = perf_counter()
        context = self.contexts.of(os.path.abspath(path))
        try:
            outcome = self._check_source(context, decode(data, context.display_path))
        except UnreadableError as error:
            outcome = _unreadable(context, error)
        result = self._result({context.display_path: outcome}, Checked(()), started)
        return result, data if outcome.fixed_source is None else outcome.fixed_source.encode()

    def _check_file(self, context: FileContext) -> Outcome:
        """Check a file, and write its fixes."""
        try:
            source = read_source(context.path, context.display_path)
        except UnreadableError as error:
            return _unreadable(context, error)
        outcome = self._check_source(context, source)
        if outcome.fixed_source is None or self.options.diff:
            return outcome
        try:
            write(context.path, outcome.fixed_source.encode(), source.encode())
        except (OSError, UnicodeEncodeError) as error:
            reason = (error.strerror if isinstance(error, OSError) else None) or error
            problem = f"{context.display_path}: cannot be written: {reason}"
            return self._check_only(context, source)._replace(warnings=(*outcome.warnings, problem))
        return outcome

    def _check_source(self, context: FileContext, source: Source) -> Outcome:
        """Check a text, after fixing it if the options say so."""
        try:
            if self.options.fix or self.options.diff:
                return self._fix(context, source)
            return self._check_only(context, source)
        except Exception as error:  # one post must not prevent the check of all others
            checked = context.report(failure_of("", error), Source(context.display_path, ""))
            return Outcome(checked, context.fail_level)

    def _check_only(self, context: FileContext, source: Source) -> Outcome:
        post = context.read(source)
        checked = context.check(post, site=self.options.site, excerpts=self.options.excerpts)
        return Outcome(checked, context.fail_level, self._site_rules(context, post))

    def _fix(self, context: FileContext, source: Source) -> Outcome:
        from postlint.engine.fix import unified_diff
        from postlint.workspace.fix_file import fix_text

        options = self.options
        fixed = fix_text(context, source, unsafe=options.unsafe_fixes, site=options.site, excerpts=options.excerpts)
        return Outcome(
            fixed.version.checked,
            context.fail_level,
            self._site_rules(context, fixed.version.post),
            fixed_source=fixed.source if fixed.count else None,
            fixed=fixed.count,
            warnings=fixed.warnings,
            diff=unified_diff(source, fixed.source) if fixed.count and options.diff else "",
        )

    def _site_rules(self, context: FileContext, post: Post) -> tuple[Active, ...]:
        return context.site_rules_for(post) if self.options.site else ()

    def _check_site(self, contexts: Mapping[str, FileContext], outcomes: Mapping[str, Outcome]) -> Checked:
        posts = {path: outcome.checked.facts for path, outcome in outcomes.items() if outcome.checked.facts is not None}

        @cache
        def read_post(path: str) -> Post | None:
            context = contexts[path]
            try:
                return context.read(outcomes[path].fixed_source or read_source(context.path, path))
            except UnreadableError:
                return None

        sets: list[tuple[Active, ...]] = []
        for outcome in outcomes.values():
            if outcome.site_rules not in sets:
                sets.append(outcome.site_rules)
        rules = {active.rule.name: active for site_rules in sets for active in site_rules}
        site = Site(posts, FileLookup().exists, lambda post: contexts[post.path].generator, today())
        return check_site(site, rules.values(), self.registry, lambda path: outcomes[path].site_rules, read_post)

    def _result(self, outcomes: Mapping[str, Outcome], site: Checked, started: float) -> RunResult:
        checks = [site, *(outcome.checked for outcome in outcomes.values())]
        return RunResult(
            tuple(sorted((diagnostic for checked in checks for diagnostic in checked.diagnostics), key=ORDER)),
            files=len(outcomes),
            fixed=sum(outcome.fixed for outcome in outcomes.values()),
            fixed_files=tuple(sorted(path for path, outcome in outcomes.items() if outcome.fixed)),
            diff="".join(outcomes[path].diff for path in sorted(outcomes)),
            warnings=(*self.contexts.notes(), *(line for outcome in outcomes.values() for line in outcome.warnings)),
            failed=any(outcome.failed for outcome in outcomes.values())
            or any(diagnostic.severity >= outcomes[diagnostic.path].fail_level for diagnostic in site.diagnostics),
            crashed=any(checked.crashed for checked in checks),
            seconds=perf_counter() - started,
        )


def _unreadable(context: FileContext, error: UnreadableError) -> Outcome:
    checked = context.report(Unreadable(str(error), error.span), error.source)
    return Outcome(checked, context.fail_level)


@contextmanager
def _rare_garbage_collection() -> Iterator[None]:
    """Keep the garbage collector from repeatedly visiting objects that live until the end of the run anyway."""
    old = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(1_000_000, 20, 100)
    try:
        yield
    finally:
        gc.freeze()  # moves young objects to the old generation
        gc.unfreeze()
        gc.set_threshold(*old)
