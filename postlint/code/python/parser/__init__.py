"""Whether text parses as Python, independent of the Python that runs postlint."""
