"""Every day of four years: the names that are out are those that a count by hand says, and no others.

The count below knows nothing of the code: a first day, a last day, from the text of the law and a calendar.
"""

from __future__ import annotations

import calendar
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

import pytest

from generator.disclosure.gate import disclose
from generator.disclosure.site import disclose_all
from generator.ledger import fold
from generator.records.load import Records
from tests.casebook import Casebook

FIRST: Final = date(2024, 1, 1)
DAYS: Final = [FIRST + timedelta(days=number) for number in range(1461)]
MONTHS: Final = {"轻微": 3, "一般": 12, "严重": 36}
NAMED: Final = re.compile(r"虚构[甲乙]\d{3}号")
Span = tuple[date, date]


def later(day: date, months: int) -> date:
    """The same day so many months on; the last of the month where it has no such day (民法典 art 202)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


@dataclass
class Story:
    """A record as text, and the days, both included, on which its names are out."""

    number: int
    acts: list[str] = field(default_factory=list)
    bases: list[str] = field(default_factory=list)
    unit: list[Span] = field(default_factory=list)
    persons: list[Span] = field(default_factory=list)

    def act(self, on: date, kind: str, said: str = "") -> None:
        """One more line of 经过."""
        self.acts.append(f"  - {{日期: {on}, 事项: {kind}{said}}}")

    def basis(self, name: str, approved: date, said: str = "") -> None:
        """One more line of 公开."""
        self.bases.append(f"  - {{依据: {name}{said}, 批准: {{岗位: 某, 日期: {approved}}}}}")

    @property
    def text(self) -> str:
        """The record."""
        parts = [
            f"样例: true\n单位: {{名称: 虚构甲{self.number:03}号}}\n违法事实: 逾期未支付。",
            "\n".join(["经过:", *self.acts]),
            "\n".join(["公开:", *self.bases]),
        ]
        return "\n".join(parts) + "\n"

    def out(self, on: date) -> set[str]:
        """Whose name is out that day."""
        known = ((f"虚构甲{self.number:03}号", self.unit), (f"虚构乙{self.number:03}号", self.persons))
        return {name for name, spans in known if any(first <= on <= last for first, last in spans)}


def listed(story: Story, decided: date, chance: random.Random, how: str) -> None:
    """Three years from the decision; until the day before a removal or a revocation; anew once a removal is revoked."""
    approved = decided + timedelta(days=chance.randint(0, 30))
    said = f", 列入事由: 某, 人员: [{{姓名: 虚构乙{story.number:03}号, 身份: 法定代表人}}]"
    story.act(decided, "列入失信名单", said)
    story.basis("失信名单", approved)
    last = later(decided, 36)
    ended = decided + timedelta(days=chance.randint(190, 700))
    spans = [(approved, last if how == "full" else ended - timedelta(days=1))]
    if how == "revoked":
        story.act(ended, "文书撤销", f", 对象: {{事项: 列入失信名单, 日期: {decided}}}, 理由: 某")
    if how in {"removed", "restored"}:
        story.act(ended, "移出名单", ", 原因: 提前移出")
    if how == "restored":
        again = ended + timedelta(days=chance.randint(5, 90))
        story.act(again, "文书撤销", f", 对象: {{事项: 移出名单, 日期: {ended}}}, 理由: 某")
        spans.append((again, later(again, 36)))
    story.unit += spans
    story.persons += spans


def penalised(story: Story, decided: date, chance: random.Random, how: str) -> None:
    """As long as the city says for its severity; until the day before it is revoked."""
    severity = chance.choice(list(MONTHS))
    approved = decided + timedelta(days=chance.randint(0, 10))
    story.act(decided, "行政处罚", f", 金额: 1000元, 情节: {severity}")
    story.basis("行政处罚", approved)
    last = later(decided, MONTHS[severity])
    if how == "revoked":
        ended = approved + timedelta(days=chance.randint(1, 60))
        story.act(ended, "文书撤销", f", 对象: {{事项: 行政处罚, 日期: {decided}}}, 理由: 某")
        last = min(last, ended - timedelta(days=1))
    story.unit.append((approved, last))


def handled(story: Story, decided: date, chance: random.Random, how: str) -> None:
    """36 months from the decision, once approved; an approval from before the decision approved nothing."""
    approved = decided + timedelta(days=-3 if how == "early" else chance.randint(0, 60))
    story.act(decided, "行政处理")
    story.basis("重大违法公布", approved, ", 类别: 其他重大违法")
    if how != "early":
        story.unit.append((approved, later(decided, 36)))


def reported(story: Story, decided: date, _chance: random.Random, _how: str) -> None:
    """36 months from the approval."""
    story.basis("媒体转载", decided, f", 来源: {{名称: 某报, 日期: {decided}}}")
    story.act(decided - timedelta(days=9), "接到投诉", ", 渠道: 甲热线")
    story.unit.append((decided, later(decided, 36)))


TOLD: Final = [
    *((listed, how) for how in ("full", "removed", "revoked", "restored")),
    *((penalised, how) for how in ("full", "full", "revoked")),
    *((handled, how) for how in ("full", "early")),
    (reported, "full"),
]
EDGES: Final = (date(2024, 2, 29), date(2024, 8, 31), date(2024, 11, 30), date(2023, 12, 31), date(2021, 2, 28))


def stories() -> Iterator[Story]:
    """Each basis with each of its ends, thrice; half begin at the end of a month; some have two bases at once."""
    chance = random.Random(20261129)  # noqa: S311 - a seed, not a secret
    for number, (tell, how) in enumerate(TOLD * 3):
        story = Story(number)
        edge = chance.random() < 0.5
        decided = chance.choice(EDGES) if edge else FIRST + timedelta(days=chance.randint(-1000, 1300))
        tell(story, max(decided, date(2022, 1, 5)) if tell is listed else decided, chance, how)
        if number % 3 == 0 and tell is not penalised:
            penalised(story, decided + timedelta(days=400), chance, "full")
        story.acts.sort()
        yield story


@pytest.fixture(scope="module")
def told() -> list[Story]:
    return list(stories())


@pytest.fixture(scope="module")
def records(told: list[Story], tmp_path_factory: pytest.TempPathFactory) -> Records:
    book = Casebook(tmp_path_factory.mktemp("days"))
    for story in told:
        book.write(story.text, f"cases/2024/yk-2024-{story.number + 1:04}.yml")
    found = book.records()
    assert found.problems == ()
    return found


def test_who_is_out_on_every_day(told: list[Story], records: Records) -> None:
    assert records.portal
    shown = 0
    for day in DAYS:
        ledger = fold(records, records.portal, day)
        out = set(NAMED.findall(repr([disclose(case, ledger) for case in ledger.cases])))
        assert out == {name for story in told for name in story.out(day)}, day
        shown += len(out)
    assert shown > 10 * len(DAYS)


def test_the_whole_site_says_no_more_around_every_edge(told: list[Story], records: Records) -> None:
    """Lists, statistics, bulletins and what else is gathered; and each edge is foretold on the day before."""
    assert records.portal
    spans = [span for story in told for span in (*story.unit, *story.persons)]
    edges = {edge for first, last in spans for edge in (first, last + timedelta(days=1)) if DAYS[0] < edge <= DAYS[-1]}
    for edge in sorted(edges):
        for day in (edge - timedelta(days=1), edge):
            site = disclose_all(fold(records, records.portal, day)).site
            assert set(NAMED.findall(repr(site))) == {name for story in told for name in story.out(day)}, day
            assert edge in {day, site.next_change}
    assert len(edges) > 40
