"""Releases of the open data, and how a mirror gets from an earlier one to today's without fetching all of it.

A release is known by numbers and digests alone, so the list keeps no name of a case that has ended since.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

KEPT: Final = 12
"""Earlier releases from which a delta leads to today."""

_ID: Final = re.compile(r"r[0-9a-f]{16}")
_NUMBER: Final = re.compile(r"[a-z]{2,6}-[0-9]{4}-([0-9]{4}|[1-9][0-9]{4,5})")
_SHA256: Final = re.compile(r"[0-9a-f]{64}")

Differences = Mapping[str, str | None]
"""Number → digest of the record in the earlier release; None where it was not there."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """A release before the newest, by what is different in it."""

    id: str
    as_of: date
    differs: Differences


@dataclass(frozen=True, slots=True)
class History:
    """The newest release whole, and those before it, newest first."""

    id: str
    as_of: date
    records: Mapping[str, str]
    earlier: tuple[Earlier, ...] = ()


@dataclass(frozen=True, slots=True)
class Delta:
    """What to do with a copy of the release `origin`: put in what is new or changed, take out what has gone."""

    origin: str
    target: str
    upsert: tuple[str, ...]
    remove: tuple[str, ...]


def identify(records: Mapping[str, str]) -> str:
    """The name of a release: the same records have the same one, whenever and wherever they are built.

    The letter in front keeps a run of digits from looking like a bank card.
    """
    told = "".join(f"{number} {digest}\n" for number, digest in sorted(records.items()))
    return f"r{hashlib.sha256(told.encode()).hexdigest()[:16]}"


def advance(before: History | None, records: Mapping[str, str], as_of: date) -> History:
    """The history after a build; where nothing is different, it stays as it was."""
    name = identify(records)
    if before is None:
        return History(name, as_of, records)
    if before.id == name:
        return before
    changed = dict(_changed(before.records, records))
    known = (Earlier(before.id, before.as_of, changed), *(_rebased(one, changed, records) for one in before.earlier))
    return History(name, as_of, records, tuple(one for one in known if one.id != name)[:KEPT])


def _changed(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[tuple[str, str | None]]:
    return (
        (number, old.get(number)) for number in sorted(old.keys() | new.keys()) if old.get(number) != new.get(number)
    )


def _rebased(one: Earlier, changed: Differences, new: Mapping[str, str]) -> Earlier:
    """The same release, told by its differences from the new records instead of those before them."""
    told = {**changed, **one.differs}
    return Earlier(
        one.id, one.as_of, {number: told[number] for number in sorted(told) if told[number] != new.get(number)}
    )


def deltas(history: History) -> Iterator[Delta]:
    """One delta from every earlier release that is still known."""
    for one in history.earlier:
        present = {number: number in history.records for number in one.differs}
        yield Delta(
            origin=one.id,
            target=history.id,
            upsert=tuple(number for number, here in present.items() if here),
            remove=tuple(number for number, here in present.items() if not here),
        )


def read(data: bytes) -> History | None:
    """The history that an earlier site published; None where the file is not what we write."""
    try:
        document = json.loads(data)
        newest, *others = document["releases"]
        history = History(
            id=newest["id"],
            as_of=date.fromisoformat(newest["as_of"]),
            records=dict(_digests(newest["records"])),
            earlier=tuple(_earlier(one) for one in others),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    return history if history.id == identify(history.records) else None


def _earlier(said: Mapping[str, object]) -> Earlier:
    differs = said["differs"]
    if not isinstance(differs, dict) or not _ID.fullmatch(str(said["id"])):
        raise ValueError("no release of ours")
    gone = {number: None for number, digest in differs.items() if digest is None}
    told = dict(_digests({number: digest for number, digest in differs.items() if digest is not None}))
    if not all(map(_NUMBER.fullmatch, gone)):
        raise ValueError("no number of ours")
    return Earlier(str(said["id"]), date.fromisoformat(str(said["as_of"])), dict(sorted({**gone, **told}.items())))


def _digests(said: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    """Numbers and digests, and nothing that could carry a word into the new site."""
    for number, digest in said.items():
        if not _NUMBER.fullmatch(number) or not _SHA256.fullmatch(digest):
            raise ValueError("no record of ours")
        yield number, digest
