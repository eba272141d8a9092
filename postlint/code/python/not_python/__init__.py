"""Blocks tagged `python` that hold something else."""
