"""The project's own editorial pages, built once."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.pages.engine import EngineFailure, Frames, build_frames

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def frames(tmp_path_factory: pytest.TempPathFactory) -> Frames:
    built = build_frames(ROOT, tmp_path_factory.mktemp("cache"))
    assert not isinstance(built, EngineFailure), built.output
    return built
