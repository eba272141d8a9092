"""Shortcodes such as `{{< name >}}` and `{{% name %}}`."""

from __future__ import annotations

import re

SHORTCODE = re.compile(r"\{\{[<%]\s*(?P<end>/)?\s*(?P<name>[\w./-]+)")
SHORTCODE_NAME = re.compile(r"\{\{[<%]\s*/?\s*([\w./-]+)")
"""The name of a shortcode, or of the one that is closed."""
