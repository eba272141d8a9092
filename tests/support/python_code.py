"""Pieces of Python code, valid and invalid, and strategies that combine them."""

from __future__ import annotations

from hypothesis import strategies as st

BROKEN = ("x = (\n", "print('a\n", "if x\n    y\n", "x = a b\n", "f(a=1, 2)\n", "def f():\nx = 1\n", "x = [1, 2)\n")
VALID = (
    "a = 1\n",
    "def g():\n    return 1\n",
    "# words\n",
    "\n",
    "b = [\n    1,\n]\n",
    's = """\ntext\n"""\n',
    "c = f'{a}'\n",
)
PIECES = (
    *BROKEN,
    *VALID,
    *("    y = 1\n", "...\n", "f(a, ...)\n", "@d\n", "try:\n", "except X:\n", "else:\n", "class A:\n", "def f(x)\n"),
    *("# ...\n", ">>> x\n", "... y\n", "In [1]: x\n", "%time x\n", "x = <name>\n", "# output\n", "words and words\n"),
    *('"""\n', "'", "(", "}", "\t", "\\\n", "\0", "…", "é", 'f"{', "}\n", "{{ x }}\n", "{% y %}\n", "print 'a'\n"),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
