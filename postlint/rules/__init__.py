"""The rules: one file, one rule; a file registers by being there."""
