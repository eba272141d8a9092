"""The markers that end an excerpt under any generator. The one of each generator is in its own package."""

from __future__ import annotations

import re

from postlint.core.generator.excerpts import ExcerptSeparator

SEPARATOR = re.compile(
    r"<!--[ \t]*(?:more|truncate|excerpt|(?:TEASER_END|END_TEASER)(?::[^\n>]*)?|PELICAN_END_SUMMARY)[ \t]*-->"
    r"|\{/\*[ \t]*truncate[ \t]*\*/\}",
    re.IGNORECASE,
)
"""Any generator's marker, in any spelling. (`<!-- end -->` is too common to be one.)"""


def exact_separator(text: str) -> ExcerptSeparator:
    """A separator that must be written exactly so."""
    return ExcerptSeparator(text, re.escape(text))
