"""What a published value is: its key, its words, its type, and how it is read from a public case.

One table of fields makes every format, the schema and the documentation, so that they cannot drift apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Final, Generic, TypeVar, assert_never

import msgspec

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]
Cell = None | bool | int | str | date
"""A value as a table holds it."""

T = TypeVar("T")
U = TypeVar("U")

SEPARATOR: Final = "；"
"""Between the values of a list in one cell of a table."""


class Kind(StrEnum):
    """Types, as the documentation names them."""

    TEXT = "文字"
    CODE = "编号（文字）"
    INTEGER = "整数"
    FLAG = "是否"
    DATE = "日期"
    ADDRESS = "网址"
    WORDS = "文字列表"
    OBJECT = "一组值"
    OBJECTS = "多组值"
    DIGESTS = "编号与摘要"


_CELLS: Final[Mapping[Kind, object]] = {
    Kind.TEXT: str | None,
    Kind.CODE: str | None,
    Kind.ADDRESS: str | None,
    Kind.INTEGER: int | None,
    Kind.FLAG: bool | None,
    Kind.DATE: date | None,
    Kind.WORDS: list[str],
}
"""What each stands as in a line of JSON."""

FLAT: Final = _CELLS.keys()
"""What fits into one cell of a table."""

_PLAIN: Final[Mapping[Kind, Mapping[str, Json]]] = {
    Kind.INTEGER: {"type": "integer"},
    Kind.FLAG: {"type": "boolean"},
    Kind.DATE: {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
    Kind.ADDRESS: {"type": "string", "format": "uri-reference"},
    Kind.DIGESTS: {"type": "object", "additionalProperties": {"type": ["string", "null"]}},
}


@dataclass(frozen=True, slots=True)
class Words:
    """What a field is called: its English key, its Chinese title, and one sentence for the reader of the data."""

    key: str
    title: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """A published value without the way to it."""

    words: Words
    kind: Kind
    nullable: bool = False
    unit: str = ""
    choices: tuple[str, ...] = ()
    """The only texts there are; empty where any text may stand."""
    parts: tuple[Described, ...] = ()
    """What each group holds, for OBJECT and OBJECTS."""

    @property
    def key(self) -> str:
        """Its key in every format."""
        return self.words.key

    @property
    def title(self) -> str:
        """Its heading for people."""
        return self.words.title

    @property
    def says(self) -> str:
        """Its explanation, the unit included."""
        return f"{self.words.says}单位：{self.unit}。" if self.unit else self.words.says


@dataclass(frozen=True, slots=True, kw_only=True)
class Field(Described, Generic[T]):
    """A published value and how to read it."""

    get: Callable[[T], Json]


def text(words: Words, get: Callable[[T], str], *choices: str) -> Field[T]:
    """A text that is always there."""
    return Field(words=words, kind=Kind.TEXT, get=get, choices=choices)


def maybe(words: Words, get: Callable[[T], str | None]) -> Field[T]:
    """A text that may be missing."""
    return Field(words=words, kind=Kind.TEXT, get=get, nullable=True)


def code(words: Words, get: Callable[[T], str | None], *, nullable: bool = False) -> Field[T]:
    """A text of digits and letters that no program may take for a number."""
    return Field(words=words, kind=Kind.CODE, get=get, nullable=nullable)


def address(words: Words, get: Callable[[T], str]) -> Field[T]:
    """A reference to resolve against the site's root."""
    return Field(words=words, kind=Kind.ADDRESS, get=get)


def integer(words: Words, get: Callable[[T], int | None], unit: str, *, nullable: bool = False) -> Field[T]:
    """A whole number of something."""
    return Field(words=words, kind=Kind.INTEGER, get=get, unit=unit, nullable=nullable)


def flag(words: Words, get: Callable[[T], bool]) -> Field[T]:
    """Yes or no."""
    return Field(words=words, kind=Kind.FLAG, get=get)


def day(words: Words, get: Callable[[T], date | None], *, nullable: bool = False) -> Field[T]:
    """A date, as ISO 8601."""
    return Field(words=words, kind=Kind.DATE, get=lambda value: iso(get(value)), nullable=nullable)


def several(words: Words, get: Callable[[T], Iterable[str]], *choices: str) -> Field[T]:
    """A list of texts."""
    return Field(words=words, kind=Kind.WORDS, get=lambda value: list(get(value)), choices=choices)


def group(words: Words, fields: Sequence[Field[U]], get: Callable[[T], U | None]) -> Field[T]:
    """Values that belong together, or nothing."""
    encoder = encoding(fields)

    def encoded(value: T) -> Json:
        found = get(value)
        return None if found is None else encoder(found)

    return Field(words=words, kind=Kind.OBJECT, get=encoded, nullable=True, parts=tuple(fields))


def groups(words: Words, fields: Sequence[Field[U]], get: Callable[[T], Iterable[U]], *, few: bool = False) -> Field[T]:
    """Any number of groups of values, in their order; where those are `few` and can be hashed, each is encoded once."""
    encoder: Callable[[U], Json] = cache(encoding(fields)) if few else encoding(fields)
    return Field(
        words=words,
        kind=Kind.OBJECTS,
        get=lambda value: [encoder(one) for one in get(value)],
        parts=tuple(fields),
    )


def encoding(fields: Iterable[Field[T]]) -> Callable[[T], dict[str, Json]]:
    """How to make JSON of a value, every key of the table present."""
    known = tuple((field.key, field.get) for field in fields)
    return lambda value: {key: get(value) for key, get in known}


def iso(on: date | None) -> str | None:
    """A date as machines read it."""
    return on.isoformat() if on else None


def cells(fields: Iterable[Described]) -> Callable[[bytes], tuple[Cell, ...]]:
    """How to read these values from a record's line of JSON into the cells of a table; all others are passed over."""
    row = msgspec.json.Decoder(msgspec.defstruct("Row", [(one.key, _CELLS[one.kind]) for one in fields]))
    return lambda line: tuple([_cell(value) for value in msgspec.structs.astuple(row.decode(line))])


def _cell(value: Cell | list[str]) -> Cell:
    return (SEPARATOR.join(value) or None) if isinstance(value, list) else value


def schema(described: Described) -> dict[str, Json]:
    """JSON Schema of one value."""
    made: dict[str, Json] = {"title": described.title, "description": described.says, **_typed(described)}
    if described.nullable:
        made["type"] = [made["type"], "null"]
    return made


def _typed(described: Described) -> dict[str, Json]:
    match described.kind:
        case Kind.TEXT | Kind.CODE:
            return _text(described)
        case Kind.WORDS:
            return {"type": "array", "items": _text(described)}
        case Kind.OBJECT:
            return shape(described.parts)
        case Kind.OBJECTS:
            return {"type": "array", "items": shape(described.parts)}
        case Kind.INTEGER | Kind.FLAG | Kind.DATE | Kind.ADDRESS | Kind.DIGESTS as plain:
            return dict(_PLAIN[plain])
        case _ as never:
            assert_never(never)


def _text(described: Described) -> dict[str, Json]:
    found: dict[str, Json] = {"type": "string"}
    return found | ({"enum": list(described.choices)} if described.choices else {})


def shape(fields: Iterable[Described]) -> dict[str, Json]:
    """JSON Schema of an object that always holds these values. More may be added within a version, so it stays open."""
    known = tuple(fields)
    return {
        "type": "object",
        "properties": {one.key: schema(one) for one in known},
        "required": [one.key for one in known],
    }
