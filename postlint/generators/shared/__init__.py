"""What several generators have in common: date grammars, slugs, booleans, Markdown parsers."""
