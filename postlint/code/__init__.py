"""Check whether a code block is what its tag says.

`blocks` finds the blocks of a post to check, `languages` reads the info string, `python` checks Python and
`data_formats` YAML, JSON and TOML.
"""
