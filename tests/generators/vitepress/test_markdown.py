"""Markdown of VitePress 1.6.4, with all rules: what it renders as intended is not reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from postlint.cli.main import main

PAGE = """\
---
outline: deep
---

# {{ $frontmatter.title }}

[[toc]]

Go on [below](#a-heading), to [another page](./b.md#x), [a page without suffix](./b) or [the start](/).

## A heading <Badge type="tip" text="1.2" />

::: tip Note
Text right below the fence of a container, with `{{ mustache }}` and {{ 1 + 1 }}.
:::

::: code-group

```js{1,3}:line-numbers [config.js]
a
```

```ts:no-line-numbers {1}
let b: number = 1
```

:::

```vue-html
<a>
```

<<< @/snippets/a.js{1 ts:line-numbers} [a.ts]

> [!WARNING]
> Text.

<!--@include: ./parts/c.md{1,3}-->

<script setup>
const a = 1
</script>

<MyComponent :a="1 > 0" @click="b" />

Paragraph with a class.
{.wide}

![Logo](/logo.svg)
"""
"""Each of these was rendered or built by VitePress 1.6.4."""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".vitepress").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / "public").mkdir()
    (tmp_path / "public/logo.svg").touch()
    (tmp_path / "b.md").write_text("# B\n\n## X\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_nothing_is_reported(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "a.md").write_text(PAGE)
    code = main(["."])
    assert capsys.readouterr().out == "no findings in 2 files\n"
    assert code == 0


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("# A\n\n[x](#whats-new)\n\n## What's new\n", "link/missing-fragment"),
        ("# A\n\n[x](#What-s-new)\n\n## What's new\n", "link/missing-fragment"),
        ("# A\n\n[x](./no.md)\n", "site/broken-link"),
        ("# A\n\n![x](/no.svg)\n", "site/broken-link"),
        ("---\ntitle: a\ntitle: b\n---\n", "front-matter/duplicate-key"),
        ("---\ndesciption: a\n---\n", "front-matter/misspelled-key"),
    ],
)
def test_faults_are_reported(site: Path, capsys: pytest.CaptureFixture[str], text: str, rule: str) -> None:
    (site / "a.md").write_text(text)
    main(["--fail-on", "warning", "."])
    assert rule in capsys.readouterr().out


def test_public_folder_is_in_the_source_folder(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / ".vitepress/config.ts").write_text("export default { srcDir: 'handbook' }\n")
    (site / "handbook/public").mkdir(parents=True)
    (site / "handbook/public/tea.svg").touch()
    (site / "handbook/a.md").write_text("# A\n\n![Tea](/tea.svg)\n\n![Coffee](/coffee.svg)\n")
    main(["."])
    out = capsys.readouterr().out
    assert "/coffee.svg" in out
    assert "/tea.svg" not in out
