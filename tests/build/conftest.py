"""A town and the shipped city, each built once: tests get a copy, with the site or without it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.build import town
from tests.cli.anxin import anxin


def built(root: Path) -> Path:
    """Build a city, all of it."""
    done = anxin("build", "--root", root)
    assert done.returncode == 0, done.stdout + done.stderr
    return root


@pytest.fixture(scope="session")
def town_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The town with its site; only to be read."""
    return built(town.settle(tmp_path_factory.mktemp("town") / "city"))


@pytest.fixture(scope="session")
def city_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped city with its site; only to be read."""
    return built(town.copied(town.SHIPPED, tmp_path_factory.mktemp("shipped") / "city"))


@pytest.fixture
def root(town_built: Path, tmp_path: Path) -> Path:
    """A town of one's own that was never built."""
    return town.copied(town_built, tmp_path / "city")


@pytest.fixture
def standing(town_built: Path, tmp_path: Path) -> Path:
    """A town of one's own with its site; whatever is asked of a second build may be asked of it."""
    return town.copied(town_built, tmp_path / "city", "site")


@pytest.fixture
def city(city_built: Path, tmp_path: Path) -> Path:
    """The shipped city with its site: the next build makes only what differs."""
    return town.copied(city_built, tmp_path / "city", "site")
