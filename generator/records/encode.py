"""Record → the texts that its file holds: the reverse of `decode`, in the order of the model's fields."""

from __future__ import annotations

from datetime import date
from enum import Enum

from generator.model import catalogue
from generator.model.record import Record
from generator.model.values import Months, Period
from generator.records.tree import Mapping, Node, Scalar, Sequence

Plain = str | list["Plain"] | dict[str, "Plain"]
"""What a file says, without places: texts, lists, and mappings with Chinese keys."""


def plain(record: Record) -> dict[str, Plain]:
    """The record as an editor would write it; a field that equals its default is left out."""
    fields = catalogue.fields(type(record))
    names = {info.alias or name: name for name, info in type(record).model_fields.items()}
    given = ((key, info, getattr(record, names[key])) for key, info in fields.items())
    return {key: _value(value) for key, info, value in given if info.is_required() or value != info.default}


def _value(value: object) -> Plain:
    match value:
        case Record():
            return plain(value)
        case tuple():
            return [_value(item) for item in value]
        case bool():
            return "true"
        case date():
            return value.isoformat()
        case Enum():
            return str(value.value)
        case Period():
            return value.written
        case Months():
            return f"{value.count}个月"
        case _:
            return str(value)


def said(node: Node) -> dict[str, Plain]:
    """What a file says, as it says it: nothing is typed, so nothing is put differently."""
    match _texts(node):
        case dict() as texts:
            return texts
        case _:
            return {}


def _texts(node: Node) -> Plain:
    match node:
        case Scalar(text):
            return text
        case Sequence(items):
            return [_texts(item) for item in items]
        case Mapping(entries):
            return {key: _texts(value) for key, (_, value) in entries.items()}
