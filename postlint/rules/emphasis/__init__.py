"""Rules of the family `emphasis`."""
