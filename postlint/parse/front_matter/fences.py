"""The fences of front matter: python-frontmatter's handlers, with our own boundaries and readers.

Offsets come from the matches of the boundaries: `BaseHandler.split` raises on an unclosed block and gives no positions.
"""

from __future__ import annotations

import re
from functools import cache

from frontmatter.default_handlers import BaseHandler

from postlint.core.generator import Generator
from postlint.core.generator.front_matter import Fences, FrontMatterFormat
from postlint.core.text import Span
from postlint.data.document import Document, unreadable
from postlint.data.errors import DataStructureError
from postlint.data.json import object_end, read_json
from postlint.data.toml import read_toml
from postlint.data.yaml import read_yaml
from postlint.parse.front_matter.headers import Block, CommentHandler, HeadersHandler, PlainHandler
from postlint.parse.front_matter.template_text import is_template

_LAST_BRACE = re.compile(r"[^\n]*\}(?=[ \t]*(?:\n|\Z))|(?:[^\n]*\n)+?\}(?=[ \t]*(?:\n|\Z))")
_SEARCH_LIMIT = 100_000
"""Code points in which to look for a line of dashes."""
_DASHES = re.compile(r"(?<=\n)-{3,}[^\n]*")
_PROSE = re.compile(r"[-=_*~.–—]*[ \t]*\n(?:[ \t]*(?:#[^\n]*)?\n)*(?![\w-]+[ \t]*:)[^\s#\-\"'{?<%&|>+]")


class FencedHandler(BaseHandler):
    """A block between two lines; FM_BOUNDARY matches the first of them."""

    FM_BOUNDARY: re.Pattern[str]
    closing: re.Pattern[str]
    START_DELIMITER: str
    language: FrontMatterFormat
    first_line: re.Pattern[str]
    """Blank lines and comments, then the start of a line of data."""
    run: re.Pattern[str]
    """Lines that can only be data."""

    def find(self, text: str, start: int) -> Block | None:
        """The block whose opening fence is at an offset."""
        opening = self.FM_BOUNDARY.match(text, start)
        if opening is None:
            return None
        if closing := self.closing.search(text, opening.end()):
            extra = tuple(Span(*fence.span("extra")) for fence in (opening, closing) if fence["extra"])
            end = closing.start() + len(closing[0].rstrip())
            return Block(Span(start, end), Span(opening.end(), closing.start()), True, extra)
        return self.cut(text, Block(Span(start, opening.end()), Span(opening.end(), len(text)), False))

    def cut(self, text: str, block: Block) -> Block:
        """The block up to where its data ends, because what follows is the body."""
        lines = self.run.match(text, *block.content)
        end = lines.end() - lines[0].endswith("\n") if lines else block.content.start
        return Block(Span(block.span.start, end), Span(block.content.start, end), False)

    def runs_into_text(self, text: str, block: Block) -> bool:
        """Whether prose follows the data after a blank line: the closing fence is then a thematic break."""
        lines = self.run.match(text, *block.content)
        if lines is None:
            return False
        rest = lines.end(), block.content.end
        return _PROSE.match(text, *rest) is not None and not self.first_line.match(text, *rest)

    def looks_like_data(self, text: str, block: Block) -> bool:
        """Whether the content starts like data, not like prose between two thematic breaks."""
        return self.first_line.match(text, *block.content) is not None

    def read(self, content: str, offset: int = 0) -> Document:
        """Read the content of a block, which starts at an offset in the file."""
        raise NotImplementedError


class YamlHandler(FencedHandler):
    """YAML after `---`; the generator determines the closing fence."""

    FM_BOUNDARY = re.compile(r"---(?P<extra>)[ \t]*\n")
    closing = re.compile(r"^---(?P<extra>)[ \t]*$", re.MULTILINE)
    language = "yaml"
    START_DELIMITER = "---"
    first_line = re.compile(
        r"""(?:[ \t]*(?:\#[^\n]*)?\n)*
        (?: ["']?[\w.$@/-][\w.$@/ -]{0,60}["']?[ \t]*:(?:[ \t\n]|$)
        | (?:layout|title|date|tags|categories|author):[^\s:/]  # a missing space
        | ["'][^"'\n]{1,60}["'][ \t]*: | [?{<] | \{[{%] | [\w.-]{1,60}=["'\w] )""",  # TOML by mistake
        re.VERBOSE,
    )
    run = re.compile(
        r"""(?: (?: ["']?[\w.$@/-]{1,60}["']?[ \t]*: (?:[ \t][^\n]*)?
                | (?:layout|title|date|tags|categories|author):[^\s:/][^\n]* ) (?:\n|\Z)
            (?: (?:[ \t]+[^\s][^\n]* | -[ \t][^\n]*) (?:\n|\Z) )* )+""",
        re.VERBOSE,
    )

    def read(self, content: str, offset: int = 0) -> Document:
        document = read_yaml(content, offset)
        return unreadable() if document.error and is_template(content) else document


class LongYamlHandler(YamlHandler):
    """YAML between lines of four or more dashes."""

    FM_BOUNDARY = re.compile(r"---(?P<extra>-+)[ \t]*\n")
    closing = re.compile(r"^---(?P<extra>-*)[ \t]*$", re.MULTILINE)
    START_DELIMITER = "----"


class TomlHandler(FencedHandler):
    """TOML between lines of `+++`."""

    FM_BOUNDARY = re.compile(r"\+\+\+(?P<extra>)[ \t]*\n")
    closing = re.compile(r"^\+\+\+(?P<extra>)[ \t]*$", re.MULTILINE)
    language = "toml"
    START_DELIMITER = "+++"
    first_line = re.compile(r"""(?:[ \t]*(?:\#[^\n]*)?\n)*[ \t]*(?:["']?[\w.-]+["']?[ \t]*[=:]|\[|\{[{%])""")
    run = re.compile(r"(?:(?:[\w.\"'-]+[ \t]*[=:]|\[|[ \t]+\S)[^\n]*(?:\n|\Z))+")

    def read(self, content: str, offset: int = 0) -> Document:
        document = read_toml(content, offset)
        if document.error is None or isinstance(document.error, DataStructureError):
            return document
        if is_template(content):
            return unreadable()
        # Duplicate keys are findings of their own.
        return unreadable(None, document.duplicates) if document.duplicates else document


class BareYamlHandler(YamlHandler):
    """YAML without an opening fence, directly above a line of dashes (hexo-front-matter, `rFrontMatterNew`)."""

    FM_BOUNDARY = re.compile(r"(?=[\w-]+:(?:[ \t]|$))", re.MULTILINE)
    _closing_line = re.compile(r"(?<=\n)-{3,}(?=[ \t]*(?:\n|\Z))")

    def find(self, text: str, start: int) -> Block | None:
        lines = self.run.match(text, start) if self.FM_BOUNDARY.match(text, start) else None
        closing = self._closing_line.match(text, lines.end()) if lines else None
        return Block(Span(start, closing.end()), Span(start, closing.start()), True) if closing else None


class JsonHandler(PlainHandler):
    """A JSON object at the start of the file."""

    FM_BOUNDARY = re.compile(r"\{[ \t\n]*[\"}]")
    language = "json"
    START_DELIMITER = "{"

    def find(self, text: str, start: int) -> Block | None:
        """The block at an offset; an invalid one ends with its first line, or the first one that ends in a brace."""
        if not self.FM_BOUNDARY.match(text, start):
            return None
        end = object_end(text, start)
        if end is None:
            broken = _LAST_BRACE.match(text, start)
            if broken is None:
                return None
            end = broken.end()
        return Block(Span(start, end), Span(start, end), True)

    def read(self, content: str, offset: int = 0) -> Document:
        """Read the object, which starts at an offset in the file."""
        return _read_json(content, offset)


class BareJsonHandler(JsonHandler):
    """A JSON object without its braces, above a line of semicolons (Hexo)."""

    FM_BOUNDARY = re.compile(r'"[\w-]+"[ \t]*:')
    START_DELIMITER = '"'
    _closing_line = re.compile(r"^;{3,}[ \t]*$", re.MULTILINE)

    def find(self, text: str, start: int) -> Block | None:
        closing = self._closing_line.search(text, start) if self.FM_BOUNDARY.match(text, start) else None
        if closing is None:
            return None
        return Block(Span(start, closing.start() + 3), Span(start, closing.start()), True)

    def read(self, content: str, offset: int = 0) -> Document:
        return _read_json(f"{{{content}}}", offset - 1)


def _read_json(text: str, offset: int) -> Document:
    document = read_json(text, offset)
    is_syntax_error = document.error is not None and not isinstance(document.error, DataStructureError)
    return unreadable() if is_syntax_error and is_template(text) else document


Handler = FencedHandler | JsonHandler | HeadersHandler | CommentHandler
_BARE: tuple[Handler, ...] = (BareYamlHandler(), BareJsonHandler())
_HEADERS, _COMMENT = HeadersHandler(), CommentHandler()


@cache
def _fenced(dots_close: bool, fences: Fences) -> tuple[Handler, ...]:
    """The handlers of fenced blocks, with their closing fences."""
    yaml_handler, toml_handler = YamlHandler(), TomlHandler()
    if dots_close:
        yaml_handler.closing = re.compile(r"^(?:---|\.\.\.)(?P<extra>)[ \t]*$", re.MULTILINE)
    elif fences.close != "line":
        closing = r"^(?:---|\+\+\+)(?P<extra>)" if fences.close == "either" else r"^---(?P<extra>)"
        yaml_handler.closing = re.compile(closing, re.MULTILINE)
        toml_handler.closing = re.compile(closing.replace("^---", r"^\+\+\+"), re.MULTILINE)
    return yaml_handler, LongYamlHandler(), toml_handler, JsonHandler()


def find_block(text: str, start: int, generator: Generator) -> tuple[Handler, Block] | None:
    """The block that begins at an offset, and its handler."""
    handlers = _fenced(generator.front_matter.dots_close, generator.front_matter.fences)
    if "headers" in generator.front_matter.formats:
        handlers = (_HEADERS, *handlers)
    if "comment" in generator.front_matter.formats:
        handlers = (_COMMENT, *handlers)
    if generator.front_matter.fences.opening_optional:
        handlers = (*handlers, *_BARE)
    for handler in handlers:
        if block := handler.find(text, start):
            longer = generator.front_matter.fences.longer and isinstance(handler, LongYamlHandler)
            return handler, block._replace(extra=()) if longer else block
    return None


def swallowed_text(text: str) -> Span | None:
    """The line of dashes above which Hexo reads all text as front matter, if that text is invalid YAML or has keys."""
    dashes = _DASHES.search(text, 0, _SEARCH_LIMIT)
    if dashes is None or not text[: dashes.start()].strip():
        return None
    document = read_yaml(text[: dashes.start()])
    if isinstance(document.error, DataStructureError):  # plain text, which Hexo leaves alone
        return None
    return Span(*dashes.span()) if document.error or document.data else None
