"""The settings of Eleventy: `eleventy.config.js` or `.eleventy.js`, and what its function is told by calls.

Read in src/UserConfig.js, src/TemplateConfig.js, src/defaultConfig.js and src/TemplatePassthroughManager.js.
"""

from __future__ import annotations

from typing import Any

from postlint.core.generator import Generator, SiteFolder, TemplateDialect
from postlint.core.generator.detection import SIZE_LIMIT
from postlint.data.document import MISSING, UNKNOWN
from postlint.data.javascript.read import JavaScriptModule, read_javascript_module
from postlint.generators.shared.settings import first_of
from postlint.generators.shared.source_folders import with_folders, with_static_folders

_STEMS = (".eleventy", "eleventy.config", "buildawesome.config")
SETTINGS_FILES = tuple(f"{stem}.{suffix}" for stem in _STEMS for suffix in ("js", "mjs", "cjs"))
NUNJUCKS_TAGS = frozenset(
    {"if", "elif", "elseif", "else", "for", "each", "asyncEach", "all", "asyncAll", "macro", "set", "extends", "block"}
    | {"include", "import", "from", "raw", "verbatim", "filter", "call", "switch", "case", "default", "ifAsync"}
)
"""https://mozilla.github.io/nunjucks/templating.html#tags"""


def configure(generator: Generator, folder: SiteFolder) -> Generator:
    """Eleventy with the folders and the template language of the site."""
    path = first_of(folder, SETTINGS_FILES)
    if path is None or len(folder.read(path)) > SIZE_LIMIT:
        return generator
    module: JavaScriptModule = folder.parsed(path, lambda _, text: read_javascript_module(text))
    source = _value(module, "setInputDirectory", ("dir", "input"), ".")
    if isinstance(source, str):
        generator = with_static_folders(with_folders(generator, [source]), source)
    engine = _value(module, "setMarkdownTemplateEngine", ("markdownTemplateEngine",), "liquid")
    copied = _copied(module)
    if None in copied:
        generator = generator._replace(sources=generator.sources._replace(static_folders=None))
    else:
        generator = with_static_folders(generator, *(name for name in copied if name is not None))
    return generator._replace(templates=_templates(engine, generator.templates))


def _value(module: JavaScriptModule, method: str, path: tuple[str, ...], default: Any) -> Any:
    """The argument of the last call of a method; else the value at a path of the object that is returned."""
    calls = [call for call in module.calls if call.method == method]
    if calls:
        last = calls[-1]
        return last.arguments[0] if last.arguments and not any(call.is_conditional for call in calls) else UNKNOWN
    value = module.configuration.get(path)
    return default if value is MISSING else value


def _templates(engine: Any, templates: TemplateDialect | None) -> TemplateDialect | None:
    """The template language of Markdown files."""
    if engine is False:
        return None
    if engine == "liquid" or templates is None:
        return templates
    return templates._replace(known_tags=templates.known_tags | NUNJUCKS_TAGS)


def _copied(module: JavaScriptModule) -> list[str | None]:
    """The folders whose files are copied to the root of the site; None for what is unknown."""
    folders: list[str | None] = []
    for call in module.calls:
        if call.method != "addPassthroughCopy":
            continue
        argument = call.arguments[0] if call.arguments else UNKNOWN
        if isinstance(argument, dict) and UNKNOWN not in argument.values():
            folders += [source for source, target in argument.items() if str(target).strip("./") == ""]
        elif not isinstance(argument, str):
            folders.append(None)
    return folders
