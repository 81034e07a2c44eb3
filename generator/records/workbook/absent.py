"""Columns that rows need and a sheet lacks: said once at the top of the sheet, not once for every row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from generator.model import catalogue
from generator.model.record import Record
from generator.records.tree import Node, Path, Scalar
from generator.records.workbook.columns import Table


def absent(table: Table, values: Sequence[tuple[Path, Node]], present: frozenset[Path]) -> tuple[Path, ...]:
    """What a row must say and has no column for: of its own kind, and of every group and list item that it holds."""
    said = {str(path[0]): node.text for path, node in values if len(path) == 1 and isinstance(node, Scalar)}
    model = catalogue.member(table.models, said)
    if model is None:
        return _common(table, present)
    below = {path[:end] for path, _ in values for end in range(1, len(path))}
    return _absent(model, frozenset([(), *((key,) for key in table.groups), *below]), present)


@lru_cache(maxsize=64)
def _common(table: Table, present: frozenset[Path]) -> tuple[Path, ...]:
    """What a row must say whatever its kind: here nobody knows it."""
    first, *others = (tuple(_required(model, ())) for model in table.models)
    return tuple(path for path in first if path not in present and all(path in other for other in others))


@lru_cache(maxsize=1024)
def _absent(model: type[Record], held: frozenset[Path], present: frozenset[Path]) -> tuple[Path, ...]:
    found = (path for above in sorted(held, key=str) for path in _required(model, above))
    return tuple(path for path in found if path not in present)


def _required(model: type[Record], above: Path) -> Iterable[Path]:
    """The paths of single values that whatever stands at a path must have."""
    for record in catalogue.models_at(model, above):
        for key, info in catalogue.fields(record).items():
            path = (*above, key)
            is_group = catalogue.models_at(model, path) or catalogue.models_at(model, (*path, 0))
            if info.is_required() and not is_group:
                yield path
