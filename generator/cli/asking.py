"""What the staff ask of every case by itself: many records are asked in two processes, and only what has changed again.

What was answered is kept beside what a check and a build keep, under the same circumstances.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

import msgspec

from generator import sealed
from generator.build.beside import beside, no_collection
from generator.cli.answers import circumstances
from generator.cli.halves import Ground, digest, handfuls
from generator.cli.ledger import WORTH_FORKING, ground_of
from generator.ledger import Ledger, LedgerCase
from generator.problems import Problem
from generator.records.load import (
    Cases,
    case_files,
    contents,
    load,
    read_cases,
    read_course,
    read_sessions,
    read_sites,
)

FOLDER: Final = ".cache/anxin/desk"

T = TypeVar("T")
Kept = tuple[str, bytes]
"""Digest of the file, and what was answered of its case."""

_WRITE: Final = msgspec.msgpack.Encoder()
_READ: Final = msgspec.msgpack.Decoder(dict[str, Kept])


@dataclass(frozen=True, slots=True)
class Question(Generic[T]):
    """Something that one case can answer without the others."""

    name: str
    ask: Callable[[LedgerCase, Ledger], T]
    """Of the ledger it may ask the day and the settings; it holds a part of the cases only."""
    answer: msgspec.msgpack.Decoder[T]


@dataclass(frozen=True, slots=True)
class Asked(Generic[T]):
    """What all cases answered, in the order of their files."""

    ledger: Ledger
    """Everything at the day, the cases apart."""
    answers: tuple[T, ...]
    problems: list[Problem]
    """Those of reading alone."""


@dataclass(frozen=True, slots=True)
class _Found:
    answers: Mapping[str, Kept]
    problems: tuple[Problem, ...]


def ask(root: Path, as_of: date | None, question: Question[T]) -> Asked[T] | list[Problem]:
    """Every case's answer; the problems of reading where the portal itself cannot be read."""
    with no_collection():
        ground = ground_of(root, as_of)
        if ground is None:
            return list(load(root).problems)
        files, passed_over = case_files(root)
        found = _many(ground, files, question) if len(files) >= WORTH_FORKING else _some(ground, files, question, {})
        sites, course, outreach = read_sites(root), read_course(root), read_sessions(root)
        parts = (ground.settings, sites, course, outreach, found)
        return Asked(
            ground.ledger(Cases((), (), ()), sites, course, outreach),
            tuple(question.answer.decode(found.answers[file][1]) for file in files if file in found.answers),
            sorted([*passed_over, *(problem for part in parts for problem in part.problems)]),
        )


def _many(ground: Ground, files: Sequence[str], question: Question[Any]) -> _Found:
    known = circumstances(ground.settings.digest, ground.day)
    place = ground.root / FOLDER / question.name
    before = _recall(place, known)
    theirs, ours = beside(
        lambda: _some(ground, files[::2], question, before), lambda: _some(ground, files[1::2], question, before)
    )
    found = _Found({**theirs.answers, **ours.answers}, (*theirs.problems, *ours.problems))
    unsound = {problem.span.file for problem in found.problems}
    after = {file: kept for file, kept in found.answers.items() if file not in unsound and file.isprintable()}
    if after != before:
        sealed.keep(place, known, _WRITE.encode(after))
    return found


def _some(ground: Ground, files: Sequence[str], question: Question[Any], known: Mapping[str, Kept]) -> _Found:
    """A file is known by its bytes; what was said while it was read is not, so such a file is not kept."""
    answers: dict[str, Kept] = {}
    problems: list[Problem] = []
    for some in handfuls(files):
        found = {file: contents(ground.root, file) for file in some}
        digests = {file: digest(data) for file, data in found.items()}
        same = {file for file in some if file in known and known[file][0] == digests[file]}
        answers |= {file: known[file] for file in same}
        cases = read_cases({file: data for file, data in found.items() if file not in same})
        ledger = ground.ledger(cases)
        for case in ledger.cases:
            file = case.loaded.file
            answers[file] = (digests[file], _WRITE.encode(question.ask(case, ledger)))
        problems += cases.problems
    return _Found(answers, tuple(problems))


def _recall(place: Path, known: str) -> Mapping[str, Kept]:
    body = sealed.recall(place, known)
    with suppress(ValueError):
        return _READ.decode(body) if body else {}
    return {}
