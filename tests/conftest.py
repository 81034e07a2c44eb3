"""Fixtures: a casebook to write records into, and the problems of the record in a test's own docstring."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from generator.problems import Problem
from tests.casebook import Casebook

# How long a draw takes says more of the machine than of the code; speed is the business of `make bench`.
settings.register_profile("shared machines", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("shared machines")


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors: browsers and commands are waited for half of the time."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What is forked from this process comes before what sets type in it: threads do not outlive a fork.

    Then what takes longest, so that nobody waits for the last file alone.
    """
    first = ("tests/faults/", "tests/cli/test_outcome", "tests/properties/")
    items.sort(key=lambda item: next((place for place, part in enumerate(first) if part in item.nodeid), len(first)))


@pytest.fixture
def casebook(tmp_path: Path) -> Casebook:
    return Casebook(tmp_path)


@pytest.fixture
def problems(request: pytest.FixtureRequest, casebook: Casebook) -> list[Problem]:
    """What is said of the record in the test's docstring."""
    return casebook.write(request.function.__doc__).problems()
