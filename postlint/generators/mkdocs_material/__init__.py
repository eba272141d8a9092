"""Material for MkDocs."""
