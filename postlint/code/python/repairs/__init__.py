"""Repairs of incomplete code, to tell an excerpt from code with an error.

`repair` applies one repair after another, chosen by the parser's problem, to a `candidate`. The repairs are grouped by
what is incomplete: `indentation`, `compound_statements` (`def`, `if`, `try` ...) and `truncated_code`.
"""
