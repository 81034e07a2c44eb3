"""A folder against its manifest: what is missing, what is there besides, what is not as it was built."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from generator.build import manifest
from generator.build.manifest import Built

SIGNATURE: Final = f"{manifest.FILE}.sig"
SIGNERS: Final = "manifest-signers.txt"
BESIDE: Final = frozenset({manifest.FILE, SIGNATURE, SIGNERS})
"""What lies in a site without standing in its manifest."""


@dataclass(frozen=True, slots=True)
class Difference:
    """How a folder differs from its manifest, as sorted paths."""

    missing: tuple[str, ...]
    extra: tuple[str, ...]
    changed: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.missing or self.extra or self.changed)


def listed(site: Path) -> Mapping[str, Built] | None:
    """What the manifest of a site says; None where there is none, or one that is not ours."""
    files = manifest.read(site)
    return files if files and all(map(_is_inside, files)) else None


def differences(site: Path, files: Mapping[str, Built]) -> Difference:
    """Every file read and compared. Raises OSError where a folder cannot be looked into."""
    found = frozenset(_walk(site, ""))
    changed = [path for path in files if path in found and not holds(site, path, files[path])]
    return Difference(
        missing=tuple(sorted(files.keys() - found)),
        extra=tuple(sorted(found - files.keys() - BESIDE)),
        changed=tuple(sorted(changed)),
    )


def holds(site: Path, path: str, built: Built) -> bool:
    """True where the file is, byte by byte, the one that was built; a link is none, wherever it leads."""
    place = site / path
    with suppress(OSError):
        return not place.is_symlink() and manifest.of_bytes(place.read_bytes(), built.inputs) == built
    return False


def _is_inside(path: str) -> bool:
    """A plain path below the site: a manifest from elsewhere must not lead us out of it."""
    return (
        bool(path)
        and PurePosixPath(path).as_posix() == path
        and not path.startswith("/")
        and not {"..", ""} & set(path.split("/"))
    )


def _walk(folder: Path, prefix: str) -> Iterator[str]:
    with os.scandir(folder) as found:
        for entry in found:
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(folder / entry.name, f"{prefix}{entry.name}/")
            else:
                yield f"{prefix}{entry.name}"
