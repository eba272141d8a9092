"""Find strings, comments and brackets in code, valid or not."""

from __future__ import annotations

from postlint.code.python.parser.lexer import blanked, closers, open_brackets, tokens


def test_strings_comments_and_brackets() -> None:
    text = 'x = f"{a["b"]}" # c "d"\ny = (\'e\', """f\n#"""\n'
    assert [(token.kind, text[token.start : token.end]) for token in tokens(text)] == [
        ("string", 'f"{a["b"]}"'),
        ("comment", '# c "d"'),
        ("open", "("),
        ("string", "'e'"),
        ("string", '"""f\n#"""'),
    ]
    assert closers(text) == ")"


def test_unclosed_string_ends_with_its_line() -> None:
    text = "x = 'a b\ny = 1\n"
    (token,) = tokens(text)
    assert (text[token.start : token.end], token.closed) == ("'a b", False)


def test_prefix_and_quote_of_a_string() -> None:
    (token,) = tokens('x = Rb"""a"""')
    assert (token.prefix, token.quote, token.closed) == ("rb", '"""', True)
    (token,) = tokens('print"a"')
    assert (token.prefix, token.start) == ("", 5)


def test_blanked_keeps_length_and_lines() -> None:
    assert blanked('x = "a#b"  # c\ny') == 'x = "   "     \ny'


def test_open_brackets_are_listed_outermost_first() -> None:
    text = "f([1, (2)], {'(': 3"
    assert [text[bracket.start] for bracket in open_brackets(text)] == ["(", "{"]
    assert closers(text) == "})"
