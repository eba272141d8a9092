"""What the settings of a VitePress site change: `srcDir`, `srcExclude`, `slugify`."""

from __future__ import annotations

import pytest

from postlint.core.generator import Generator
from postlint.generators import get_generator
from postlint.generators.detect import site_folder
from postlint.generators.vitepress.heading_ids import HEADING_IDS, HEADING_IDS_OF_COPIES


def configured(text: str, path: str = ".vitepress/config.mts") -> Generator:
    folder = site_folder(frozenset({".vitepress"}), lambda name: text if name == path else "")
    return get_generator("vitepress").configured(folder)


def reads(generator: Generator, *paths: str) -> list[str]:
    return [path for path in paths if generator.sources.reads(path)]


def test_without_settings() -> None:
    """As VitePress 1.6.4 rendered this tree."""
    paths = ("README.md", "guide/README.md", "_x/_y.md", "d e.md")
    others = (".hid/z.md", "node_modules/q/r.md", "b.markdown", "c.MD", "dist/a.md", ".vitepress/a.md")
    assert reads(configured(""), *paths, *others) == list(paths)


@pytest.mark.parametrize("path", [".vitepress/config.ts", ".vitepress/config.js", ".vitepress/config/index.mts"])
def test_source_folder(path: str) -> None:
    generator = configured("export default defineConfig({ srcDir: './src' })", path)
    assert reads(generator, "src/a.md", "README.md") == ["src/a.md"]
    assert generator.sources.static_folders is not None
    assert "src/public/" in generator.sources.static_folders


@pytest.mark.parametrize(
    "text",
    [
        "export default { srcDir: process.env.DIR }",
        "export default withPwa(defineConfig({ pwa: { srcDir: '.vitepress/' } }))",
        "export default { srcDir: '../docs' }",
        "export default { srcDir: '.' }",
    ],
)
def test_source_folder_that_excludes_nothing(text: str) -> None:
    assert reads(configured(text), "a.md", "docs/a.md") == ["a.md", "docs/a.md"]


def test_excluded_files() -> None:
    text = "export default defineConfig({ srcDir: 'src', srcExclude: ['**/parts/**', 'README.md', '*.{old,bak}.md'] })"
    pages = ("src/a.md", "src/b/README.md")
    assert reads(configured(text), *pages, "src/x/parts/a.md", "src/README.md", "src/a.old.md") == list(pages)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("export default { title: 'x' }", HEADING_IDS),
        ("export default { markdown: { anchor: { level: 2 } } } // slugify", HEADING_IDS),
        ("export default { markdown: { anchor: { slugify: (s) => encodeURI(s) } } }", None),
        (
            "const slugify = (s) => s.normalize('NFKD')\nexport default { markdown: { anchor: { slugify } } }",
            HEADING_IDS_OF_COPIES,
        ),
    ],
)
def test_own_heading_ids(text: str, expected: object) -> None:
    assert configured(text).markdown.heading_ids is expected


@pytest.mark.parametrize("text", ["export default { markdown }", "export default { markdown: { anchor: own() } }"])
def test_unknown_heading_ids(text: str) -> None:
    assert configured("import { markdown } from './own'\n" + text).markdown.heading_ids is None


def test_shared_settings() -> None:
    files = {
        ".vitepress/config/index.ts": "export default defineConfig({ ...shared, locales: {} })",
        ".vitepress/config/shared.ts": "export default defineConfig({ srcDir: 'src', srcExclude: ['b.md'] })",
    }
    folder = site_folder(frozenset({".vitepress"}), lambda name: files.get(name, ""))
    generator = get_generator("vitepress").configured(folder)
    assert reads(generator, "src/a.md", "src/b.md", "c.md") == ["src/a.md"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("export default { vite: { publicDir: '../assets' } }", True),
        ("export default { vite: { publicDir: find() } }", False),
        ("export default { vite: own }", True),
    ],
)
def test_public_folder(text: str, expected: bool) -> None:
    assert (configured(text).sources.static_folders is not None) is expected


def test_own_languages() -> None:
    assert configured("export default { markdown: { languageAlias: { tea: 'js' } } }").markdown.languages is None
