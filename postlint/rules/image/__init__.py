"""The family `image`."""
