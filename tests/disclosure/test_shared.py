"""Cases that say the same hold it once, and are what they were."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from generator.disclosure.public import PublicCase
from generator.disclosure.shared import shared
from generator.disclosure.site import tell
from generator.disclosure.told import decode, encode
from generator.model.basis import Basis
from tests.casebook import Casebook

LISTED = """
    样例: true
    单位: {名称: 虚构甲公司}
    镇街: 甲镇
    经过:
      - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
      - {日期: 2026-04-01, 事项: 行政处罚, 文号: 罚〔2026〕1号, 种类: 罚款, 金额: 20000元, 情节: 严重}
    公开: [{依据: 行政处罚, 批准: {岗位: 某, 日期: 2026-04-02}}]
"""


@dataclass(frozen=True, slots=True)
class _Note:
    text: str
    on: date
    parts: tuple[tuple[str, int | None], ...]
    inner: _Note | None = None


def _note() -> _Note:
    """With words, days and tuples that nobody else has."""
    return _Note("".join("某词"), date(2026, 3, 1), ((" ".join("甲乙"), 300_000 + 1), ("", None)))


def told(casebook: Casebook) -> list[bytes]:
    ledger = casebook.write(LISTED).write(LISTED.replace("虚构甲", "虚构乙"), "cases/2026/yk-2026-0002.yml").ledger()
    return [encode(tell(case, ledger)) for case in ledger.cases]


def test_equal_values_are_one() -> None:
    one, other = shared([_note(), replace(_note(), inner=_note())])
    assert (one, other) == (_note(), replace(_note(), inner=_note()))
    assert other.inner
    assert one.text is other.text is other.inner.text
    assert one.on is other.on is other.inner.on
    assert one.parts is other.parts is other.inner.parts


def test_whole_values_are_one() -> None:
    one, other = shared([_note(), _note()])
    assert one is other


def test_what_is_equal_and_another_thing_stays_itself() -> None:
    """A word of a list is equal to its text, and True to 1."""
    words: list[tuple[object, ...]] = [("媒体转载", 1), (Basis.MEDIA, True), ("媒体转载", 1.0), (Basis.MEDIA, 1)]
    found = list(shared(words))
    assert [[type(part) for part in one] for one in found] == [[type(part) for part in one] for one in words]
    assert found == words


def test_what_differs_stays_apart() -> None:
    notes = [_note(), replace(_note(), text="他"), replace(_note(), parts=(("甲 乙", 1), ("", None)))]
    assert [(one.text, one.parts[0]) for one in shared(notes)] == [
        ("某词", ("甲 乙", 300_001)),
        ("他", ("甲 乙", 300_001)),
        ("某词", ("甲 乙", 1)),
    ]


def test_cases_are_what_they_were_and_take_their_words_from_each_other(casebook: Casebook) -> None:
    data = told(casebook)
    one, other = shared(decode(text) for text in data)
    assert [one, other] == [decode(text) for text in data]
    assert [encode(item) for item in (one, other)] == data
    first, second = one.outcome, other.outcome
    assert isinstance(first, PublicCase)
    assert isinstance(second, PublicCase)
    assert first.town is second.town
    assert [step.facts for step in first.timeline] == [step.facts for step in second.timeline]
    assert all(a.facts is b.facts and a.on is b.on for a, b in zip(first.timeline, second.timeline, strict=True))
