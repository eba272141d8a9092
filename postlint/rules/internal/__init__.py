"""The family `internal`."""
