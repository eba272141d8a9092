"""The marks that end an excerpt in some generator or other."""

from __future__ import annotations

import re

# Each generator's own is in its module (`excerpt_separator`); these are all of them, however spelt.
SEPARATOR = re.compile(
    r"<!--[ \t]*(?:more|truncate|excerpt|(?:TEASER_END|END_TEASER)(?::[^\n>]*)?|PELICAN_END_SUMMARY)[ \t]*-->"
    r"|\{/\*[ \t]*truncate[ \t]*\*/\}",
    re.IGNORECASE,
)
"""Any generator's mark. (`<!-- end -->` is too common to be one.)"""
