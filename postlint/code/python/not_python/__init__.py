"""Blocks tagged as Python that are something else.

`quick_checks` recognizes includes, Markdown and comments before anything is repaired, with the help of
`other_languages`. After the repairs, `python2`, `pseudo_code` and `prose` recognize what is left.
"""
