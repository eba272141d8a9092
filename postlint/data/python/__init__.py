"""Settings modules in Python (pelicanconf.py, conf.py): parsed with `ast` and never run.

`read` parses a module. `statements` follows its statements in order as far as they are certain: assignments of
literals, `X.append(...)`, `X += [...]`, `X["key"] = ...`. `values` evaluates the expressions in them. `names` holds the
values of the module's names, and makes those unknown that any other code may change: conditions, loops, functions,
imports. `positions` converts the parser's positions to offsets.
"""
