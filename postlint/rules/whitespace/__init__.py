"""The family `whitespace`."""
