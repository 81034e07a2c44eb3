"""Record ↔ rows: what a file says of a case, laid out flat; and a row of cells as a tree with places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from generator.problems import Span
from generator.records import tree
from generator.records.encode import Plain
from generator.records.tree import Node, Path
from generator.records.workbook import words
from generator.records.workbook.columns import CASES, LISTS

Row = dict[Path, str]
"""The texts of one row by their paths below it; what is empty is left out."""

_KEYS: Final = frozenset(table.key for table in LISTS)


def rows(plain: Mapping[str, Plain]) -> dict[str, list[Row]]:
    """A case by sheets: one row under 案件, and as many in the others as its lists have items."""
    head = {key: value for key, value in plain.items() if key not in _KEYS}
    lists = {table.name: plain.get(table.key or "", []) for table in LISTS}
    return {CASES: [dict(_flat(head))]} | {
        name: [dict(_flat(item)) for item in items] for name, items in lists.items() if isinstance(items, list)
    }


def _flat(value: Plain, path: Path = ()) -> Iterator[tuple[Path, str]]:
    match value:
        case str():
            yield path, value
        case dict():
            for key, inner in value.items():
                yield from _flat(inner, (*path, key))
        case list() if any(isinstance(item, dict) for item in value):
            for index, item in enumerate(value):
                yield from _flat(item, (*path, index))
        case list():
            texts = [item for item in value if isinstance(item, str)]
            if texts:
                yield path, words.join(texts)


def nest(values: Sequence[tuple[Path, Node]], span: Span) -> tree.Mapping:
    """The tree that a row stands for; list items keep their order, gaps between their numbers do not count."""
    groups: dict[str, list[tuple[Path, Node]]] = {}
    for path, node in values:
        groups.setdefault(str(path[0]), []).append((path[1:], node))
    return tree.Mapping({key: (inner[0][1].span, _below(inner)) for key, inner in groups.items()}, span)


def _below(values: list[tuple[Path, Node]]) -> Node:
    path, node = values[0]
    if not path:
        return node
    if isinstance(path[0], str):
        return nest(values, node.span)
    items: dict[int, list[tuple[Path, Node]]] = {}
    for (index, *rest), inner in values:
        items.setdefault(int(index), []).append((tuple(rest), inner))
    ordered = [items[index] for index in sorted(items)]
    return tree.Sequence(tuple(nest(item, item[0][1].span) for item in ordered), node.span)
