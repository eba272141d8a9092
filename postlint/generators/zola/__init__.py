"""Zola."""
