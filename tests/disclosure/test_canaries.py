"""A canary in every private field of every shipped record: none of them sings outside."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.disclosure.gate import disclose_on
from generator.disclosure.public import PublicCase
from generator.disclosure.sweep import CANARY
from generator.ledger import Ledger, LedgerCase, fold
from generator.model import catalogue
from generator.model.case import Case
from generator.model.record import Record
from generator.records.load import load

ROOT = Path(__file__).parents[2]
DAYS = [date(year, month, 1) for year in range(2024, 2030) for month in (1, 4, 7, 10)]


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    records = load(ROOT)
    assert records.portal
    return fold(records, records.portal, date(2026, 11, 1))


def poisoned(record: Record) -> tuple[Record, int]:
    """The record with a canary in each private text, and how many there are."""
    changes: dict[str, object] = {}
    count = 0
    for name, info in type(record).model_fields.items():
        value, said = getattr(record, name), catalogue.entry(info)
        if isinstance(value, Record):
            changes[name], inner = poisoned(value)
        elif isinstance(value, tuple) and value and isinstance(value[0], Record):
            pairs = [poisoned(item) for item in value]
            changes[name], inner = tuple(item for item, _ in pairs), sum(number for _, number in pairs)
        elif said and not said.public and (isinstance(value, str) or name in {"note", "late"}):
            changes[name], inner = CANARY, 1
        else:
            inner = 0
        count += inner
    return record.model_copy(update=changes), count


def test_no_canary_gets_through_the_gate(ledger: Ledger) -> None:
    planted = shown = 0
    for case in ledger.cases:
        record, count = poisoned(case.record)
        assert isinstance(record, Case)
        planted += count
        bird = LedgerCase(case.number, replace(case.loaded, record=record), case.standing)
        for day in DAYS:
            outcome = disclose_on(bird, ledger.portal.record, ledger.calendar, day)
            shown += isinstance(outcome, PublicCase)
            assert CANARY not in repr(outcome), case.number
    assert planted > 150
    assert shown > 100


def test_every_field_says_whether_it_is_public() -> None:
    models: list[type[Record]] = [Case, *catalogue.models_at(Case, ("经过", 0))]
    silent = [
        (model.__name__, key)
        for model in models
        for key, info in catalogue.fields(model).items()
        if catalogue.entry(info) is None and key != "事项"
    ]
    assert silent == []


def test_samples_use_every_kind_and_every_basis(ledger: Ledger) -> None:
    samples = [case.record for case in ledger.cases if case.record.sample]
    kinds = {event.kind for record in samples for event in record.events}
    bases = {item.basis for record in samples for item in record.disclosures}
    tags = catalogue.models_at(Case, ("经过", 0))
    assert len(samples) >= 12
    assert kinds == {word for model in tags for word in catalogue.choices(model.model_fields["kind"].annotation)}
    assert len(bases) == 4
    assert {record.events[0].on.year for record in samples} == {2024, 2025, 2026}
