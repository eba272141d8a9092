"""Front matter, with the exact place of every key and value, and what is wrong with the block itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from postlint.core.front_matter import FrontMatter, FrontMatterProblem
from postlint.core.generator import Generator
from postlint.core.text import Source, Span

if TYPE_CHECKING:
    from postlint.parse.front_matter.fences import Handler
    from postlint.parse.front_matter.headers import Block
    from postlint.parse.front_matter.loaded import Loaded

# What may open front matter; nothing else costs the import of a parser.
_OPENING = re.compile(r"(?:[ \t]*\n)*+(?P<at>---+[ \t]*\n|\+\+\+[ \t]*\n|\{[ \t\n]*[\"}])")
_HEADER = re.compile(r"(?P<at>[ ]{0,3}[\w-]+:)")
_COMMENT = re.compile(r"(?P<at><!--[ \t]*\n[ \t\n]*\.\. )")
_BARE = re.compile(r"(?:[ \t]*\n)*+(?P<at>[\w-]+:|\"[\w-]+\"[ \t]*:)")
_USUAL_KEY = re.compile(
    r"^(?:author|categor(?:y|ies)|date|description|draft|image|layout|permalink|published|slug|tags|title)[ \t]*[:=]",
    re.MULTILINE | re.IGNORECASE,
)
_FORMATS = {"yaml": "YAML", "toml": "TOML", "json": "JSON", "headers": "`Key: value` lines", "comment": "a comment"}
_SPACES = re.compile(r"(?:-{3,}|\+{3})(?P<spaces>[ \t]+)")
_TABS = re.compile(r"^\t+", re.MULTILINE)
_BLANK = re.compile(r"(?:[ \t]*\n)+")
_NO_TEXT = re.compile(r"#.*|\W*")  # a heading; nothing; a fence gone wrong


class FrontMatterReading(NamedTuple):
    """The block at the top of a file, what is wrong with it, and the offset at which the body begins."""

    front_matter: FrontMatter | None = None
    problems: tuple[FrontMatterProblem, ...] = ()
    body_start: int = 0


def read_front_matter(source: Source, generator: Generator) -> FrontMatterReading:
    """Read the front matter as a generator does; a block that it would miss is read, too, and is a problem."""
    text = source.text
    opening = _opening(text, generator)
    if opening is None:
        return (
            _swallowed(text, generator)
            if generator.front_matter.fences.opening_optional and "\n---" in text
            else FrontMatterReading()
        )
    from postlint.parse.front_matter.fences import find_block

    start = opening.start("at")
    found = find_block(text, start, generator)
    if found is None:
        return _swallowed(text, generator) if generator.front_matter.fences.opening_optional else FrontMatterReading()
    handler, block = found
    if start and not generator.is_known and handler.language != "yaml":
        return FrontMatterReading()  # to plain Markdown, as to its other linters, that is text
    ignored = _ignored(handler, block, text, generator)
    doubtful = ignored or not block.closed or (not generator.is_known and source[block.content].strip())
    if doubtful and not (handler.looks_like_data(text, block) and (block.closed or _meant(source, block, generator))):
        return FrontMatterReading()  # two thematic breaks, or one
    loaded = _load(handler, source, block, generator)
    if ignored and not (block.closed and loaded.readable and loaded.data):
        return FrontMatterReading()
    if block.closed and loaded.error and handler.runs_into_text(text, block):
        block = handler.cut(text, block)
        loaded = _load(handler, source, block, generator)
    problems = _problems(loaded, handler, source, generator) if block.closed else [_unclosed(handler, block, generator)]
    if ignored:
        problems.insert(0, ignored)
    front_matter = FrontMatter(handler.language, block.span, block.content, loaded.data, loaded.spans, loaded.readable)
    return FrontMatterReading(front_matter, tuple(problems), _after(text, block.span.end))


def _load(handler: Handler, source: Source, block: Block, generator: Generator) -> Loaded:
    content, fences = source[block.content], generator.front_matter.fences
    loaded: Loaded = handler.load(content, block.content.start)
    if loaded.error and handler.language == "yaml" and (fences.tabs_indent or fences.quoted):
        # What the generator mends before it reads, character by character, so that places stay.
        mended = _TABS.sub(lambda tabs: " " * len(tabs[0]), content) if fences.tabs_indent else content
        for key in fences.quoted:
            line = re.compile(rf"^{key}:[ \t]+(?![\"'|>])[^\n]*", re.MULTILINE)
            mended = line.sub(_widened, mended)
        return handler.load(mended, block.content.start) if mended != content else loaded
    return loaded


def _widened(line: re.Match[str]) -> str:
    """The line with colons in its value that YAML takes for letters."""
    key, colon, value = line[0].partition(":")
    return key + colon + value.replace(":", "\uff1a")


def _opening(text: str, generator: Generator) -> re.Match[str] | None:
    found = _OPENING.match(text)
    if found is None and "headers" in generator.front_matter.formats:
        found = _HEADER.match(text)
    if found is None and "comment" in generator.front_matter.formats:
        found = _COMMENT.match(text)
    if found is None and generator.front_matter.fences.opening_optional:
        found = _BARE.match(text)
    return found


def _swallowed(text: str, generator: Generator) -> FrontMatterReading:
    from postlint.parse.front_matter.fences import swallowed_text

    dashes = swallowed_text(text)
    if dashes is None:
        return FrontMatterReading()
    message = (
        f"{generator.title} takes all above this line for front matter, expected `---` twice at the top of the file"
    )
    return FrontMatterReading(problems=(FrontMatterProblem("syntax-error", message, dashes),))


def _meant(source: Source, block: Block, generator: Generator) -> bool:
    """Whether the lines below an opening fence without a closing one are surely meant as front matter."""
    below = source.text[block.span.end + 1 : block.span.end + 200].partition("\n")[0]
    if not _NO_TEXT.fullmatch(below):
        return False
    return generator.is_known or _USUAL_KEY.search(source[block.content]) is not None


def _ignored(handler: Handler, block: Block, text: str, generator: Generator) -> FrontMatterProblem | None:
    """Why the generator does not take a block for front matter, and what to delete so that it does."""
    start = block.span.start
    opening = Span(start, start + len(handler.START_DELIMITER))
    removals = block.extra
    line_end = text.find("\n", start)
    # All that read TOML or JSON accept blank lines above it.
    too_low = start and not generator.front_matter.leading_blank_lines
    if handler.language not in generator.front_matter.formats:
        reads = " or ".join(_FORMATS[name] for name in sorted(generator.front_matter.formats))
        message = (
            f"{_FORMATS[handler.language]} front matter, but {generator.title} reads {reads}: {_unread(generator)}"
        )
        return FrontMatterProblem("ignored", message, opening)
    if block.extra:
        opening = Span(start, block.extra[0].end)
        message = f"fence of {opening.end - start} dashes, expected 3: {_unread(generator)}"
    elif generator.front_matter.fences.bare_opening and (spaces := _SPACES.match(text, start, line_end)):
        message = f"space after the opening fence, expected none: {_unread(generator)}"
        removals = (Span(*spaces.span("spaces")),)
    elif too_low:
        message = f"blank line above the front matter, expected it at the very top: {_unread(generator)}"
    elif generator.front_matter.fences.text_below and (blank := _BLANK.match(text, *block.content)):
        message = f"blank line below the opening fence, expected none: {_unread(generator)}"
        removals = (Span(*blank.span()),)
    elif generator.front_matter.fences.line_after and block.closed and text.find("\n", block.span.end) < 0:
        message = f"no line end after the closing fence, expected one: {_unread(generator)}"
        opening = Span(block.content.end, block.span.end)
    else:
        return None
    if too_low:
        removals = (Span(0, start), *removals)
    return FrontMatterProblem("ignored", message, opening, removals)


def _unread(generator: Generator) -> str:
    """What happens to a block that is not taken for front matter."""
    if generator.front_matter.fences.on_unrecognized == "fails":
        return f"{generator.title} fails to build the site"
    return "most generators print it as text" if not generator.is_known else f"{generator.title} prints it as text"


def _unclosed(handler: Handler, block: Block, generator: Generator) -> FrontMatterProblem:
    fence = handler.START_DELIMITER
    expected = f"another `{fence}` on a line of its own" if handler.language != "comment" else "`-->`"
    outcome = _unread(generator)
    if generator.front_matter.fences.unclosed == "fails":
        outcome = f"{generator.title} fails to build the site"
    elif generator.front_matter.fences.unclosed == "swallows":
        outcome = f"{generator.title} takes all of the file for it"
    message = f"front matter is never closed, expected {expected}: {outcome}"
    return FrontMatterProblem("unclosed", message, Span(block.span.start, block.span.start + len(fence)))


def _problems(loaded: Loaded, handler: Handler, source: Source, generator: Generator) -> list[FrontMatterProblem]:
    """What is wrong inside a block."""
    problems = []
    if loaded.error:
        problems.append(FrontMatterProblem("syntax-error", loaded.error.message, loaded.error.span))
    for key, first, again in loaded.duplicates:
        if generator.front_matter.fences.duplicate_keys == "fails" and handler.language in ("yaml", "toml"):
            effect = f"{generator.title} fails to build the site"
        elif not generator.is_known:
            effect = "only the last one counts, or the build fails"
        else:
            which = "first" if generator.front_matter.fences.duplicate_keys == "first" else "last"
            effect = f"{generator.title} keeps only the {which} one"
        line = source.line_number(first.start)
        message = f"key `{key}` again, it stands on line {line} already; {effect}"
        problems.append(FrontMatterProblem("duplicate-key", message, again))
    return problems


def _after(text: str, end: int) -> int:
    """Where the line after a block begins; right after the block if its own line goes on."""
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end + 1
    return end if text[end:line_end].strip() else line_end
