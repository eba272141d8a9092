"""The family `template`."""
