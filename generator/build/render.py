"""Planned files → files in the staging folder, each swept as it is written; in this process or in several."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import chain, pairwise
from pathlib import Path
from typing import Final

from generator.build import manifest
from generator.build.forking import can_fork, give_back
from generator.build.makers import making
from generator.build.manifest import Built
from generator.build.packed import PackedFile
from generator.build.plan import Artefact
from generator.disclosure.sweep import Leak, Sweeper
from generator.pages.data.files import PageFile
from generator.pages.data.table import CsvFile, NdjsonFile
from generator.pages.data.workbook import WorkbookFile
from generator.pages.engine import Frames
from generator.pages.render import render
from generator.posters.batch import PrintFile, Rejected
from generator.posters.bulletin import BulletinFile
from generator.posters.download import HandoutFile, PosterFile
from generator.posters.typeset import has_set

_WORTH_A_POOL: Final = 400
"""Below so many pages starting processes costs more than it saves."""
_WORTH_SENDING: Final = 60_000
"""As many files as are made of so much memory that it must not be there several times."""
_TABLES: Final = (CsvFile, NdjsonFile, WorkbookFile, PageFile)
_CHUNK: Final = 50
_CHUNKS: Final = 400
"""At most so many lots of pages: a process that is given few at a time copies the memory of its neighbours' as well."""
_LARGE: Final = 200_000
"""Bytes of a file that took many times as much memory to make: a table of ten thousand cases, a long bulletin."""
_POSTER: Final = 20
"""How many pages are made while one poster is set and proven."""
_ANNEX: Final = 2
"""The same for each sheet of a bulletin."""
_ROWS: Final = 40
"""How many records of a table take as long as a page."""
_HANDOUT: Final = 60
_SLIDE: Final = 4
"""The same for a hand-out, and for each of its pages."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """Where files are made, and with what."""

    folder: Path
    frames: Frames
    look: Sweeper
    old: Path
    """The site as it was before."""
    clean: frozenset[str] = frozenset()
    """Its files that were found clean of all that is looked for now, and that nobody has touched since."""

    def before(self, path: str) -> bytes:
        """A file as it was when it was last swept; nothing where that is not known."""
        with suppress(OSError):
            return (self.old / path).read_bytes() if path in self.clean else b""
        return b""


@dataclass(frozen=True, slots=True)
class Made:
    """One file as it was written, and what must not be in it."""

    path: str
    built: Built
    leaks: tuple[Leak, ...]
    rejected: Rejected | None = None
    """Why a poster must not be printed; it was not written then."""


def make(artefacts: Sequence[Artefact], shop: Workshop, jobs: int) -> Iterator[Made]:
    """Write each file and look it through, by at most `jobs` processes; the bytes are the same."""
    if jobs < 2 or sum(map(_effort, artefacts)) < _WORTH_A_POOL:
        yield from (make_one(artefact, shop) for artefact in artefacts)
    elif len(artefacts) >= _WORTH_SENDING:
        yield from _sent(artefacts, shop, jobs)
    elif has_set() or not can_fork():
        # Whoever has set type in this process has threads, and a forked process would wait for them in vain.
        yield from (make_one(artefact, shop) for artefact in artefacts)
    else:
        yield from _forked(artefacts, shop, jobs)


def _forked(artefacts: Sequence[Artefact], shop: Workshop, jobs: int) -> Iterator[Made]:
    """By processes that see everything that is there: they begin at once."""
    gc.freeze()  # what is there by now stays; a collection would touch every page of memory and so copy it
    give_back()
    lots = chunked(artefacts)
    with making(lambda number: _made(shop, lots[number]), range(len(lots)), jobs, "fork") as made:
        yield from chain.from_iterable(made)


def _sent(artefacts: Sequence[Artefact], shop: Workshop, jobs: int) -> Iterator[Made]:
    """By processes that begin with nothing and are sent what they make, others after a while: they forget badly.

    One that sees everything copies most of it: Python counts within each value who holds it. The tables, which are made
    of everything, are made here meanwhile.
    """
    give_back()
    tables = (artefact for artefact in artefacts if isinstance(artefact.page, _TABLES))
    lots = chunked([artefact for artefact in artefacts if not isinstance(artefact.page, _TABLES)])
    step = max(jobs, -(-len(lots) * _WORTH_SENDING // len(artefacts)))
    for start in range(0, len(lots), step):
        with making(partial(_made, shop), lots[start : start + step], jobs, "spawn") as made:
            for artefact in tables:
                yield make_one(artefact, shop)
                give_back()
            yield from chain.from_iterable(made)


def _effort(artefact: Artefact) -> int:
    match artefact.page:
        case PosterFile():
            return _POSTER
        case HandoutFile(pages=pages):
            return _HANDOUT + pages * _SLIDE
        case BulletinFile(bulletin=bulletin):
            return 1 + len(bulletin.annexes) * _ANNEX
        case CsvFile(table=table) | NdjsonFile(table=table) | WorkbookFile(table=table):
            return 1 + len(table.records) // _ROWS
        case PageFile(records=records):
            return 1 + len(records) // _ROWS
        case _:
            return 1


def chunked(artefacts: Sequence[Artefact]) -> list[Sequence[Artefact]]:
    """Posters first, a few at a time: the last thing to wait for is then a handful of pages.

    What is made of one case comes together, for then one process alone has to copy the memory that holds it.
    """
    parted = sorted(artefacts, key=lambda artefact: (-_effort(artefact), _name(artefact.page.path)))
    posters = sum(_effort(artefact) > 1 for artefact in artefacts)
    few, many = max(1, _CHUNK // _POSTER), max(_CHUNK, len(parted) // _CHUNKS)
    starts = (*range(0, posters, few), *range(posters, len(parted), many))
    return [parted[start:end] for start, end in pairwise((*starts, len(parted)))]


def _name(path: str) -> str:
    """`yk-2026-0001` of both the page of a case and its data."""
    return path.removesuffix("/index.html").removesuffix(".json").rpartition("/")[2]


def make_one(artefact: Artefact, shop: Workshop) -> Made:
    """Write one file and look it through."""
    page = artefact.page
    if isinstance(page, PackedFile):
        return write(artefact, page.pack(shop.folder), shop)
    if not isinstance(page, PosterFile | HandoutFile):
        return write(artefact, render(page, shop.frames), shop)
    printed = page.produce()
    if isinstance(printed, PrintFile):
        return write(artefact, printed.data, shop)
    return Made(artefact.page.path, manifest.of_bytes(b"", artefact.inputs), (), printed)


def write(artefact: Artefact, data: bytes, shop: Workshop) -> Made:
    """Write the bytes of one file, and look them through."""
    path = artefact.page.path
    target = shop.folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    return Made(path, manifest.of_bytes(data, artefact.inputs), tuple(shop.look.sweep(path, data, shop.before(path))))


def _made(shop: Workshop, lot: Iterable[Artefact]) -> list[Made]:
    made = [make_one(artefact, shop) for artefact in lot]
    if any(one.built.size > _LARGE for one in made):
        give_back()
    return made
