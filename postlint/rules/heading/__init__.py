"""Rules of the family `heading`."""
