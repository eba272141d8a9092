"""The family `code`."""
