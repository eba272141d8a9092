"""Check blocks of YAML, TOML and JSON for syntax errors.

Each checker takes the text of a block and returns its `Problem`, or None if the block is valid, an excerpt or a
template. `omissions` has the allowances that YAML and TOML share.
"""
