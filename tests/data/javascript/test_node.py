"""Random JavaScript settings modules: what is known of their exports is what Node.js computes."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from postlint.data.document import UNKNOWN
from postlint.data.javascript.read import read_javascript_module

NAMES = "abcd"
EXPRESSIONS = """
1
'x'
true
[1, 2]
{{k: 1}}
`t${{'u'}}`
{name}
{name}
{name}
[{value}, {value}]
{{k: {value}, {name}}}
[...[{value}]]
{{...{name}, j: {value}}}
{name}.k
change({value})
('a' + {name})
(flag ? {value} : {value})
{{get k() {{ return 5 }}, j: {value}, [`k`]: {value}, m() {{ return 1 }}}}
""".strip().splitlines()
STATEMENTS = """
{name} = {value}
{name}.k = {value}
{name}[0] = 5
delete {name}.k
[{name}] = [7]
({{ k: {name} }} = {{ k: 8 }})
({name} || {other}).k = 12
if (flag) {{ {name}.k = 3 }}
if (flag) change({name})
for (const x of [{name}]) change(x)
change({name})
change({name}.k)
change(...[{name}])
change({{{name}}})
change({{q: {name}}})
`${{change({name})}}`
const later = () => change({name}); later()
const pair = [{name}, {other}]; change(pair)
(function ({name}) {{ {name} = 3 }})({other})
{{ const {name} = 5; change({other}) }}
Object.assign({name}, {{k: 9}})
{name}.includes && {name}.includes(1)
{name}?.push?.(4)
{name}.k?.push?.(2)
""".strip().splitlines()
EXPORTS = [
    "module.exports = {object}",
    "const out = {object}\nmodule.exports = out\n{change}",
    "module.exports = function (c) {{\n{statement}\nc.add({value}, {value})\nreturn {object}\n}}",
    "module.exports = (c) => {{\n{statement}\nif (flag) c.add({value})\nconst out = {object}\n{change}\nreturn out\n}}",
    "module.exports = {object}\nmodule.exports.p = {value}",
]
NODE = """
const encode = (value, depth = 0) => {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return value
  if (typeof value !== 'object' || depth > 8) return {other: typeof value}
  if (Array.isArray(value)) return value.map(item => encode(item, depth + 1))
  return {keys: Object.fromEntries(Object.keys(value).map(key => [key, encode(value[key], depth + 1)]))}
}
const change = value => {
  if (value && typeof value === 'object') {
    if (!Array.isArray(value)) { value.changed = true; value.k = 'changed' }
    else if (value.length < 9) value.push('changed')
    for (const key of Object.keys(value)) if (!value[key]?.changed) change(value[key])
  }
  return value
}
const run = (program, flag) => {
  const module = {exports: {}}
  try {
    new Function('module', 'flag', 'change', program)(module, flag, change)
    const value = module.exports
    return encode(typeof value === 'function' ? value({add() {}}) : value)
  } catch (error) { return null }
}
const programs = JSON.parse(require('fs').readFileSync(process.argv[1]))
console.log(JSON.stringify(programs.map(program => [run(program, true), run(program, false)])))
"""


class Writer:
    """Writes random modules."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def fill(self, template: str, names: str, depth: int = 0) -> str:
        return template.format_map(
            {
                "name": self.random.choice(names or "1"),
                "other": self.random.choice(names or "1"),
                "value": self.value(names, depth + 1) if "{value}" in template else "",
            }
        )

    def value(self, names: str, depth: int = 0) -> str:
        templates = EXPRESSIONS if names and depth < 3 else EXPRESSIONS[:6]
        return self.fill(self.random.choice(templates), names, depth)

    def statement(self) -> str:
        statement = self.fill(self.random.choice(STATEMENTS), NAMES)
        return f"try {{ {statement} }} catch {{}}"

    def module(self) -> str:
        lines = [f"const {name} = {self.value(NAMES[:count])}" for count, name in enumerate(NAMES)]
        lines += [self.statement() for _ in range(self.random.randrange(3))]
        name = self.random.choice(NAMES)
        lines.append(
            self.random.choice(EXPORTS).format(
                object=f"{{p: {self.value(NAMES)}, q: {self.value(NAMES)}, {name}}}",
                change=self.random.choice(["", "change(out)", "out.p = 4"]),
                statement=self.statement(),
                value=self.value(NAMES),
            )
        )
        lines += [self.statement() for _ in range(self.random.randrange(2))]
        return ";\n".join(lines)


def agrees(known: Any, actual: Any, incomplete: Any, path: tuple[str | int, ...] = ()) -> bool:
    """Whether all that is known of a value is so."""
    if known is UNKNOWN:
        return True
    if isinstance(known, dict):
        keys = actual.get("keys") if isinstance(actual, dict) else None
        return (
            keys is not None
            and (path in incomplete or known.keys() >= keys.keys())
            and all(agrees(value, keys.get(key), incomplete, (*path, key)) for key, value in known.items())
        )
    if isinstance(known, list) and isinstance(actual, list):
        if path in incomplete:
            known = known[: known.index(UNKNOWN)] if UNKNOWN in known else known
            actual = actual[: len(known)]
        return len(known) == len(actual) and all(
            agrees(value, item, incomplete, (*path, index))
            for index, (value, item) in enumerate(zip(known, actual, strict=True))
        )
    return type(known) is type(actual) and bool(known == actual)


@pytest.mark.skipif(shutil.which("node") is None, reason="Node.js is not installed")
@pytest.mark.parametrize("seed", [1, 2])
def test_what_is_known_is_what_the_module_exports(seed: int, tmp_path: Path) -> None:
    """The modules are ours, so here they may run."""
    writer = Writer(seed)
    programs = [writer.module() for _ in range(300)]
    (tmp_path / "programs.json").write_text(json.dumps(programs))
    output = subprocess.run(
        ["node", "-e", NODE, str(tmp_path / "programs.json")], check=True, capture_output=True, text=True
    ).stdout
    known_values = 0
    for program, results in zip(programs, json.loads(output), strict=True):
        document = read_javascript_module(program).configuration
        assert document.error is None
        for result in results:
            if result is not None and document.data:
                assert agrees(document.data, result, document.incomplete), program
                known_values += sum(bool(document.get((name,))) for name in "pq")
    assert known_values > 200
