"""The family `suppression`."""
