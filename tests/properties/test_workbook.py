"""YAML ↔ Excel ↔ model: what is exported comes back as it was, for every kind of act and any text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.model.case import Case
from generator.model.portal import Portal
from generator.records import layout, yaml
from generator.records.decode import Loaded, decode
from generator.records.encode import Plain, plain
from generator.records.load import Records, load
from generator.records.workbook.package import Package, Type
from generator.records.workbook.package import read as read_package
from generator.records.workbook.proposal import Change, Fate, applied, propose
from generator.records.workbook.read import read
from generator.records.workbook.write import export
from tests.properties.sound import records
from tests.records.workbook.book import FILE, book, unpacked

ROOT = Path(__file__).parents[2]
SHIPPED = load(ROOT)
CASE = "cases/2026/yk-2026-0001.yml"
SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much)


@pytest.fixture(scope="module")
def portal() -> Portal:
    assert SHIPPED.portal
    return SHIPPED.portal.record


def loaded(said: dict[str, Plain], file: str = CASE) -> Loaded[Case]:
    node, problems = yaml.read(layout.text(Case, said).encode(), file)
    assert node, problems
    found, problems = decode(Case, node, file)
    assert found, problems
    assert problems == []
    return found


def again(cases: list[Loaded[Case]], portal: Portal) -> tuple[Change, ...]:
    """Export, then what an import would do to the same records."""
    data = export(cases, portal)
    assert isinstance(data, bytes), data
    there = Records(SHIPPED.portal, None, tuple(cases), (), ())
    proposal = propose(read(data, FILE), there, "yk", 2026)
    assert proposal.problems == ()
    return proposal.changes


def test_shipped_records_come_back_unchanged(portal: Portal) -> None:
    changes = again(list(SHIPPED.cases), portal)
    assert [(change.number, change.fate) for change in changes] == [
        (Path(case.file).stem, Fate.SAME) for case in SHIPPED.cases
    ]


@settings(deadline=None, suppress_health_check=SLOW, max_examples=40)
@given(said=records(Case))
def test_any_record_comes_back_unchanged(said: dict[str, Plain], portal: Portal) -> None:
    (change,) = again([loaded(said)], portal)
    assert change.fate is Fate.SAME, change.sentences


@settings(deadline=None, suppress_health_check=SLOW, max_examples=30)
@given(said=records(Case))
def test_a_record_that_is_new_elsewhere_arrives_whole(said: dict[str, Plain], portal: Portal) -> None:
    case = loaded(said)
    data = export([case], portal)
    assert isinstance(data, bytes)
    empty = Records(SHIPPED.portal, None, (), (), ())
    proposal = propose(read(data, FILE), empty, "yk", 2026)
    (change,) = proposal.changes
    assert (change.fate, change.loaded.file) == (Fate.NEW, CASE)
    assert without_empty(plain(change.loaded.record)) == without_empty(plain(case.record))
    assert applied(empty, proposal.changes).cases == (change.loaded,)


def without_empty(value: Plain) -> Plain:
    """An empty mapping (欠薪: {}) says nothing; a sheet has no cell for it."""
    match value:
        case dict():
            inner = {key: without_empty(found) for key, found in value.items()}
            return {key: found for key, found in inner.items() if found != {}}
        case list():
            return [without_empty(item) for item in value]
        case str():
            return value


@settings(deadline=None, suppress_health_check=SLOW, max_examples=25)
@given(one=records(Case), other=records(Case))
def test_what_is_shown_is_nothing_only_where_nothing_changes(
    one: dict[str, Plain], other: dict[str, Plain], portal: Portal
) -> None:
    data = export([loaded(other)], portal)
    assert isinstance(data, bytes)
    there = Records(SHIPPED.portal, None, (loaded(one),), (), ())
    proposal = propose(read(data, FILE), there, "yk", 2026)
    if proposal.problems:
        assert {problem.code for problem in proposal.problems} == {"R270"}
        return
    (change,) = proposal.changes
    same = without_empty(plain(loaded(one).record)) == without_empty(plain(loaded(other).record))
    assert (change.fate is Fate.SAME) == same == (not change.sentences)


CELLS = st.text("甲乙<&>'\"=+@0.#A \n\u3000\x85😀", min_size=1, max_size=6) | st.integers(-(10**9), 10**9) | st.none()


@settings(deadline=None, max_examples=30)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=4), max_size=4))
def test_both_readers_of_packages_agree(rows: list[list[str | int | None]]) -> None:
    data = book(甲=[["首"], *rows])
    found = read_package(data, FILE)
    assert isinstance(found, Package)
    ours = [
        (row, column, cell.text)
        for row, cells in sorted(found.sheets[0].rows.items())
        for column, cell in sorted(cells.items())
        if cell.type is not Type.FORMULA
    ]
    theirs = [
        (cell.row, cell.column, str(cell.value))
        for row in unpacked(data)["甲"].iter_rows()
        for cell in row
        if cell.value is not None and cell.data_type != "f"
    ]
    assert ours == theirs


def test_the_same_records_give_the_same_bytes(portal: Portal) -> None:
    assert export(SHIPPED.cases, portal) == export(SHIPPED.cases, portal)
