"""One run: files in, a result out. All front doors come through here."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from time import perf_counter
from typing import NamedTuple

from postlint.core.finding import ERROR, ORDER, Diagnostic
from postlint.core.post import Post
from postlint.core.result import Checked, RunResult
from postlint.core.site import Site
from postlint.core.text import Position, Source
from postlint.engine.check import FAILED, check
from postlint.engine.plan import Active
from postlint.engine.registry import load
from postlint.engine.site import check_site
from postlint.parse import read_post
from postlint.workspace.environment import Disk, today
from postlint.workspace.file_context import Place, Places
from postlint.workspace.read import UnreadableError, decode, read_source
from postlint.workspace.settings_loader import SettingsLoader
from postlint.workspace.write import write


@dataclass(frozen=True, slots=True)
class RunOptions:
    """How to run. What to find is in the settings."""

    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    """Show what fixing would change, and write nothing."""
    site: bool = False
    """Whether to run the site rules."""
    folders: tuple[str, ...] = ()
    """The folders to check, absolute: where no marker files lie, the site begins there."""
    excerpts: bool = True
    """Whether findings hold the lines around them, for reports that show these."""


class Outcome(NamedTuple):
    """What became of a file."""

    checked: Checked
    site_rules: tuple[Active, ...] = ()
    mended: Source | None = None
    fixed: int = 0
    warnings: tuple[str, ...] = ()
    diff: str = ""


def _no_progress(_: str) -> None:
    return None


class Session:
    """Checks files; remembers configurations and sites."""

    def __init__(self, settings: SettingsLoader, options: RunOptions | None = None) -> None:
        self.options = options or RunOptions()
        self.registry = load()
        self.places = Places(settings, self.registry, self.options.folders)

    def check(self, paths: Iterable[str], progress: Callable[[str], None] = _no_progress) -> RunResult:
        """Check files by their absolute paths. Raises ConfigurationError before any of them is read."""
        started = perf_counter()
        places = {place.shown: place for place in map(self.places.of, paths)}
        if not places:
            self.places.plan(os.getcwd())  # a mistake in the settings shows even where no file is found
        outcomes: dict[str, Outcome] = {}
        with _collector_aside():
            for path, place in places.items():
                outcomes[path] = self._file(place)
                progress(path)
            site = self._site(places, outcomes) if self.options.site else ()
            return _result(outcomes, site, perf_counter() - started, self.places.notes())

    def check_text(self, path: str, data: bytes) -> tuple[RunResult, bytes]:
        """Check what a file would hold; also the bytes after fixing, which are not written."""
        started = perf_counter()
        place = self.places.of(os.path.abspath(path))
        try:
            outcome = self._text(place, decode(data, place.shown))
        except UnreadableError as error:
            outcome = Outcome(Checked((error.diagnostic,)))
        result = _result({place.shown: outcome}, (), perf_counter() - started, self.places.notes())
        return result, data if outcome.mended is None else outcome.mended.encode()

    def fails(self, result: RunResult) -> bool:
        """Whether a finding is at or above the level at which its file's settings let the run fail."""
        return any(
            one.severity >= self.places.settings.for_folder(os.path.dirname(os.path.abspath(one.path))).fail_on
            for one in result.diagnostics
        )

    def _file(self, place: Place) -> Outcome:
        try:
            source = read_source(place.path, place.shown)
        except UnreadableError as error:
            return Outcome(Checked((error.diagnostic,)))
        outcome = self._text(place, source)
        if outcome.mended is None or self.options.diff:
            return outcome
        try:
            write(place.path, outcome.mended.encode(), source.encode())
        except (OSError, UnicodeEncodeError) as error:
            problem = f"{place.shown}: cannot be written: {getattr(error, 'strerror', '') or error}"
            return self._checked(place, source)._replace(warnings=(*outcome.warnings, problem))
        return outcome

    def _text(self, place: Place, source: Source) -> Outcome:
        try:
            return self._mended(place, source)
        except Exception as error:  # one post must not keep us from all the others
            message = f"postlint failed on this file: {type(error).__name__}: {error}".split("\n")[0]
            start = Position(1, 1)
            return Outcome(Checked((Diagnostic(place.shown, start, start, FAILED, (), ERROR, message),)))

    def _mended(self, place: Place, source: Source) -> Outcome:
        if not self.options.fix and not self.options.diff:
            return self._checked(place, source)
        from postlint.workspace.fix_file import mend

        fixed = mend(place, source, place.plan.registry, unsafe=self.options.unsafe_fixes)
        outcome = self._checked(place, fixed.source)._replace(fixed=fixed.fixes, warnings=fixed.warnings)
        if not fixed.fixes:
            return outcome
        return outcome._replace(mended=fixed.source, diff=fixed.diff if self.options.diff else "")

    def _checked(self, place: Place, source: Source) -> Outcome:
        post = read_post(source, place.generator, place.site_path)
        active = place.plan.for_post(place.config_path, post.data, post.configuration, post.comments)
        site = self.options.site
        root = place.site_root if site else None
        checked = check(post, active, place.plan.registry, site_root=root, excerpts=self.options.excerpts)
        return Outcome(checked, place.plan.site_rules(place.config_path, post.data) if site else ())

    def _site(self, places: Mapping[str, Place], outcomes: Mapping[str, Outcome]) -> tuple[Diagnostic, ...]:
        posts = {path: one.checked.facts for path, one in outcomes.items() if one.checked.facts is not None}
        sets = {id(one.site_rules): one.site_rules for one in outcomes.values()}

        @cache
        def post_of(path: str) -> Post | None:
            place, mended = places[path], outcomes[path].mended
            try:
                source = mended or read_source(place.path, path)
            except UnreadableError:
                return None
            return read_post(source, place.generator, place.site_path)

        active = {one.rule.name: one for rules in sets.values() for one in rules}
        return check_site(
            Site(posts, Disk().exists, today()),
            active.values(),
            self.registry,
            lambda path: {one.rule.name: one for one in outcomes[path].site_rules},
            post_of,
        )


def _result(
    outcomes: Mapping[str, Outcome], site: Iterable[Diagnostic], seconds: float, notes: tuple[str, ...]
) -> RunResult:
    found = [*site, *(one for outcome in outcomes.values() for one in outcome.checked.diagnostics)]
    return RunResult(
        tuple(sorted(found, key=ORDER)),
        files=len(outcomes),
        fixed=sum(one.fixed for one in outcomes.values()),
        fixed_files=tuple(sorted(path for path, one in outcomes.items() if one.fixed)),
        diff="".join(outcomes[path].diff for path in sorted(outcomes)),
        warnings=(*notes, *(line for one in outcomes.values() for line in one.warnings)),
        crashed=any(one.rule == FAILED for one in found),
        seconds=seconds,
    )


@contextmanager
def _collector_aside() -> Iterator[None]:
    """Keep the garbage collector from walking, again and again, over what stays anyway."""
    old = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(1_000_000, 20, 100)
    try:
        yield
    finally:
        gc.freeze()  # what is young now stays: it passes for old
        gc.unfreeze()
        gc.set_threshold(*old)
