"""Typst: a template and its data in, a finished PDF out. The compiler is kept: a second page costs a tenth."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Final

import typst

from generator.posters import glyphs

_TEMPLATES: Final = Path(__file__).parent / "templates"
_STANDARD: Final = "a-2a"
"""Archival and tagged: fonts inside, text readable by a machine, alternative texts for pictures."""
_REMEMBERED: Final = 10


def pdf(template: str, data: Mapping[str, object], day: date) -> bytes:
    """One print file from `<template>.typ`; it carries `day` and no clock's time, so that same data means same bytes.

    Raises typst.TypstError where the template is wrong.
    """
    stamp = datetime.combine(day, time(), UTC)
    made = _compiler(template).compile(
        format="pdf", sys_inputs={"data": _text(data)}, pdf_standards=[_STANDARD], timestamp=stamp
    )
    return _whole(made)


def png(template: str, data: Mapping[str, object], ppi: float) -> bytes:
    """The same, for data of one page, as a picture."""
    return _whole(_compiler(template).compile(format="png", ppi=ppi, sys_inputs={"data": _text(data)}))


def forget() -> None:
    """Give the memory of long documents back; the next one costs what a first one does.

    Typst keeps whatever one of its last ten compilations has used: half a megabyte for each page of a bulletin.
    """
    for _ in range(_REMEMBERED + 1):
        _compiler("empty").compile(format="pdf")


def has_set() -> bool:
    """True once this process has set anything."""
    return _compiler.cache_info().currsize > 0


def _whole(made: object) -> bytes:
    if not isinstance(made, bytes):
        raise TypeError("one file was expected from one page")
    return made


def _text(data: Mapping[str, object]) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True)


@cache
def _compiler(template: str) -> typst.Compiler:
    return typst.Compiler(
        str(_TEMPLATES / f"{template}.typ"),
        root=str(_TEMPLATES),
        font_paths=[str(glyphs.file().parent)],
        ignore_system_fonts=True,
    )
