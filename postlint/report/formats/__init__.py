"""The output formats: each module here is one, and defines `FORMAT`. Its name, with `-` for `_`, is the format's."""
