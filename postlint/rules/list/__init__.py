"""The family `list`."""
