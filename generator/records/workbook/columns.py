"""The sheets and columns of a workbook, read off the field catalogue: nothing here knows a field by name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto
from functools import lru_cache
from types import NoneType
from typing import Final, TypeGuard, get_origin

from pydantic.fields import FieldInfo

from generator.model import catalogue, order
from generator.model.case import Case
from generator.model.record import Record
from generator.records.tree import Path

NUMBER: Final = "编号"
CASES: Final = "案件"
HELP: Final = "说明"
CHOICES: Final = "选项"
"""The hidden sheet behind the drop-down lists."""
SAMPLE: Final = "示例"
"""Stands for a number in rows that are there to be looked at and are never imported."""
_JOIN: Final = "·"
_COLUMNS_FOR_LISTS: Final = 2  # so many are there before anybody needs more
_MOST_ITEMS: Final = 99
_CODE: Final = re.compile(r"[0-9A-Z]{6,}", re.ASCII)
_NUMBERED: Final = re.compile(r"(.*?)([1-9]\d?)?", re.ASCII)

Keys = tuple[str, ...]
"""A path without its list positions: what all columns of a list share."""


class Shape(Enum):
    """What a cell of a column holds."""

    TEXT = auto()
    DAY = auto()
    FLAG = auto()
    WORDS = auto()
    """Several texts, joined by 、."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the catalogue says of a column for some kinds of act; `kinds` is empty for a sheet of one kind."""

    kinds: Keys
    help: str
    example: str
    required: bool
    public: bool
    choices: Keys
    """The words that these kinds allow; the cells of a column allow those of all its kinds."""


@dataclass(frozen=True, slots=True)
class Column:
    """One value of a row, by its path below the row."""

    path: Path
    shape: Shape
    choices: Keys
    said: tuple[Said, ...]
    tag: bool = False
    """True for the column that decides which others a row may fill."""
    everywhere: bool = True
    """True where every kind of row may fill it."""

    @property
    def keys(self) -> Keys:
        """The path without list positions."""
        return keys_of(self.path)

    @property
    def heading(self) -> str:
        """What stands in the first row."""
        return heading_of(self.path)

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of row that may fill it."""
        return frozenset(kind for said in self.said for kind in said.kinds)

    @property
    def public(self) -> bool:
        """True where no kind keeps the value inside."""
        return all(said.public for said in self.said)

    @property
    def required(self) -> bool:
        """True where every row that may fill it must; of a list, only the first item."""
        return all(said.required for said in self.said) and not any(isinstance(n, int) and n > 0 for n in self.path)

    @property
    def code(self) -> bool:
        """True for identifiers, which their example shows: digits and capitals that Excel would take for a number."""
        return any(_CODE.fullmatch(said.example) for said in self.said)


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet: a row is a case, or one item of a list that a case holds under `key`."""

    name: str
    key: str | None
    models: tuple[type[Record], ...]

    def columns(self, counts: Mapping[Keys, int] | None = None) -> tuple[Column, ...]:
        """Its columns, with room for as many items of each list as `counts` says."""
        return _columns_of(self, frozenset((counts or {}).items()))

    def locate(self, heading: str) -> Column | None:
        """The column that a heading means; the number of a list item may be any up to 99."""
        found = [_NUMBERED.fullmatch(part) for part in heading.split(_JOIN)]
        words = [(match[1], match[2]) for match in found if match]
        keys = tuple(word for word, _ in words)
        column = next((column for column in self.columns() if column.keys == keys), None)
        if column is None:
            return None
        path = tuple(step for word, number in words for step in ([word, int(number) - 1] if number else [word]))
        here = replace(column, path=path)
        return here if _shape_of(path) == _shape_of(column.path) else None

    @property
    def names(self) -> tuple[Column, ...]:
        """The columns by which people speak of a row: its day and its kind."""
        return tuple(column for column in self.columns() if self.key and _rank(column) < 2)

    @property
    def groups(self) -> Keys:
        """Keys of mappings that every row must have."""
        if len(self.models) > 1:
            return ()
        found = catalogue.fields(self.models[0]).items()
        return tuple(key for key, info in found if info.is_required() and catalogue.models_at(self.models[0], (key,)))


def heading_of(path: Path) -> str:
    """How a path is written in the first row, e.g. 单位·名称 or 人员2·姓名."""
    words: list[str] = []
    for step in path:
        if isinstance(step, int):
            words[-1] += str(step + 1)
        else:
            words.append(step)
    return _JOIN.join(words)


def keys_of(path: Path) -> Keys:
    """A path without its list positions."""
    return tuple(step for step in path if isinstance(step, str))


def _shape_of(path: Path) -> tuple[bool, ...]:
    return tuple(isinstance(step, int) for step in path)


def _lists(model: type[Record]) -> Iterator[Table]:
    for key in catalogue.fields(model):
        models = catalogue.models_at(model, (key, 0))
        if models:
            yield Table(key, key, models)


LISTS: Final = tuple(_lists(Case))
TABLES: Final = (Table(CASES, None, (Case,)), *LISTS)


@lru_cache(maxsize=32)
def _columns_of(table: Table, counts: frozenset[tuple[Keys, int]]) -> tuple[Column, ...]:
    merged: dict[Path, Column] = {}
    for model in table.models:
        for column in _columns(model, (), dict(counts)):
            known = merged.get(column.path)
            merged[column.path] = _merge(known, column) if known else column
    if table.key is None:
        return tuple(column for column in merged.values() if not isinstance((*column.path, "")[1], int))
    every = {kind for model in table.models for kind in _kinds(model)}
    placed = [replace(column, everywhere=column.kinds == every) for column in merged.values()]
    return tuple(sorted(placed, key=_rank))


def _columns(model: type[Record], path: Path, counts: Mapping[Keys, int]) -> Iterator[Column]:
    kinds = _kinds(model) if not path else ()
    for key in order.keys(model):
        required = catalogue.fields(model)[key].is_required()
        yield from (_with_kinds(column, kinds, required) for column in _of_field(model, (*path, key), counts))


def _kinds(model: type[Record]) -> Keys:
    """The words by which a closed union knows the model; none for any other."""
    tag = catalogue.tag(model)
    return catalogue.choices(catalogue.fields(model)[tag].annotation) if tag else ()


def _with_kinds(column: Column, kinds: Keys, required: bool) -> Column:  # noqa: FBT001 - a value to note, no switch
    said = tuple(replace(said, kinds=kinds or said.kinds, required=said.required and required) for said in column.said)
    return replace(column, said=said)


def _of_field(model: type[Record], path: Path, counts: Mapping[Keys, int]) -> Iterator[Column]:
    key = str(path[-1])
    types = [member for member in catalogue.members(model, key) if member is not NoneType]
    lists = [member for member in types if get_origin(member) is tuple]
    items = [item for member in lists for item in catalogue.items(member)]
    for member in types:
        if _is_record(member):
            yield from _columns(member, path, counts)
    for index in range(counts.get(keys_of(path), _COLUMNS_FOR_LISTS)):
        for item in items:
            if _is_record(item):
                yield from _columns(item, (*path, index), counts)
    leaves = [member for member in types if member not in lists and not _is_record(member)]
    words = [item for item in items if not _is_record(item)]
    if leaves or words:
        yield _leaf(catalogue.fields(model)[key], path, leaves, words)


def _is_record(annotation: object) -> TypeGuard[type[Record]]:
    return isinstance(annotation, type) and issubclass(annotation, Record)


def _leaf(info: FieldInfo, path: Path, leaves: list[object], words: list[object]) -> Column:
    entry = catalogue.entry(info)
    closed = [catalogue.choices(member) for member in (words or leaves)]
    choices = tuple(word for found in closed for word in found) if all(closed) else ()
    said = Said(
        kinds=(),
        help=entry.help if entry else "由它决定这一行还可以填哪些列",
        example=entry.example if entry else "",
        required=info.is_required(),
        public=entry.public if entry else True,
        choices=choices,
    )
    return Column(path, _shape(leaves, words), choices, (said,), tag=entry is None)


def _shape(leaves: list[object], words: list[object]) -> Shape:
    if words:
        return Shape.WORDS
    if leaves == [date]:
        return Shape.DAY
    return Shape.FLAG if leaves == [bool] else Shape.TEXT


def _merge(one: Column, other: Column) -> Column:
    """The same path in two kinds of act; a cell that is a date for one and a text for another is a text."""
    shape = one.shape if one.shape is other.shape else Shape.TEXT
    closed = bool(one.choices) and bool(other.choices)
    choices = tuple(dict.fromkeys((*one.choices, *other.choices))) if closed else ()
    return Column(one.path, shape, choices, _said((*one.said, *other.said)), one.tag and other.tag)


def _said(parts: Iterable[Said]) -> tuple[Said, ...]:
    """Kinds of which the same is said, put together."""
    found: dict[Said, Keys] = {}
    for part in parts:
        alike = replace(part, kinds=())
        found[alike] = (*found.get(alike, ()), *(kind for kind in part.kinds if kind not in found.get(alike, ())))
    return tuple(replace(said, kinds=kinds) for said, kinds in found.items())


def _rank(column: Column) -> int:
    """What every act has comes first, what every act may have comes last."""
    if column.tag:
        return 1
    return 2 if not column.everywhere else 0 if column.required else 3
