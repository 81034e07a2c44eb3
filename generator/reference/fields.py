"""The field catalogue as tables: every mapping that a file may hold, its keys, and how each is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Final

from pydantic.fields import FieldInfo

from generator.disclosure.coverage import COVERED
from generator.model import catalogue
from generator.model.basis import Basis
from generator.model.event import DatedEvent
from generator.model.record import Entry, Record
from generator.reference.markdown import code, plain, table
from generator.reference.values import records_in, written

_HEAD: Final = ("键", "是什么", "怎么写", "必填", "公开", "例子")


def annotation(info: FieldInfo) -> object:
    """The type of a field as its model declares it."""
    return Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation


def tag(model: type[Record]) -> str:
    """The word by which a closed union knows a record; empty for a record that is no part of one."""
    return next(
        (catalogue.choices(info.annotation)[0] for info in catalogue.fields(model).values() if is_tag(info)), ""
    )


def own(model: type[Record], shared: Sequence[type[Record]]) -> dict[str, FieldInfo]:
    """The fields that a record has besides its tag and those of the shared records that it is built on."""
    bases = [base for base in shared if base is not model and issubclass(model, base)]
    inherited = {key for base in bases for key in catalogue.fields(base)}
    found = catalogue.fields(model).items()
    return {key: info for key, info in found if key not in inherited and not is_tag(info)}


def fields_table(fields: Mapping[str, FieldInfo], *, shown: bool = True) -> str:
    """A row for each field; nothing is public where the record as a whole is not `shown`."""
    return table(_HEAD, (_row(key, info, shown=shown) for key, info in fields.items()))


def bases_of(kind: str) -> list[str]:
    """The bases under which an act may be shown."""
    return [basis.value for basis in Basis if kind in COVERED[basis]]


def acts_table(models: Sequence[type[Record]]) -> str:
    """The manual's table of acts: what each may hold, and where it shows."""
    return table(("事项", "还可以写", "在哪些依据下显示"), map(_act, models))


def _act(model: type[Record]) -> tuple[str, str, str]:
    keys = [key + ("\\*" if info.is_required() else "") for key, info in own(model, (DatedEvent,)).items()]
    return tag(model), "、".join(keys) or "—", "、".join(bases_of(tag(model))) or "不显示"


def is_tag(info: FieldInfo) -> bool:
    """True for the field by whose word a closed union knows the record."""
    return catalogue.entry(info) is None


def _row(key: str, info: FieldInfo, *, shown: bool) -> tuple[str, ...]:
    said = catalogue.entry(info) or Entry("", "")
    required = "必填" if info.is_required() else ""
    return (
        key,
        plain(said.help),
        written(annotation(info)),
        required,
        _public(info, said, shown=shown),
        code(said.example),
    )


def _public(info: FieldInfo, said: Entry, *, shown: bool) -> str:
    if records_in(annotation(info)):
        return "见下表"
    return "可公开" if said.public and shown else "内部"
