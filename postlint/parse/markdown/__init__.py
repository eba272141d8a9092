"""Markdown -> `Body`, by markdown-it-py, with exact positions."""
