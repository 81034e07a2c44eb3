"""Planned files → files in the staging folder, each swept as it is written; in this process or in several."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from generator.build import manifest
from generator.build.forking import can_fork
from generator.build.manifest import Built
from generator.build.plan import Artefact
from generator.disclosure.sweep import Leak, Sweeper
from generator.pages.engine import Frames
from generator.pages.render import render

_WORTH_A_POOL: Final = 400
"""Below so many pages starting processes costs more than it saves."""
_CHUNK: Final = 50


@dataclass(frozen=True, slots=True)
class Workshop:
    """Where files are made, and with what."""

    folder: Path
    frames: Frames
    look: Sweeper


@dataclass(frozen=True, slots=True)
class Made:
    """One file as it was written, and what must not be in it."""

    path: str
    built: Built
    leaks: tuple[Leak, ...]


@dataclass(frozen=True, slots=True)
class _Task:
    """What a worker is born with; a forked process sees it without a copy."""

    artefacts: Sequence[Artefact]
    shop: Workshop


_tasks: Final[list[_Task]] = []


def make(artefacts: Sequence[Artefact], shop: Workshop, jobs: int) -> Iterator[Made]:
    """Write each file and look it through, by at most `jobs` processes; the bytes are the same."""
    if jobs < 2 or len(artefacts) < _WORTH_A_POOL or not can_fork():
        yield from (make_one(artefact, shop) for artefact in artefacts)
        return
    gc.freeze()  # what is there by now stays; a collection would touch every page of memory and so copy it
    starts = range(0, len(artefacts), _CHUNK)
    context, task = get_context("fork"), _Task(artefacts, shop)
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_tasks.append, initargs=(task,)) as pool:
        for done in pool.map(_make_some, starts):
            yield from done


def make_one(artefact: Artefact, shop: Workshop) -> Made:
    """Write one file and look it through."""
    return write(artefact, render(artefact.page, shop.frames), shop)


def write(artefact: Artefact, data: bytes, shop: Workshop) -> Made:
    """Write the bytes of one file, and look them through."""
    path = artefact.page.path
    target = shop.folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    return Made(path, manifest.of_bytes(data, artefact.inputs), tuple(shop.look.sweep(path, data)))


def _make_some(start: int) -> list[Made]:
    task = _tasks[-1]
    return [make_one(artefact, task.shop) for artefact in task.artefacts[start : start + _CHUNK]]
