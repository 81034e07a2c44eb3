"""What a site is made of.

Of many records each case is asked once, and again when it, or one that bears on it, changes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Final

import msgspec

from generator import sealed
from generator.build.beside import aside, no_collection
from generator.cli.answers import Answer, circumstances, recall
from generator.cli.halves import Checked, Ground, hang_together, tell_halves
from generator.cli.ledger import WORTH_FORKING, check_many, ground_of, has_errors, open_ledger
from generator.disclosure.shared import shared
from generator.disclosure.site import Disclosed, disclose_all, gather
from generator.disclosure.told import decode
from generator.model.portal import Portal
from generator.problems import Problem
from generator.records.load import (
    NO_LESSONS,
    Cases,
    Course,
    Sessions,
    Sites,
    case_files,
    read_course,
    read_sessions,
    read_sites,
)

FILE: Final = ".cache/anxin/build/cases"

WORTH_SHARING: Final = 20_000
"""As many cases as take so much memory that looking for what they have in common is worth its time."""

_MOST: Final = 0.9
"""The share of the files whose answers are known from which on one process is enough to see what has changed."""

Kept = tuple[str, str, bytes]
"""Digest of the file, digest of the files that bear on it, and what was told of its case."""

_WRITE: Final = msgspec.msgpack.Encoder()
_READ: Final = msgspec.msgpack.Decoder(dict[str, Kept])


@dataclass(frozen=True, slots=True)
class Opened:
    """The records of one day."""

    as_of: date
    portal: Portal
    disclosed: Disclosed


def open_disclosed(
    root: Path,
    as_of: date | None,
    meanwhile: Callable[[], object] = tuple,
    seen: Mapping[str, str] = MappingProxyType({}),
) -> Opened | list[Problem]:
    """What may be published, or the problems of records that hold an error.

    `meanwhile` is done while another process compares records with what is known of them, where that is likely to do;
    `seen` are digests of files that have just been read.
    """
    files, found = case_files(root)
    ground = ground_of(root, as_of, telling=True, seen=seen) if len(files) >= WORTH_FORKING else None
    if ground is None:
        ledger, problems = open_ledger(root, as_of)
        if ledger is None or has_errors(problems):
            return problems
        return Opened(ledger.as_of, ledger.portal.record, disclose_all(ledger))
    with no_collection():
        own = _Own(read_sites(root), read_course(root), read_sessions(root))
        before = recall(root, circumstances(ground.settings.digest, ground.day))
        work = partial(_looked, ground, files, own, before)
        looked = aside(work) if len(before) > len(files) * _MOST else work
        meanwhile()
        said, told = looked()
        problems = sorted({*found, *said})
        if has_errors(problems):
            return problems
        ledger = ground.ledger(Cases((), (), ()), own.sites, NO_LESSONS, own.outreach)
        new = (decode(told[file]) for file in files)
        every = list(shared(new) if len(files) >= WORTH_SHARING else new)
        return Opened(ground.day, ground.portal.record, gather(every, ledger))


@dataclass(frozen=True, slots=True)
class _Own:
    """The records that are no cases."""

    sites: Sites
    course: Course
    outreach: Sessions


def _looked(
    ground: Ground, files: Sequence[str], own: _Own, before: Mapping[str, Answer]
) -> tuple[set[Problem], Mapping[str, bytes]]:
    """All that is said of the records, and of each case what a site has to know of it where no error is said."""
    said, checked = check_many(files, ground, own.sites, own.course, own.outreach, before)
    return said, {} if has_errors(sorted(said)) else _told(ground, checked)


def _told(ground: Ground, checked: Checked) -> Mapping[str, bytes]:
    """What was told before of every case that nothing has happened to, and what is told now of the others."""
    known = circumstances(ground.settings.digest, ground.day)
    before, answers = _recall(ground.root, known), checked.answers
    kept = {
        file: told
        for file, (digest, group, told) in before.items()
        if file in answers and (digest, group) == (answers[file].digest, answers[file].group)
    }
    have = {**kept, **checked.told}
    hanging = hang_together(answers)
    alone = answers.keys() - {file for some in hanging for file in some}
    missing = [some for some in (*hanging, *((file,) for file in sorted(alone))) if not have.keys() >= set(some)]
    told = {**have, **(tell_halves(ground, missing) if missing else {})}
    after = {
        file: (found.digest, found.group, told[file])
        for file, found in answers.items()
        if found.digest and file.isprintable()
    }
    if after != before:
        sealed.keep(ground.root / FILE, known, _WRITE.encode(after))
    return told


def _recall(root: Path, known: str) -> Mapping[str, Kept]:
    body = sealed.recall(root / FILE, known)
    with suppress(ValueError):
        return _READ.decode(body) if body else {}
    return {}
