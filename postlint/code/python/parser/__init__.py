"""Parse code with Python's own parser, with results that do not depend on the Python that runs postlint.

`parser` parses a text and reports the problem, `newer_syntax` rewrites or detects syntax that some supported
versions lack, and `lexer` finds strings, comments and brackets, in invalid code too.
"""
