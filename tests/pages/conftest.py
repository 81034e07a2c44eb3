"""The project's own editorial pages, built once; and small projects of a few files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.pages.engine import EngineFailure, Frames, build_frames

ROOT = Path(__file__).parents[2]
Project = Callable[[dict[str, str]], Path]


@pytest.fixture(scope="session")
def frames(tmp_path_factory: pytest.TempPathFactory) -> Frames:
    built = build_frames(ROOT, tmp_path_factory.mktemp("cache"))
    assert not isinstance(built, EngineFailure), built.output
    return built


@pytest.fixture
def project(tmp_path: Path) -> Project:
    def write(files: dict[str, str]) -> Path:
        given = {"mkdocs.yml": "site_name: x\nnav: [index.md]\n", "content/pages/index.md": "# 首页\n"} | files
        for name, text in given.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return tmp_path

    return write
