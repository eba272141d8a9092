"""The family `heading`."""
