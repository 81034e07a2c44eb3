"""Every file of tests is collected by a plain run: a folder whose name pytest leaves out by default would be silent."""

from __future__ import annotations

import pytest

from tests.architecture.source import ROOT


def test_no_folder_of_tests_is_left_out(pytestconfig: pytest.Config) -> None:
    """Folders called build, dist, venv and others are left out by pytest, unless the project says otherwise."""
    left_out = pytestconfig.getini("norecursedirs")
    folders = {parent for path in (ROOT / "tests").rglob("test_*.py") for parent in path.relative_to(ROOT).parents}
    assert pytestconfig.getini("testpaths") == ["tests"]
    assert [str(folder) for folder in folders for pattern in left_out if folder.match(pattern)] == []
