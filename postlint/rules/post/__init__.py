"""The family `post`."""
