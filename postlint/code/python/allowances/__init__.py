"""What is accepted in a Python block although it does not parse: sessions, elisions, magics, placeholders."""
