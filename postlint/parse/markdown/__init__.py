"""The body of a post: markdown-it-py, driven so that every part keeps its exact position."""
