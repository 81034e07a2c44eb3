"""The table of sentences: every step has one, every value has its place, every article is one that pages explain."""

from __future__ import annotations

from string import Formatter

import pytest

from generator.law.articles import Article, anchors
from generator.law.calculator import (
    NUMBERS,
    SENTENCES,
    ceiling,
    limitation,
    listing,
    minimum,
    objection,
    overtime,
    said,
    surcharge,
)
from generator.law.calculator.examples import examples
from generator.law.calendar import WorkCalendar

NAMES = ("limitation", "minimum", "surcharge", "overtime", "ceiling", "listing", "objection")


def test_every_source_is_explained_on_the_page_of_laws() -> None:
    found = {source for sentence in SENTENCES.values() for source in sentence.sources}
    assert {source.anchor if isinstance(source, Article) else source.key for source in found} <= anchors()


def test_a_key_belongs_to_its_calculator() -> None:
    assert {key.partition(".")[0] for key in SENTENCES} == set(NAMES)
    assert {key.partition(".")[0] for key in NUMBERS} == set(NAMES)


def test_every_number_of_a_calculator_is_exported() -> None:
    modules = (limitation, minimum, surcharge, overtime, ceiling, listing, objection)
    assert sum(len(module.NUMBERS) for module in modules) == len(NUMBERS)
    assert sum(len(module.SENTENCES) for module in modules) == len(SENTENCES)


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_worked_out_and_cites(name: str) -> None:
    example = examples(WorkCalendar())[name]
    assert example.told.endswith("：")
    assert SENTENCES[example.steps[0].key].sources
    for step in example.steps:
        asked = {field for _, field, _, _ in Formatter().parse(SENTENCES[step.key].text) if field}
        assert asked <= step.values.keys()
        assert "{" not in said(step)
