"""The documentation of the rules: examples, manuals, generated files. `python -m postlint.manual` writes the last."""
