"""Data formats: text to plain data in which every key and value has its exact position. Nothing is ever run."""
