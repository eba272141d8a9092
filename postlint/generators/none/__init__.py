"""Plain Markdown, for an unknown generator."""
