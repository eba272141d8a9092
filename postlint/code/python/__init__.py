"""Is this code block Python? Sessions, magics, excerpts and elisions are; a typing error is not.

`check(text, tag)` is the one way in, on the standard library alone:

>>> from postlint.code.python import check
>>> check("for x in range(3)\\n    print(x)").message
'missing colon after `for`'
>>> check("model.fit(x, ...)").kind
'valid'

It goes through `pipeline.py` from top to bottom: what parses is fine; what is seen at once to be something else is
named; sessions are judged statement by statement; then ever more allowances are made for how posts show code
(`magics`, `output`, `elisions`, `placeholders`), each followed by repairs that the parser's complaint chooses
(`repair`). None of these adds or removes a line, so every place stays true. What is left is the author's error.
"""

from postlint.code.python.pipeline import check
from postlint.code.python.verdict import Verdict

__all__ = ["Verdict", "check"]
