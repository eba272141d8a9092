"""Front matter, with the exact place of every key and value, and what is wrong with the block itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from postlint.core.generator import Generator
from postlint.core.post import FrontMatter, FrontMatterProblem
from postlint.core.text import Source, Span

if TYPE_CHECKING:
    from postlint.parse.front_matter_handlers import Block, Handler
    from postlint.parse.front_matter_loaded import Loaded

# What may open front matter; nothing else costs the import of a parser.
_OPENING = re.compile(r"(?:[ \t]*\n)*+(?P<at>---+[ \t]*\n|\+\+\+[ \t]*\n|\{[ \t\n]*[\"}])")
_USUAL_KEY = re.compile(
    r"^(?:author|categor(?:y|ies)|date|description|draft|image|layout|permalink|published|slug|tags|title)[ \t]*[:=]",
    re.MULTILINE | re.IGNORECASE,
)
_NO_TEXT = re.compile(r"#.*|\W*")  # a heading; nothing; a fence gone wrong
_FAILS = frozenset({"hugo", "zola"})


class FrontMatterReading(NamedTuple):
    """The block at the top of a file, what is wrong with it, and the offset at which the body begins."""

    front_matter: FrontMatter | None = None
    problems: tuple[FrontMatterProblem, ...] = ()
    body_start: int = 0


def read_front_matter(source: Source, generator: Generator) -> FrontMatterReading:
    """Read the front matter as a generator does; a block that it would miss is read, too, and is a problem."""
    text = source.text
    opening = _OPENING.match(text)
    if opening is None:
        return FrontMatterReading()
    from postlint.parse.front_matter_handlers import find_block

    start = opening.start("at")
    found = find_block(text, start, generator)
    if found is None:
        return FrontMatterReading()
    handler, block = found
    ignored = _ignored(handler, block, generator)
    doubtful = ignored or not block.closed or (generator.name == "none" and source[block.content].strip())
    if doubtful and not (handler.looks_like_data(text, block) and (block.closed or _meant(source, block, generator))):
        return FrontMatterReading()  # two thematic breaks, or one
    loaded: Loaded = handler.load(source[block.content], block.content.start)
    if ignored and not (block.closed and loaded.readable and loaded.data):
        return FrontMatterReading()
    if block.closed and loaded.error and handler.runs_into_text(text, block):
        block = handler.cut(text, block)
        loaded = handler.load(source[block.content], block.content.start)
    problems = _problems(loaded, handler, source, generator) if block.closed else [_unclosed(handler, block, generator)]
    if ignored:
        problems.insert(0, ignored)
    front_matter = FrontMatter(handler.language, block.span, block.content, loaded.data, loaded.places, loaded.readable)
    return FrontMatterReading(front_matter, tuple(problems), _after(text, block.span.end))


def _meant(source: Source, block: Block, generator: Generator) -> bool:
    """Whether the lines below an opening fence without a closing one are surely meant as front matter."""
    below = source.text[block.span.end + 1 : block.span.end + 200].partition("\n")[0]
    if not _NO_TEXT.fullmatch(below):
        return False
    return generator.name != "none" or _USUAL_KEY.search(source[block.content]) is not None


def _ignored(handler: Handler, block: Block, generator: Generator) -> FrontMatterProblem | None:
    """Why the generator does not take a block for front matter, and what to delete so that it does."""
    start = block.span.start
    opening = Span(start, start + len(handler.START_DELIMITER))
    removals = block.extra
    # All that read TOML or JSON accept blank lines above it.
    too_low = start and not generator.leading_blank_lines and (generator.name != "none" or handler.language == "yaml")
    if handler.language not in generator.formats:
        reads = " or ".join(name.upper() for name in sorted(generator.formats))
        message = f"{handler.language.upper()} front matter, but {generator.title} reads {reads}: {_unread(generator)}"
        return FrontMatterProblem("ignored", message, opening)
    if block.extra:
        opening = Span(start, block.extra[0].end)
        message = f"fence of {opening.end - start} dashes, expected 3: {_unread(generator)}"
    elif too_low:
        message = f"blank line above the front matter, expected it at the very top: {_unread(generator)}"
    else:
        return None
    if too_low:
        removals = (Span(0, start), *removals)
    return FrontMatterProblem("ignored", message, opening, removals)


def _unread(generator: Generator) -> str:
    """What happens to a block that is not taken for front matter."""
    if generator.name in _FAILS:
        return f"{generator.title} fails to build the site"
    return "most generators print it as text" if generator.name == "none" else f"{generator.title} prints it as text"


def _unclosed(handler: Handler, block: Block, generator: Generator) -> FrontMatterProblem:
    fence = handler.START_DELIMITER
    message = f"front matter is never closed, expected another `{fence}` on a line of its own: {_unread(generator)}"
    return FrontMatterProblem("unclosed", message, Span(block.span.start, block.span.start + len(fence)))


def _problems(loaded: Loaded, handler: Handler, source: Source, generator: Generator) -> list[FrontMatterProblem]:
    """What is wrong inside a block."""
    problems = []
    if loaded.error:
        problems.append(FrontMatterProblem("syntax-error", loaded.error.message, loaded.error.span))
    for key, first, again in loaded.duplicates:
        if generator.name in _FAILS and handler.language != "json":
            effect = f"{generator.title} fails to build the site"
        elif generator.name == "none":
            effect = "only the last one counts, or the build fails"
        else:
            effect = f"{generator.title} keeps only the last one"
        line = source.line_number(first.start)
        message = f"key `{key}` again, it stands on line {line} already; {effect}"
        problems.append(FrontMatterProblem("duplicate-key", message, again))
    return problems


def _after(text: str, end: int) -> int:
    """Where the line after a block begins; right after the block if its own line goes on."""
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end + 1
    return end if text[end:line_end].strip() else line_end
