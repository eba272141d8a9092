"""Rules of the family `code`."""
