"""The family `link`."""
