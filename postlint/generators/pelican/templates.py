"""The tags of Pelican's plugin liquid_tags (getpelican/pelican-plugins); other braces are text.

Whether they are run in code is the site's choice.
"""

from __future__ import annotations

import re

from postlint.core.generator import TemplateDialect
from postlint.generators.shared.liquid import BRACES_TAG_NAME

_TAGS = (
    "img", "b64img", "include_code", "notebook", "youtube", "vimeo", "video", "audio", "gram", "giphy",
    "speakerdeck", "soundcloud", "tweet", "literal", "graphviz", "diag",
)  # fmt: skip

TEMPLATES = TemplateDialect(
    delimiters=(("{%", "%}"),),
    tag=re.compile(
        rf"\{{%\s*(?P<closing>)(?P<name>{'|'.join(_TAGS)})\b\s*(?P<arguments>.*?)\s*%\}}",
        re.DOTALL,
    ),
    closing_tag=r"\{{%\s*end{name}\s*%\}}",
    tag_name=BRACES_TAG_NAME,
    known_tags=frozenset(_TAGS),
)
