"""The list of what a site holds: every file with its size, its SHA-256 and the digest of what it was made from."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec

FILE: Final = "manifest.json"
_VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class Built:
    """One file as it was built."""

    sha256: str
    size: int
    inputs: str
    """Digest of everything that its bytes depend on."""


@dataclass(frozen=True, slots=True)
class _Manifest:
    files: dict[str, Built]
    schema_version: int


_READ: Final = msgspec.json.Decoder(_Manifest)


def of_bytes(data: bytes, inputs: str) -> Built:
    """Describe one file."""
    return Built(hashlib.sha256(data).hexdigest(), len(data), inputs)


def write(files: Mapping[str, Built]) -> bytes:
    """Canonical JSON: same files, same bytes."""
    entries = {
        path: {"inputs": files[path].inputs, "sha256": files[path].sha256, "size": files[path].size}
        for path in sorted(files)
    }
    document = msgspec.json.encode({"files": entries, "schema_version": _VERSION})
    return msgspec.json.format(document, indent=1) + b"\n"


def read(site: Path) -> dict[str, Built]:
    """The manifest of a built site; empty where there is none or it cannot be trusted."""
    try:
        document = _READ.decode((site / FILE).read_bytes())
    except (OSError, ValueError):
        return {}
    return document.files if document.schema_version == _VERSION else {}
