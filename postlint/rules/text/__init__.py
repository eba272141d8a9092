"""The family `text`."""
