"""Forem, the software behind DEV (dev.to)."""
