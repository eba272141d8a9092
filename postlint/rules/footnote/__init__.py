"""The family `footnote`."""
