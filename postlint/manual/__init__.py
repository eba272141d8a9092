"""Documentation made from the rules: `postlint explain`, rule pages and generated files. Not part of a lint run."""
