"""The environment of the peers: a folder of its own, so that the product's stays clean."""

from __future__ import annotations

import json
import site
from collections.abc import Callable
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Final

PLACE: Final = Path(__file__).parents[2] / ".venv-bench"
NODE: Final = "node_modules"


def packages(place: Path) -> list[str]:
    """Where its Python packages lie."""
    return [str(found) for found in sorted(place.glob("lib/python*/site-packages"))]


def lend(place: Path) -> None:
    """Let this process see its packages, behind our own."""
    for found in packages(place):
        site.addsitedir(found)


def program(place: Path, name: str) -> str | None:
    """One of its programs."""
    found = place / "bin" / name
    return str(found) if found.is_file() else None


def python_version(package: str) -> Callable[[Path], str | None]:
    """The version of a Python package of it."""

    def version(place: Path) -> str | None:
        found: list[Distribution] = [
            one for one in distributions(path=packages(place)) if one.name.lower() == package.lower()
        ]
        return found[0].version if found else None

    return version


def node_version(package: str) -> Callable[[Path], str | None]:
    """The version of a package of Node's."""

    def version(place: Path) -> str | None:
        file = place / NODE / package / "package.json"
        return str(json.loads(file.read_bytes())["version"]) if file.is_file() else None

    return version
