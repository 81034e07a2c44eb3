"""`lookup/data.json`: all that the browser needs to find a unit by any part of its name, code, number or sound.

Columns, because a name has to be read only once and equal neighbours cost next to nothing when compressed.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator import routes
from generator.disclosure.public import Basis
from generator.pages.lookup.columns import ranks, stem, steps
from generator.pages.lookup.folding import fold
from generator.pages.lookup.sound import readings
from generator.pages.lookup.units import FoundCase, Unit
from generator.pages.lookup.variants import variants

_VERSION: Final = 1
_BASES: Final = tuple(Basis)


@dataclass(frozen=True, slots=True)
class LookupFile:
    """The look-up's data. Samples are in it, marked: on a demonstration people try the look-up first of all."""

    path: str
    as_of: date
    units: tuple[Unit, ...]

    def render(self) -> bytes:
        """One line of JSON."""
        text = json.dumps(_document(self), ensure_ascii=False, separators=(",", ":"))
        # Whoever takes the file for a page must not find markup in it.
        return (text.replace("<", "\\u003c") + "\n").encode()


def lookup_file(every: tuple[Unit, ...], as_of: date) -> LookupFile:
    """The look-up of all these units."""
    return LookupFile(routes.LOOKUP_DATA, as_of, every)


def _document(file: LookupFile) -> dict[str, object]:
    cases = [case for unit in file.units for case in unit.cases]
    return {
        "schema_version": _VERSION,
        "as_of": file.as_of.isoformat(),
        "bases": [basis.heading for basis in _BASES],
        "naming": [basis is not Basis.MEDIA for basis in _BASES],
        **_names(file.units),
        **_numbers(cases),
        **_states(cases, file.as_of),
    }


def _names(every: Sequence[Unit]) -> dict[str, object]:
    names = [unit.name for unit in every]
    folded = [fold(name) for name in names]
    return {
        "names": names,
        "keys": [_key(unit) for unit in every],
        "cases": [len(unit.cases) for unit in every],
        "sounds": _sounds(folded),
        "variants": variants(folded),
    }


def _ranked(name: str, values: Sequence[str]) -> dict[str, object]:
    different, places = ranks(values)
    return {f"{name}s": different, f"{name}_of": places}


def _key(unit: Unit) -> str:
    """What the address of the unit's page ends in; a code without its check characters, where they follow."""
    return stem(unit.slug.upper()) if unit.code else unit.slug


def _sounds(names: Sequence[str]) -> dict[str, str]:
    """Sound → the characters read so, for every character of the names."""
    found: dict[str, list[str]] = {}
    for char, sounds in sorted(readings(names).items()):
        for sound in sounds:
            found.setdefault(sound, []).append(char)
    return {sound: "".join(chars) for sound, chars in sorted(found.items())}


def _numbers(cases: Sequence[FoundCase]) -> dict[str, object]:
    """`yk-2026-0012` as `yk-2026-` and 12."""
    split = [case.number.rpartition("-") for case in cases]
    serials = steps([int(serial) for *_, serial in split])
    return {**_ranked("year", [f"{head}-" for head, *_ in split]), "serials": serials}


def _states(cases: Sequence[FoundCase], as_of: date) -> dict[str, object]:
    """Days are counted from `as_of`: a day that a basis still shows its case lies ahead."""
    days = [(until - as_of).days for case in cases for _, until in case.grounds]
    return {
        **_ranked("state", [f"{case.tone} {case.status}" for case in cases]),
        **_ranked("ground", [_places(case) for case in cases]),
        "until": steps(days),
        "samples": steps([place for place, case in enumerate(cases) if case.sample]),
    }


def _places(case: FoundCase) -> str:
    return "".join(str(_BASES.index(basis)) for basis, _ in case.grounds)
