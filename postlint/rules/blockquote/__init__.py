"""Rules of the family `blockquote`."""
