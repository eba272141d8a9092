"""The exit codes, which are part of the public interface."""

from __future__ import annotations

EXIT_OK = 0
"""Success, with no finding at or above the fail level."""

EXIT_FINDINGS = 1
"""Findings at or above the fail level, or fixes that `--diff` would make."""

EXIT_ERROR = 2
"""A usage or configuration error, a missing path, or a rule that crashed: something was not checked."""

EXIT_INTERRUPTED = 130
"""Interrupted from the keyboard: 128 and the number of the signal, as shells do it."""

EXIT_TERMINATED = 143
"""Ended by SIGTERM."""
