"""The family `emphasis`."""
