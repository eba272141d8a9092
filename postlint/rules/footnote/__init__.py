"""Rules of the family `footnote`."""
