"""Nikola."""
