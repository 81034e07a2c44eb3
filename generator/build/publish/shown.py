"""What a built site says that it shows: read from its own open data, so that it can be asked wherever it lies."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from generator import routes


@dataclass(frozen=True, slots=True)
class Shown:
    """A site as a whole."""

    as_of: date
    next_change: date | None
    """The day from which it is no longer right, though no record changes."""
    demonstration: bool
    """True where the date is pinned or a sample is shown."""
    base_url: str | None
    records: Mapping[str, str]
    """Number of a public case → SHA-256 of its record."""


def read(site: Path) -> Shown | None:
    """What a site says; None where it does not speak as ours do."""
    try:
        said = json.loads((site / routes.INDEX).read_bytes())
        following, address = said["next_change"], said["base_url"]
        return Shown(
            as_of=date.fromisoformat(said["as_of"]),
            next_change=date.fromisoformat(following) if following else None,
            demonstration=bool(said["demonstration"]),
            base_url=str(address) if address else None,
            records={str(one["number"]): str(one["sha256"]) for one in said["cases"]},
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def record(site: Path, number: str) -> dict[str, Any]:
    """The record of one case as a site gives it out; empty where it gives none."""
    try:
        said = json.loads((site / routes.record(number)).read_bytes())
    except (OSError, ValueError):
        return {}
    return said if isinstance(said, dict) else {}
