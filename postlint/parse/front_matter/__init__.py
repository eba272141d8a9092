"""The block of data at the top of a post: fences, formats and exact positions."""
