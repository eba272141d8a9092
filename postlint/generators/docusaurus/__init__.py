"""Docusaurus."""
