"""The family `thematic-break`."""
