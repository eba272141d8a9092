"""What several tests share."""

from __future__ import annotations

import pytest
from hypothesis import settings

# A busy machine must not fail a test, and what passes once passes everywhere; to look further:
# `pytest --hypothesis-profile=default`.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write the golden files anew")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether to write golden files anew instead of comparing with them."""
    return bool(request.config.getoption("--update"))
