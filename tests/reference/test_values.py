"""Values as they are described: what is said to be readable is read, what is said to be refused is refused."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import pytest
from pydantic import TypeAdapter

from generator.model import catalogue
from generator.model.case import Case
from generator.model.outreach import Outreach
from generator.model.portal import Figures, Portal
from generator.model.record import Record
from generator.model.worksite import Worksite
from generator.records import tree, yaml
from generator.reference.fields import annotation, is_tag
from generator.reference.values import VALUES, Value, records_in, unknown, value_of, written


def _models(model: type[Record]) -> Iterator[type[Record]]:
    yield model
    for info in catalogue.fields(model).values():
        for below in records_in(annotation(info)):
            yield from _models(below)


MODELS = list(dict.fromkeys(found for model in (Case, Worksite, Outreach, Portal, Figures) for found in _models(model)))
FIELDS = [
    (f"{model.__name__}.{key}", info)
    for model in MODELS
    for key, info in catalogue.fields(model).items()
    if not is_tag(info)
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: value.name)
def test_accepted_texts_are_read_and_refused_ones_answered(value: Value) -> None:
    assert [text for text in value.accepted if value.refusal(text) is not None] == []
    assert [text for text in value.refused if not (value.refusal(text) or "").endswith("。")] == []


def test_every_kind_of_value_is_described() -> None:
    found = {key: list(unknown(annotation(info))) for key, info in FIELDS}
    assert {key: kinds for key, kinds in found.items() if kinds} == {}


def test_a_kind_that_nobody_described_is_named() -> None:
    assert list(unknown(int | None)) == [int]
    assert list(unknown(tuple[Annotated[float, "elsewhere"], ...])) == [float]


def test_every_description_is_of_a_kind_that_a_field_has() -> None:
    words = " ".join(written(annotation(info)) for _, info in FIELDS)
    assert [value.name for value in VALUES if value.name not in words] == []
    assert [value.name for value in VALUES if value_of(value.kind) is not value] == []


def test_every_example_of_the_catalogue_can_be_read() -> None:
    """Only examples of mappings and of lists of mappings are cut short."""
    wrong = []
    for key, info in FIELDS:
        said = catalogue.entry(info)
        if said and not records_in(annotation(info)):
            node, problems = yaml.read(f"例: {said.example}".encode(), "example.yml")
            assert isinstance(node, tree.Mapping), (key, problems)
            _, value = node.entries["例"]
            wrong += [key] * (not _reads(annotation(info), tree.plain(value)))
    assert wrong == []


def _reads(kind: object, value: object) -> bool:
    adapter: TypeAdapter[object] = TypeAdapter(kind)  # type: ignore[arg-type] # a field's type, known at run time only
    try:
        adapter.validate_python(value)
    except ValueError:
        return False
    return True
