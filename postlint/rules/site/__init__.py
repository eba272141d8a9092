"""The family `site`."""
