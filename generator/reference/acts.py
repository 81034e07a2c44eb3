"""Acts made from the catalogue's own examples, so that a table of law is found by asking the law, not by copying it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import product
from typing import Final, get_args

from pydantic import TypeAdapter
from pydantic.fields import FieldInfo

from generator.model import catalogue
from generator.model.event import DatedEvent, Event
from generator.model.record import Record
from generator.records import tree, yaml
from generator.reference.fields import annotation, is_tag, tag
from generator.reference.values import records_in

ACTS: Final[tuple[type[DatedEvent], ...]] = get_args(get_args(Event)[0])
"""Every kind of act, in the order of the model."""

Words = dict[str, object]
"""An act as a file would say it."""

_EVENT: Final = TypeAdapter[Event](Event)


@dataclass(frozen=True, slots=True)
class Variant:
    """One act of a kind, with the choices that make it differ from others of its kind."""

    words: Words
    act: Event
    choices: tuple[tuple[tuple[str, ...], str], ...]
    """Each choice by its keys, the outer one first."""

    def with_words(self, more: Words) -> Event:
        """The act as it is, saying more."""
        return _EVENT.validate_python({**self.words, **more})


@cache
def variants(model: type[DatedEvent], on: date) -> tuple[Variant, ...]:
    """Acts of a kind on a day: as the catalogue's examples have them, with every combination of choices."""
    required = {key: _said(info) for key, info in catalogue.fields(model).items() if info.is_required()}
    words = {**required, "事项": tag(model), "日期": on.isoformat()}
    return tuple(
        Variant(said, _EVENT.validate_python(said), tuple(_choices(model, said))) for said in _varied(model, words)
    )


def fuller(model: type[DatedEvent], variant: Variant) -> Iterator[tuple[str, object]]:
    """What else an act of this kind may say: every optional field with its example."""
    for key, info in catalogue.fields(model).items():
        if not (is_tag(info) or key in variant.words):
            yield key, _said(info)


def condition(every: Sequence[Variant], some: Sequence[Variant]) -> str:
    """The kind, and by which choice some acts differ from the others of their kind, where they do."""
    narrowed = [
        f"{'的'.join(f'「{key}」' for key in keys)}是{'或'.join(kept)}"
        for keys in dict.fromkeys(keys for one in every for keys, _ in one.choices)
        if (kept := _values(keys, some)) != _values(keys, every)
    ]
    kind = every[0].act.kind
    return f"{kind}（{'，'.join(narrowed)}）" if narrowed else kind


def _values(keys: tuple[str, ...], among: Sequence[Variant]) -> list[str]:
    return list(dict.fromkeys(value for one in among for names, value in one.choices if names == keys))


def _said(info: FieldInfo) -> object:
    """The example of a field, read as a file would be."""
    said = catalogue.entry(info)
    node, problems = yaml.read(f"例: {said.example if said else ''}".encode(), "example.yml")
    match node:
        case tree.Mapping(entries):
            return tree.plain(entries["例"][1])
        case _:
            raise ValueError(f"a field's example cannot be read: {problems}")


def _varied(model: type[Record], words: Words) -> Iterator[Words]:
    """The same words with every combination of choices."""
    options = [(key, _options(info, words.get(key))) for key, info in catalogue.fields(model).items()]
    varying = [(key, found) for key, found in options if len(found) > 1]
    for chosen in product(*(found for _, found in varying)):
        yield {**words, **dict(zip((key for key, _ in varying), chosen, strict=True))}


def _options(info: FieldInfo, said: object) -> list[object]:
    below = records_in(annotation(info))
    if len(below) == 1 and isinstance(said, dict):
        return list(_varied(below[0], said))
    return [] if is_tag(info) or below or isinstance(said, list) else list(_words(info))


def _words(info: FieldInfo) -> tuple[str, ...]:
    """The choices that may make an act another: those of a field that is never empty."""
    return catalogue.choices(info.annotation) if info.is_required() or info.default else ()


def _choices(model: type[Record], words: Words) -> Iterator[tuple[tuple[str, ...], str]]:
    for key, info in catalogue.fields(model).items():
        below, said = records_in(annotation(info)), words.get(key)
        if len(below) == 1 and isinstance(said, dict):
            yield from (((key, *keys), value) for keys, value in _choices(below[0], said))
        elif not is_tag(info) and _words(info):
            yield (key,), str(info.default if said is None else said)
