"""postlint: a linter for blog posts and Markdown sites."""

__version__ = "0.1.0"
