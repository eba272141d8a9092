"""Rules for what goes wrong in postlint itself, or with reading a file."""
