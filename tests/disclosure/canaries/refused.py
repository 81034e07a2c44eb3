"""A private fact in a place: what the check says of it, in every format, and whether anything of it is repeated."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from generator.cli.diagnostics import FORMATS, report
from generator.cli.ledger import open_ledger
from generator.problems import Severity
from tests.disclosure.canaries.birds import forms
from tests.disclosure.canaries.places import FILES, Place, put

DAY: Final = date(2026, 11, 1)


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether the place is refused, with which codes; and the formats that repeat the fact, by its writing."""

    refused: bool
    codes: frozenset[str]
    repeated: tuple[tuple[str, str], ...]


def ask(root: Path, place: Place, secret: str, *, key: str | None = None) -> Answer:
    """Write the record with the fact in that place, as a value or as a key, and check the city."""
    files = put(place, "1" if key else secret, key=secret if key else None)
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    file = FILES[place.model]
    line = next(number for number, text in enumerate(files[file].split("\n"), 1) if secret in text)
    _, problems = open_ledger(root, DAY)
    here = [problem for problem in problems if (problem.span.file, problem.span.line) == (file, line)]
    said = {style: report(problems, root, style).encode() for style in FORMATS}
    (root / file).unlink()
    found = ((style, form) for style, text in said.items() for form, needle in forms(secret).items() if needle in text)
    errors = frozenset(problem.code for problem in here if problem.severity is Severity.ERROR)
    return Answer(bool(errors), errors, tuple(found))
