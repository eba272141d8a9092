"""The base of all errors that postlint raises on purpose."""

from __future__ import annotations


class PostlintError(Exception):
    """What the user, not postlint, has to put right.

    The message is one line without a full stop: `where: what is there, what was expected`. Entry points print it
    and end with exit code 2.
    """
