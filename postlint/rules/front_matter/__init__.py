"""The family `front-matter`."""
