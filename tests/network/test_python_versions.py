"""Newer Python versions give the same verdicts on code blocks. npm's `pyodide` provides these versions."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from postlint.code.python import check
from postlint.core.text import Source
from postlint.generators.none.generator import GENERATOR
from postlint.manual.examples import read_examples
from postlint.parse import read_post
from tests.support.commands import Run

ROOT = Path(__file__).parents[2]

pytestmark = [
    pytest.mark.network,
    pytest.mark.skipif(shutil.which("npm") is None, reason="npm provides the other Python versions"),
]

SCRIPT = """
import { readFileSync } from "node:fs";
import { loadPyodide } from "pyodide";
const python = await loadPyodide();
python.FS.mkdirTree("/project");
python.FS.mount(python.FS.filesystems.NODEFS, { root: process.argv[2] }, "/project");
python.globals.set("texts", readFileSync(process.argv[3], "utf8"));
console.log("RESULT" + python.runPython(`
import dataclasses, json, sys
sys.dont_write_bytecode = True
sys.path.insert(0, "/project")
from postlint.code.python import check
verdicts = [dataclasses.astuple(check(text)) for text in json.loads(texts)]
json.dumps([list(sys.version_info[:2]), verdicts])
`));
"""


def blocks() -> list[str]:
    """The code of every block in the cases of the code rules, and syntax that only some versions support."""
    texts = [
        "type X[T] = list[T]\n",
        "def f[T: (int, str) = int](x): pass\n",
        "class A[T]: pass\n",
        "try:\n    x\nexcept A, b.C:\n    y\n",
        "try:\n    x\nexcept A, e:\n    y\n",
        "try:\n    x\nexcept (A, B), e:\n    y\n",
        'x = t"{a}" rt"{b}"\n',
        'x = f"{a["b"]} {c:{d["e"]}} {\'\\n\'.join(f)}"\n',
        'x = f"{a b}"\n',
        'x = f"{a"\n',
        'x = f"a}"\n',
        'x = f"""\n{a b}\n"""\n',
        "from __future__ import braces\n",
        "def f(a=1, b): pass\n",
        "f(a=)\n",
        "print 'a'\n",
        "x = 0777\n",
        "x = 1\0\n",
        "if x:\ny\n",
        "f(x for x in y, 1)\n",
        "x = {**a for a in b}\n",
        "lambda *: 1\n",
        "match x:\n    case 1 | y: pass\n    case {**_}: pass\n",
        "import a.b as c.d\n",
        "with open(a) as 1: pass\n",
        "'a' = 1\n",
        "Class A:\n    x = 1\n",
        "for x in range(3)\n    y\n",
    ]
    for path in sorted((ROOT / "tests" / "cases" / "code").glob("*.md")):
        for example in read_examples(path.read_text(encoding="utf-8")):
            texts += [block.code for block in read_post(Source("a.md", example.text), GENERATOR).code_blocks]
    return texts


@pytest.mark.parametrize("version", ["0.27.7", "0.28.3", "314.0.7"])
def test_verdicts_are_the_same(version: str, tmp_path: Path, run: Run) -> None:
    texts = blocks()
    (tmp_path / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    (tmp_path / "check.mjs").write_text(SCRIPT, encoding="utf-8")
    (tmp_path / "texts.json").write_text(json.dumps(texts), encoding="utf-8")
    run("npm", "install", "--no-audit", "--no-fund", f"pyodide@{version}", cwd=tmp_path)
    output = run("node", "check.mjs", str(ROOT), "texts.json", cwd=tmp_path)
    version_info, verdicts = json.loads(
        next(line for line in output.stdout.splitlines() if line.startswith("RESULT"))[6:]
    )
    assert version_info[0] == 3
    for text, (kind, why, line, _, message, statement_line, language, certain) in zip(texts, verdicts, strict=True):
        here = check(text)
        # Messages and columns come from the parser, which explains more in newer versions.
        assert (kind, why, line, statement_line) == (here.kind, here.why, here.line, here.statement_line), (
            text,
            message,
        )
        assert (language, certain) == (here.language, here.certain), text
