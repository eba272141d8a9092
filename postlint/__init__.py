"""postlint: the linter for what people publish, blog posts and Markdown sites."""

__version__ = "0.1.0"
