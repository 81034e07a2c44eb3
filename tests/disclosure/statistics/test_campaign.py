"""专项行动: open cases by week, and no week so small that somebody could be recognised in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import product

import pytest

from generator.disclosure.public import PublicCampaign
from generator.disclosure.statistics.campaign import Week, _periods
from generator.disclosure.statistics.stages import Stake
from tests.casebook import Casebook

MONDAY = date(2026, 11, 2)
CAMPAIGN = "[{名称: 冬季行动, 自: 2026-11-02, 至: 2026-12-01}]"
AMOUNT = "欠薪: {人数: 5名, 金额: 1万元}"


def record(on: str, *acts: str, head: str = AMOUNT) -> str:
    lines = "".join(f"  - {{日期: {act}}}\n" for act in (f"{on}, 事项: 接到投诉, 渠道: 热线", *acts))
    return f"单位: {{名称: 虚构某劳务有限公司}}\n{head}\n经过:\n{lines}"


def campaign(casebook: Casebook, as_of: date, *records: str) -> PublicCampaign:
    casebook.portal["专项行动"] = CAMPAIGN
    for serial, text in enumerate(records, 1):
        casebook.write(text, f"cases/2026/yk-2026-{serial:04}.yml")
    (found,) = casebook.disclosed(as_of).site.campaigns
    return found


def weeks(found: PublicCampaign) -> list[tuple[date, date, int, int, int]]:
    return [(one.first, one.last, one.received, one.settled, one.open) for one in found.periods]


def test_without_a_setting_there_is_none(casebook: Casebook) -> None:
    assert casebook.write(record("2026-11-03")).disclosed(date(2026, 11, 20)).site.campaigns == ()


def test_the_newest_comes_first(casebook: Casebook) -> None:
    casebook.portal["专项行动"] = (
        "[{名称: 甲, 自: 2025-11-01, 至: 2026-02-16}, {名称: 乙, 自: 2026-11-01, 至: 2027-02-05}]"
    )
    found = casebook.write(record("2026-11-03")).disclosed(date(2026, 11, 20)).site.campaigns
    assert [one.name for one in found] == ["乙", "甲"]


@pytest.mark.parametrize(
    ("as_of", "running", "ahead", "shown"),
    [
        (date(2026, 11, 1), None, 5, 0),
        (MONDAY, (MONDAY, date(2026, 11, 8)), 4, 0),
        (date(2026, 11, 8), (MONDAY, date(2026, 11, 8)), 4, 0),
        (date(2026, 11, 9), (date(2026, 11, 9), date(2026, 11, 15)), 3, 1),
        (date(2026, 12, 1), (date(2026, 11, 30), date(2026, 12, 1)), 0, 4),
        (date(2026, 12, 2), None, 0, 5),
    ],
    ids=["before it", "its first day", "a week's last day", "the next day", "its last day", "after it"],
)
def test_weeks_past_running_and_to_come(
    casebook: Casebook, as_of: date, running: tuple[date, date] | None, ahead: int, shown: int
) -> None:
    found = campaign(casebook, as_of, *[record("2026-10-01")] * 3)
    assert (found.running, found.ahead, len(found.periods), found.pending) == (running, ahead, shown, None)


def test_what_came_in_what_was_settled_and_what_is_open(casebook: Casebook) -> None:
    paid = ("2026-11-10, 事项: 支付, 金额: 1万元", "2026-11-11, 事项: 改正完毕")
    before, new = [record("2026-10-01")] * 4, [record("2026-11-03", *paid)] * 5
    found = campaign(casebook, date(2026, 11, 16), *before, *new)
    assert weeks(found) == [
        (MONDAY, date(2026, 11, 8), 5, 0, 9),
        (date(2026, 11, 9), date(2026, 11, 15), 0, 5, 4),
    ]
    assert [(one.people, one.owed_fen, one.unknown) for one in found.periods] == [
        (45, 9_000_000, 0),
        (20, 4_000_000, 0),
    ]


def test_until_none_is_left(casebook: Casebook) -> None:
    found = campaign(casebook, date(2026, 11, 9), *[record("2026-10-01", "2026-11-08, 事项: 改正完毕")] * 3)
    assert weeks(found) == [(MONDAY, date(2026, 11, 8), 0, 3, 0)]


def test_a_small_week_waits_for_the_next(casebook: Casebook) -> None:
    records = [*[record("2026-10-01")] * 3, record("2026-11-03"), *[record("2026-11-10")] * 2]
    early = campaign(casebook, date(2026, 11, 9), *records)
    assert (weeks(early), early.pending) == ([], (MONDAY, date(2026, 11, 8)))
    late = campaign(casebook, date(2026, 11, 16), *records)
    assert (weeks(late), late.pending) == ([(MONDAY, date(2026, 11, 15), 3, 0, 6)], None)


@pytest.mark.parametrize(
    "small",
    [
        record("2026-10-01", "2026-11-03, 事项: 改正完毕"),
        record("2026-10-01", "2026-11-03, 事项: 支付, 金额: 1千元".replace("1千", "1000")),
        record("2026-11-03", head="镇街: 甲镇"),
    ],
    ids=["one settled", "one paid in part", "one received"],
)
def test_whatever_moves_one_case_alone_makes_a_week_small(casebook: Casebook, small: str) -> None:
    found = campaign(casebook, date(2026, 11, 9), *[record("2026-10-01")] * 5, small)
    assert (weeks(found), found.pending) == ([], (MONDAY, date(2026, 11, 8)))


@pytest.mark.parametrize(
    ("silent", "telling"),
    [("欠薪: {人数: 5名}", AMOUNT), ("欠薪: {金额: 1万元}", AMOUNT), ("镇街: 甲镇", "镇街: 甲镇")],
    ids=["one amount", "one headcount", "nothing of either"],
)
def test_one_amount_or_headcount_among_many_cases_makes_a_week_small(
    casebook: Casebook, silent: str, telling: str
) -> None:
    records = [*[record("2026-10-01", head=silent)] * 5, record("2026-10-01", head=telling)]
    assert bool(campaign(casebook, date(2026, 11, 9), *records).pending) is (telling == AMOUNT)


@pytest.mark.parametrize(("left", "waits"), [(1, True), (2, True), (3, False)])
def test_one_or_two_cases_still_open_make_a_week_small(casebook: Casebook, left: int, *, waits: bool) -> None:
    done = record("2026-10-01", "2026-11-03, 事项: 改正完毕", head="镇街: 甲镇")
    found = campaign(casebook, date(2026, 11, 9), *[done] * 3, *[record("2026-10-01", head="镇街: 甲镇")] * left)
    assert bool(found.pending) is waits


@pytest.mark.parametrize(("telling", "waits"), [(1, True), (2, True), (3, False)])
def test_one_or_two_settled_cases_that_say_how_much_make_a_week_small(
    casebook: Casebook, telling: int, *, waits: bool
) -> None:
    """Enough were settled, but what is owed falls by those alone that say how much."""
    heads = [AMOUNT] * telling + ["镇街: 甲镇"] * (4 - telling)
    done = [record("2026-10-01", "2026-11-03, 事项: 改正完毕", head=head) for head in heads]
    assert bool(campaign(casebook, date(2026, 11, 9), *[record("2026-10-01")] * 5, *done).pending) is waits


def test_what_moves_between_two_ends_changes_nothing_that_is_told(casebook: Casebook) -> None:
    handed = record("2026-10-01", "2026-10-20, 事项: 刑事立案", "2026-11-03, 事项: 改正完毕")
    found = campaign(casebook, date(2026, 11, 9), *[record("2026-10-01")] * 5, handed)
    assert (weeks(found), found.pending) == ([(MONDAY, date(2026, 11, 8), 0, 0, 5)], None)


def test_open_cases_that_do_not_say_how_much_are_counted_apart(casebook: Casebook) -> None:
    silent = record("2026-10-01", head="欠薪: {人数: 5余名}")
    found = campaign(casebook, date(2026, 11, 9), *[silent] * 2, *[record("2026-10-01")] * 3)
    assert [(one.people, one.owed_fen, one.unknown, one.approximate) for one in found.periods] == [
        (25, 3_000_000, 2, True)
    ]


def test_an_act_of_the_day_itself_or_later_has_not_happened(casebook: Casebook) -> None:
    found = campaign(casebook, date(2026, 11, 9), *[record("2026-10-01", "2026-11-09, 事项: 改正完毕")] * 3)
    assert weeks(found) == [(MONDAY, date(2026, 11, 8), 0, 0, 3)]


def received(numbers: Sequence[int]) -> list[Week]:
    """Weeks in which so many cases came in and nothing else happened, beside cases enough that stay open."""
    stakes = [
        tuple(Stake(f"{week}-{serial}", True, None, None, False) for serial in range(number))  # noqa: FBT003 - a value
        for week, number in enumerate(numbers)
    ]
    firsts = [MONDAY + timedelta(days=7 * week) for week in range(len(numbers))]
    still = tuple(Stake(str(serial), True, None, None, False) for serial in range(5))  # noqa: FBT003 - a value
    return [
        Week(first, first + timedelta(days=6), new, (), (), still) for first, new in zip(firsts, stakes, strict=True)
    ]


def test_no_week_that_waited_can_be_worked_out() -> None:
    """Somebody who knows this code tries every course of four weeks: several fit whatever is published."""
    worlds: defaultdict[str, list[tuple[int, ...]]] = defaultdict(list)
    for numbers in product(range(8), repeat=4):
        worlds[repr(_periods(received(numbers)))].append(numbers)
    far_from_the_edge = (fitting for fitting in worlds.values() if max(fitting[0]) < 5)
    for fitting in far_from_the_edge:
        periods, pending = _periods(received(fitting[0]))
        joined = [(one.first, one.last) for one in periods if (one.last - one.first).days > 6]
        for first, last in (*joined, *([pending] if pending else [])):
            for week in range((first - MONDAY).days // 7, (last - MONDAY).days // 7 + 1):
                assert len({numbers[week] for numbers in fitting}) > 1, fitting
