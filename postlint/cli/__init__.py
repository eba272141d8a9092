"""The command line: arguments in, exit code out. Each command is one module, described by `command.Command`."""

from __future__ import annotations

COMMANDS = ("check", "explain", "init", "rules", "schema")
