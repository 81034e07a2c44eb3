"""The field catalogue read off the models: which keys a mapping may have, and what the models say of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.model.record import Entry, Record


def fields(model: type[Record]) -> dict[str, FieldInfo]:
    """The fields of a model by their Chinese keys, in reading order."""
    return {info.alias or name: info for name, info in model.model_fields.items()}


def entry(info: FieldInfo) -> Entry | None:
    """What the catalogue says of a field; None for the tag of a closed union."""
    return next((item for item in info.metadata if isinstance(item, Entry)), None)


def models_at(model: type[Record], path: Iterable[str | int]) -> tuple[type[Record], ...]:
    """The models that a mapping at `path` may be; `path` may hold union tags, as validators report it."""
    current: tuple[object, ...] = (model,)
    for step in path:
        current = tuple(found for annotation in current for found in _step(annotation, step))
    return tuple(item for item in current if isinstance(item, type) and issubclass(item, Record))


def choices(annotation: object) -> tuple[str, ...]:
    """The words a closed choice allows; empty where any text is allowed."""
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return tuple(str(member.value) for member in annotation)
    if get_origin(annotation) is Literal:
        return tuple(str(getattr(value, "value", value)) for value in get_args(annotation))
    return tuple(word for member in _members(annotation) if member is not annotation for word in choices(member))


def tag(model: type[Record]) -> str | None:
    """The key that tells a member of a closed union from the others (事项, 依据); None for any other record."""
    return next((key for key, info in fields(model).items() if entry(info) is None), None)


def members(model: type[Record], key: str) -> tuple[object, ...]:
    """What may stand behind a key: records, a tuple, the type of a value; nothing where there is no such key."""
    info = fields(model).get(key)
    return _members(info.annotation) if info else ()


def items(annotation: object) -> tuple[object, ...]:
    """What a list may hold; none where the annotation is no list."""
    return _members(get_args(annotation)[0]) if get_origin(annotation) is tuple else ()


def member(candidates: Iterable[object], values: Mapping[str, object]) -> type[Record] | None:
    """The record among the candidates that a mapping is, by its tag."""
    records = [item for item in candidates if isinstance(item, type) and issubclass(item, Record)]
    for record in records:
        key = tag(record)
        if key is None or values.get(key) in choices(fields(record)[key].annotation):
            return record
    return None


def _step(annotation: object, step: str | int) -> tuple[object, ...]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        if isinstance(step, str) and step in fields(annotation):
            return _members(fields(annotation)[step].annotation)
        return (annotation,) if step in _tags(annotation) else ()
    return _members(get_args(annotation)[0]) if isinstance(step, int) and get_origin(annotation) is tuple else ()


def _members(annotation: Any) -> tuple[object, ...]:  # noqa: ANN401 - typing's own objects have no common type
    if get_origin(annotation) is Annotated:
        return _members(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        return tuple(found for member in get_args(annotation) for found in _members(member))
    return (annotation,)


def _tags(model: type[Record]) -> tuple[str, ...]:
    return tuple(
        word for info in model.model_fields.values() if entry(info) is None for word in choices(info.annotation)
    )
