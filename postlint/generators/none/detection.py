"""Sites of generators that postlint does not know: only plain Markdown is certain in them."""

from __future__ import annotations

from postlint.core.generator.detection import Detection, Sign
from postlint.generators.myst.detection import is_sphinx
from postlint.generators.shared.signs import package_sign, script_names

_PACKAGE = "vuepress"

DETECTION = Detection(
    signs=(
        Sign(72, frozenset({"conf.py"}), is_sphinx),  # Sphinx without MyST-Parser
        # mdBook's `book.toml`
        Sign(81, script_names("nuxt.config", "svelte.config", "vuepress.config") | {"book.toml"}),
        package_sign(_PACKAGE),
    ),
    packages=(_PACKAGE,),
)
