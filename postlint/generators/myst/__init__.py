"""MyST: mystmd, and Sphinx with MyST-Parser."""
