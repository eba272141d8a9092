"""Check whether a code block is Python. Sessions, magics, excerpts and omitted code are accepted, errors are not.

`check(text, tag)` is the only entry point. It needs nothing but the standard library:

>>> from postlint.code.python import check
>>> check("for x in range(3)\\n    print(x)").message
'missing colon after `for`'
>>> check("model.fit(x, ...)").kind
'valid'

`pipeline` lists the steps in order. `parser` parses, `allowances` and `repairs` rewrite what posts may show,
`not_python` recognizes other languages, and `describe_error` words what is left.
"""

from postlint.code.python.pipeline import check
from postlint.code.python.verdict import Verdict

__all__ = ["Verdict", "check"]
