"""A private fact in any place of any kind of record is refused where it stands, and no format repeats it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

from generator.cli.diagnostics import FORMATS
from generator.model.case import Case
from generator.model.outreach import Outreach
from generator.model.portal import Figures, Portal
from generator.model.worksite import Worksite
from tests.disclosure.canaries.birds import PRIVATE, forms
from tests.disclosure.canaries.places import MAPPINGS, PLACES, Place
from tests.disclosure.canaries.refused import ask

PHONES: Final = frozenset({"telephone", "landline"})
LAWFUL: Final[Mapping[tuple[str, str], frozenset[str]]] = {
    ("Portal", "主办.电话"): PHONES,
    ("Portal", "主办.邮箱"): frozenset({"mail"}),
    ("Portal", "投诉渠道.号码"): PHONES,
    ("Portal", "告示牌.主管部门.投诉电话"): PHONES,
    ("Portal", "告示牌.劳动保障监察投诉电话"): PHONES,
    ("Portal", "告示牌.劳动争议调解仲裁.电话"): PHONES,
    ("Portal", "告示牌.法律援助.电话"): PHONES,
    ("Portal", "告示牌.公共法律服务热线"): PHONES,
    ("Worksite", "主管部门.投诉电话"): PHONES,
    ("Worksite", "劳资专管员.电话"): PHONES,
}
"""What an office gives out of itself, and the officer's number, which is printed where he has agreed (C604)."""
KINDS: Final = list(PRIVATE)


def lawful(place: Place, kind: str) -> bool:
    words = ".".join(step for step in place.path if isinstance(step, str))
    return kind in LAWFUL.get((place.model.__name__, words), ())


@pytest.mark.parametrize("model", [Case, Worksite, Outreach, Figures, Portal])
def test_every_place_refuses_a_private_fact_and_repeats_none(model: type, tmp_path: Path) -> None:
    """One kind for each place, in turn: every kind comes up many times."""
    wrong: list[str] = []
    tried = Counter[str]()
    for at, place in enumerate(PLACES):
        kind = KINDS[at % len(KINDS)]
        if place.model is model:
            answer = ask(tmp_path, place, PRIVATE[kind])
            tried[kind] += 1
            if answer.repeated or answer.refused == lawful(place, kind):
                wrong.append(f"{place}: {kind}: {sorted(answer.codes)} {answer.repeated}")
    assert wrong == []
    assert tried.total() >= 8


@pytest.mark.parametrize("model", [Case, Worksite, Outreach, Figures, Portal])
def test_a_private_fact_as_a_key_is_refused_and_not_repeated(model: type, tmp_path: Path) -> None:
    """Somebody writes `张三: 3000元` below 欠薪."""
    wrong: list[str] = []
    for at, place in enumerate(MAPPINGS):
        kind = KINDS[at % len(KINDS)]
        if place.model is model:
            answer = ask(tmp_path, place, PRIVATE[kind], key=PRIVATE[kind])
            if answer.repeated or not answer.refused:
                wrong.append(f"{place}: {kind}: {sorted(answer.codes)} {answer.repeated}")
    assert wrong == []


def test_the_table_is_about_every_kind_of_record() -> None:
    assert Counter(place.model for place in PLACES).keys() == {Case, Worksite, Outreach, Figures, Portal}
    assert len(PLACES) > 400
    assert len(MAPPINGS) > 80
    assert len(FORMATS) == 4
    known = {(place.model.__name__, ".".join(step for step in place.path if isinstance(step, str))) for place in PLACES}
    assert LAWFUL.keys() <= known
    assert len(forms("13800138000")) == 19
