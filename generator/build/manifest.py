"""The list of what a site holds: every file with its size, its SHA-256 and the digest of what it was made from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

FILE: Final = "manifest.json"
_VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class Built:
    """One file as it was built."""

    sha256: str
    size: int
    inputs: str
    """Digest of everything that its bytes depend on."""


def of_bytes(data: bytes, inputs: str) -> Built:
    """Describe one file."""
    return Built(hashlib.sha256(data).hexdigest(), len(data), inputs)


def write(files: Mapping[str, Built]) -> bytes:
    """Canonical JSON: same files, same bytes."""
    entries = {
        path: {"inputs": built.inputs, "sha256": built.sha256, "size": built.size} for path, built in files.items()
    }
    document = {"files": entries, "schema_version": _VERSION}
    return (json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def read(site: Path) -> dict[str, Built]:
    """The manifest of a built site; empty where there is none or it cannot be trusted."""
    try:
        document = json.loads((site / FILE).read_bytes())
        if document["schema_version"] != _VERSION:
            return {}
        return {
            str(path): Built(str(entry["sha256"]), int(entry["size"]), str(entry["inputs"]))
            for path, entry in document["files"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
