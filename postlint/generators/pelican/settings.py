"""The settings of Pelican: `pelicanconf.py`.

Read in pelican/readers.py (MarkdownReader) and pelican/settings.py.
"""

from __future__ import annotations

from postlint.core.generator import Generator, SiteFolder
from postlint.generators.shared.python_markdown_settings import read_extensions, with_extensions
from postlint.generators.shared.settings import read_settings, setting
from postlint.generators.shared.source_folders import usual_folders, with_folders


def configure(generator: Generator, folder: SiteFolder) -> Generator:
    """With the Markdown extensions of the site, and with the folder of PATH."""
    settings = read_settings(folder, "pelicanconf.py", "publishconf.py")
    configured = read_extensions(settings, "MARKDOWN", "extension_configs")
    enabled = read_extensions(settings, "MARKDOWN", "extensions")
    path = setting(settings, "PATH", default="content")
    folders = [path] if isinstance(path, str) else usual_folders(folder, "content")
    return with_folders(with_extensions(generator, configured.over(enabled)), folders)
