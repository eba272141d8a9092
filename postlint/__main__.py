"""`python -m postlint`."""

from __future__ import annotations

import sys

from postlint.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
