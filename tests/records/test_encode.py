"""A record and the texts of its file say the same, in both directions."""

from __future__ import annotations

import pytest

from generator.model.case import Case
from generator.records.encode import plain
from generator.records.load import load
from generator.records.tree import plain as texts
from tests.architecture.source import ROOT

SHIPPED = load(ROOT).cases


@pytest.mark.parametrize("number", range(len(SHIPPED)))
def test_a_record_read_and_written_is_the_same(number: int) -> None:
    loaded = SHIPPED[number]
    assert plain(loaded.record) == texts(loaded.tree)
    assert Case.model_validate(plain(loaded.record)) == loaded.record
