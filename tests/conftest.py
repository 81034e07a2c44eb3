"""Fixtures: a casebook to write records into, and the problems of the record in a test's own docstring."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from generator.problems import Problem
from tests.casebook import Casebook

# How long a draw takes says more of the machine than of the code; speed is the business of `make bench`.
settings.register_profile("shared machines", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("shared machines")


@pytest.fixture
def casebook(tmp_path: Path) -> Casebook:
    return Casebook(tmp_path)


@pytest.fixture
def problems(request: pytest.FixtureRequest, casebook: Casebook) -> list[Problem]:
    """What is said of the record in the test's docstring."""
    return casebook.write(request.function.__doc__).problems()
