"""Pages → bytes, in this process or in several; the bytes are the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import Final

from generator.pages.engine import Frames
from generator.pages.plan import Page
from generator.pages.render import render as render_page

_WORTH_A_POOL: Final = 400
"""Below so many pages starting processes costs more than it saves."""
_CHUNK: Final = 100


def render(pages: Sequence[Page], frames: Frames, jobs: int) -> Iterator[bytes]:
    """The bytes of each page, in the order of `pages`, made by at most `jobs` processes."""
    work = partial(_chunk, frames=frames)
    chunks = [pages[start : start + _CHUNK] for start in range(0, len(pages), _CHUNK)]
    if jobs < 2 or len(pages) < _WORTH_A_POOL:
        for chunk in chunks:
            yield from work(chunk)
        return
    with ProcessPoolExecutor(jobs) as pool:
        for done in pool.map(work, chunks):
            yield from done


def _chunk(pages: Sequence[Page], frames: Frames) -> list[bytes]:
    return [render_page(page, frames) for page in pages]
