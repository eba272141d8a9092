"""Options and fixtures of all tests."""

from __future__ import annotations

import pytest
from hypothesis import settings

# No deadlines, so that a busy machine fails no test, and always the same examples. For new random examples, and twice
# as many: `pytest --hypothesis-profile=default`.
settings.register_profile("steady", deadline=None, derandomize=True, max_examples=50)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update", action="store_true", help="write all generated and golden files, and run only their tests"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Under `--update`, keep only the tests that write files."""
    if config.getoption("--update"):
        items[:] = [item for item in items if "update" in getattr(item, "fixturenames", ())]


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether to write generated and golden files before comparing with them."""
    return bool(request.config.getoption("--update"))
