"""The family `blockquote`."""
