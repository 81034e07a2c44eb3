"""The page of mutants says what was last tried, and every reason on it is of code that is still there."""

from __future__ import annotations

import json
from typing import Any, Final

import pytest

from tests.architecture.source import ROOT
from tests.mutants.mutate import mutants
from tests.mutants.report import PAGE, RESULTS, page, reasons

FOUND: Final[dict[str, Any]] = json.loads((ROOT / RESULTS).read_bytes())
REASONS: Final = reasons()


def test_the_page_is_what_was_tried() -> None:
    assert (ROOT / PAGE).read_text("utf-8") == page(FOUND, REASONS), "run python -m tests.mutants.report"


def test_every_mutant_that_was_tried_is_accounted_for() -> None:
    for one in FOUND.values():
        assert 0 < one["tried"] <= one["mutants"]
        assert one["tried"] == one["killed"] + one["timed out"] + one["survived"]
        assert one["survived"] == len(one["survivors"])


@pytest.mark.parametrize("file", sorted({one["file"] for one in REASONS}))
def test_a_reason_speaks_of_code_that_is_there(file: str) -> None:
    told = {(one.change, *one.words()) for one in mutants((ROOT / file).read_text("utf-8"))}
    gone = [one for one in REASONS if one["file"] == file and (one["change"], one["was"], one["now"]) not in told]
    assert gone == []
