"""Eleventy."""
