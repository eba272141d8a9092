"""Front matter with the exact position of every key and value, and the problems of the block itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from postlint.core.front_matter import FrontMatter, FrontMatterProblem
from postlint.core.generator import Generator
from postlint.core.messages import backticked, quoted
from postlint.core.text import Source, Span

if TYPE_CHECKING:
    from postlint.data.document import Document
    from postlint.parse.front_matter.fences import Handler
    from postlint.parse.front_matter.headers import Block

# What can open front matter; without it, no parser is imported.
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
_BLANK_LINES = re.compile(r"(?:[ \t]*\n)+")
_NO_TEXT = re.compile(r"#.*|\W*")  # a heading, nothing, or a misspelled fence


class FrontMatterReading(NamedTuple):
    """The block at the top of a file, its problems, and the offset at which the body begins."""

    front_matter: FrontMatter | None = None
    problems: tuple[FrontMatterProblem, ...] = ()
    body_start: int = 0


def read_front_matter(source: Source, generator: Generator) -> FrontMatterReading:
    """Read the front matter as a generator does; also read, and report, a block that it would not recognize."""
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
    handler_and_block = find_block(text, start, generator)
    if handler_and_block is None:
        return _swallowed(text, generator) if generator.front_matter.fences.opening_optional else FrontMatterReading()
    handler, block = handler_and_block
    if start and not generator.is_known and handler.language != "yaml":
        return FrontMatterReading()  # text to plain Markdown, as to other linters of it
    ignored = _ignored(handler, block, text, generator)
    doubtful = ignored or not block.closed or (not generator.is_known and source[block.content].strip())
    if doubtful and not (
        handler.looks_like_data(text, block) and (block.closed or _is_intended(source, block, generator))
    ):
        return FrontMatterReading()  # two thematic breaks, or one
    document = _load(handler, source, block, generator)
    if ignored and not (block.closed and document.readable and document.data):
        return FrontMatterReading()
    if block.closed and document.error and handler.runs_into_text(text, block):
        block = handler.cut(text, block)
        document = _load(handler, source, block, generator)
    problems = (
        _problems(document, handler, source, generator) if block.closed else [_unclosed(handler, block, generator)]
    )
    if ignored:
        problems.insert(0, ignored)
    front_matter = FrontMatter(
        handler.language, block.span, block.content, document.data, document.spans, document.readable
    )
    return FrontMatterReading(front_matter, tuple(problems), _body_start(text, block.span.end))


def _load(handler: Handler, source: Source, block: Block, generator: Generator) -> Document:
    content, fences = source[block.content], generator.front_matter.fences
    document = handler.read(content, block.content.start)
    if document.error and handler.language == "yaml" and (fences.tabs_indent or fences.quoted):
        # What the generator repairs before it parses, character by character so that positions stay.
        repaired = _TABS.sub(lambda tabs: " " * len(tabs[0]), content) if fences.tabs_indent else content
        for key in fences.quoted:
            line = re.compile(rf"^{key}:[ \t]+(?![\"'|>])[^\n]*", re.MULTILINE)
            repaired = line.sub(_with_wide_colons, repaired)
        return handler.read(repaired, block.content.start) if repaired != content else document
    return document


def _with_wide_colons(line: re.Match[str]) -> str:
    """The line with full-width colons in its value, which YAML reads as letters."""
    key, colon, value = line[0].partition(":")
    return key + colon + value.replace(":", "\uff1a")


def _opening(text: str, generator: Generator) -> re.Match[str] | None:
    match = _OPENING.match(text)
    if match is None and "headers" in generator.front_matter.formats:
        match = _HEADER.match(text)
    if match is None and "comment" in generator.front_matter.formats:
        match = _COMMENT.match(text)
    if match is None and generator.front_matter.fences.opening_optional:
        match = _BARE.match(text)
    return match


def _swallowed(text: str, generator: Generator) -> FrontMatterReading:
    from postlint.parse.front_matter.fences import swallowed_text

    dashes = swallowed_text(text)
    if dashes is None:
        return FrontMatterReading()
    message = (
        f"{generator.title} reads everything above this line as front matter, expected `---` before and after the"
        " front matter"
    )
    return FrontMatterReading(problems=(FrontMatterProblem("syntax-error", message, dashes),))


def _is_intended(source: Source, block: Block, generator: Generator) -> bool:
    """Whether the lines below an opening fence without a closing one are certainly intended as front matter."""
    below = source.text[block.span.end + 1 : block.span.end + 200].partition("\n")[0]
    if not _NO_TEXT.fullmatch(below):
        return False
    return generator.is_known or _USUAL_KEY.search(source[block.content]) is not None


def _ignored(handler: Handler, block: Block, text: str, generator: Generator) -> FrontMatterProblem | None:
    """Why the generator does not recognize a block as front matter, and what to delete so that it does."""
    start = block.span.start
    opening = Span(start, start + len(handler.START_DELIMITER))
    removals = block.extra
    line_end = text.find("\n", start)
    # All generators that read TOML or JSON accept blank lines above it.
    too_low = start and not generator.front_matter.leading_blank_lines
    outcome = _when_not_recognized(generator)
    if handler.language not in generator.front_matter.formats:
        expected = " or ".join(_FORMATS[name] for name in sorted(generator.front_matter.formats))
        message = f"{_FORMATS[handler.language]} front matter, expected {expected}: {outcome}"
        return FrontMatterProblem("ignored", message, opening)
    if block.extra:
        opening = Span(start, block.extra[0].end)
        message = f"fence of {opening.end - start} dashes, expected 3: {outcome}"
    elif generator.front_matter.fences.bare_opening and (spaces := _SPACES.match(text, start, line_end)):
        message = f"whitespace after the opening fence, expected none: {outcome}"
        removals = (Span(*spaces.span("spaces")),)
    elif too_low:
        message = f"blank line above the front matter, expected it on the first line: {outcome}"
    elif generator.front_matter.fences.text_below and (blank := _BLANK_LINES.match(text, *block.content)):
        message = f"blank line below the opening fence, expected none: {outcome}"
        removals = (Span(*blank.span()),)
    elif generator.front_matter.fences.line_after and block.closed and text.find("\n", block.span.end) < 0:
        message = f"missing line break after the closing fence: {outcome}"
        opening = Span(block.content.end, block.span.end)
    else:
        return None
    if too_low:
        removals = (Span(0, start), *removals)
    return FrontMatterProblem("ignored", message, opening, removals)


def _when_not_recognized(generator: Generator) -> str:
    """What a generator does with a block that it does not recognize as front matter."""
    if generator.front_matter.fences.on_unrecognized == "fails":
        return f"{generator.title} will not build the site"
    return "most generators render it as text" if not generator.is_known else f"{generator.title} renders it as text"


def _unclosed(handler: Handler, block: Block, generator: Generator) -> FrontMatterProblem:
    fence = handler.START_DELIMITER
    expected = f"a closing {backticked(fence)} on its own line" if handler.language != "comment" else "`-->`"
    outcome = _when_not_recognized(generator)
    if generator.front_matter.fences.unclosed == "fails":
        outcome = f"{generator.title} will not build the site"
    elif generator.front_matter.fences.unclosed == "swallows":
        outcome = f"{generator.title} reads the whole file as front matter"
    message = f"unclosed front matter, expected {expected}: {outcome}"
    return FrontMatterProblem("unclosed", message, Span(block.span.start, block.span.start + len(fence)))


def _problems(document: Document, handler: Handler, source: Source, generator: Generator) -> list[FrontMatterProblem]:
    """The problems inside a block."""
    problems = []
    if document.error:
        problems.append(FrontMatterProblem("syntax-error", document.error.message, document.error.span))
    for key, first, again in document.duplicates:
        if generator.front_matter.fences.duplicate_keys == "fails" and handler.language in ("yaml", "toml"):
            outcome = f"{generator.title} will not build the site"
        elif not generator.is_known:
            outcome = "only the last one counts, or the build fails"
        else:
            which = "first" if generator.front_matter.fences.duplicate_keys == "first" else "last"
            outcome = f"{generator.title} uses only the {which} one"
        line = source.line_number(first.start)
        message = f"duplicate key {quoted(key)}, first defined on line {line}: {outcome}"
        problems.append(FrontMatterProblem("duplicate-key", message, again))
    return problems


def _body_start(text: str, end: int) -> int:
    """The start of the line after a block that ends at an offset; the offset itself if text follows on its line."""
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end + 1
    return end if text[end:line_end].strip() else line_end
