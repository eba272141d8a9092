"""The family `table`."""
