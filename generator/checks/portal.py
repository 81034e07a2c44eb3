"""门户: whether the settings in `content/portal.yml` can be right."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from itertools import pairwise
from typing import Final

from generator.checks.rule import Finding, ledger_check
from generator.law.board import is_stale, wage_in_force
from generator.law.calendar import WorkCalendar
from generator.ledger import Ledger
from generator.model.portal import Portal
from generator.problems import Severity


@ledger_check("C107", Severity.WARNING)
def minimum_wage_is_recent(ledger: Ledger) -> Iterator[Finding]:
    """最低工资标准至少每两年调整一次，超过 24 个月的须核实是否已有新标准。

    ✓ content/portal.yml
        最低工资: [{自: 2025-06-01, 月: 2000元, 小时: 20元, 文件: 某文〔2025〕1号, 核实: 已核实}]

    ✗ content/portal.yml
        最低工资: [{自: 2021-06-01, 月: 2000元, 小时: 20元, 文件: 某文〔2021〕1号, 核实: 已核实}]
    """
    wage = wage_in_force(ledger.portal.record.wages, ledger.as_of)
    if wage and is_stale(wage, ledger.as_of):
        span = ledger.portal.at("最低工资")
        hint = "《最低工资规定》第十条：至少每两年调整一次；向主管部门核实后补上新标准和文号"
        yield Finding(span, "最低工资标准已超过 24 个月", hint)


@ledger_check("C117")
def settings_are_named_once(ledger: Ledger) -> Iterator[Finding]:
    """content/portal.yml 里，投诉渠道、镇街、部门、六项制度、最低工资的施行日期、节假日的日期和专项行动，各写一次。

    ✓ content/portal.yml
        部门: [建设局, 公安局]

    ✗ content/portal.yml
        部门: [建设局, 公安局, 建设局]

    ✗ content/portal.yml
        镇街: [甲镇, 甲镇]

    ✗ content/portal.yml
        投诉渠道: [{名称: 甲热线, 方式: 电话, 号码: "12345"}, {名称: 甲热线, 方式: 内部}]

    ✗ content/portal.yml
        节假日: [{日期: 2026-01-04, 安排: 班}, {日期: 2026-01-04, 安排: 班}]

    ✗ content/portal.yml
        专项行动: [{名称: 冬季行动, 自: 2025-11-01, 至: 2026-02-16}, {名称: 冬季行动, 自: 2026-11-01, 至: 2027-02-05}]
    """
    for path, names in _lists(ledger.portal.record).items():
        for place in _repeated(names):
            span = ledger.portal.at(path[0], place, *path[1:])
            yield Finding(span, f"「{path[0]}」里写了两次", "删去多余的一项，或改正其中一项")


def _lists(portal: Portal) -> dict[tuple[str, ...], tuple[Hashable, ...]]:
    return {
        ("投诉渠道", "名称"): tuple(channel.name for channel in portal.channels),
        ("镇街",): portal.towns,
        ("部门",): portal.departments,
        ("最低工资", "自"): tuple(wage.since for wage in portal.wages),
        ("六项制度",): portal.systems,
        ("节假日", "日期"): tuple(day.on for day in portal.calendar),
        ("专项行动", "名称"): tuple(campaign.name for campaign in portal.campaigns),
    }


def _repeated(values: Iterable[Hashable]) -> Iterator[int]:
    seen: set[Hashable] = set()
    for place, value in enumerate(values):
        if value in seen:
            yield place
        seen.add(value)


_WEEKEND: Final = 5


@ledger_check("C118", Severity.WARNING)
def announced_day_makes_sense(ledger: Ledger) -> Iterator[Finding]:
    """节假日只写国务院已经公布的：调休上班总在周六、周日；最多公布到下一年；软件已经知道的年份，安排要与公布的一致。

    ✓ content/portal.yml
        节假日: [{日期: 2026-01-01, 安排: 休}, {日期: 2026-01-04, 安排: 班}]

    ✗ content/portal.yml
        节假日: [{日期: 2026-03-04, 安排: 班}]

    ✗ content/portal.yml
        节假日: [{日期: 2072-01-01, 安排: 休}]

    ✗ content/portal.yml
        节假日: [{日期: 2026-03-04, 安排: 休}]
    """
    official = WorkCalendar()
    for place, day in enumerate(ledger.portal.record.calendar):
        span = ledger.portal.at("节假日", place, "日期")
        works, known = day.kind == "班", official.knows(day.on.year)
        if works and day.on.weekday() < _WEEKEND:
            yield Finding(span, "调休上班不会在周一到周五", "照国务院办公厅的通知核对日期和安排")
        elif known and official.is_workday(day.on) != works:
            yield Finding(span, "与国务院已公布的安排不一致", "照国务院办公厅的通知核对；软件有错的，请告诉维护人员")
        elif not known and not official.knows(day.on.year - 1):
            yield Finding(span, "这一年的安排还没有公布", "核对年份，是否把 2027 写成了 2072")


_LONG_HOLIDAYS: Final = {"元旦或春节": (1, 2), "劳动节": (5,), "国庆节": (10,)}


@ledger_check("C119", Severity.WARNING)
def announced_year_is_whole(ledger: Ledger) -> Iterator[Finding]:
    """自己录入某一年节假日的，要把一年录全：只录几天，其余的日子就会被当成照常上班，期限会算错。

    ✓ content/portal.yml
        节假日: [{日期: 2027-01-01, 安排: 休}, {日期: 2027-05-03, 安排: 休}, {日期: 2027-10-01, 安排: 休}]

    ✗ content/portal.yml
        节假日: [{日期: 2027-01-01, 安排: 休}]
    """
    official = WorkCalendar()
    days = [day.on for day in ledger.portal.record.calendar if day.kind == "休"]
    for year in sorted({day.year for day in days}):
        months = {day.month for day in days if day.year == year}
        missing = [name for name, those in _LONG_HOLIDAYS.items() if not months & set(those)]
        if missing and not official.knows(year) and official.knows(year - 1):
            message = f"{year} 年的节假日像是没有录全：没有{'、'.join(missing)}"
            yield Finding(ledger.portal.at("节假日"), message, "照国务院办公厅的通知把这一年录全，周末的休不必写")


@ledger_check("C120", Severity.WARNING)
def graver_is_shown_longer(ledger: Ledger) -> Iterator[Finding]:
    """行政处罚的公示时长，情节越重的不短于越轻的。

    ✓ content/portal.yml
        公开政策: {重大违法公布: 36个月, 媒体转载: 36个月, 行政处罚: {轻微: 3个月, 一般: 12个月, 严重: 36个月}}

    ✗ content/portal.yml
        公开政策: {重大违法公布: 36个月, 媒体转载: 36个月, 行政处罚: {轻微: 12个月, 一般: 3个月, 严重: 36个月}}
    """
    terms = ledger.portal.record.policy.penalty
    lengths = {"轻微": terms.slight.count, "一般": terms.ordinary.count, "严重": terms.serious.count}
    for (lighter, short), (graver, long) in pairwise(lengths.items()):
        if long < short:
            span = ledger.portal.at("公开政策", "行政处罚", graver)
            yield Finding(span, f"「{graver}」的公示时长短于「{lighter}」", "核对是否写颠倒了")


_LONGEST_CAMPAIGN: Final = 366


@ledger_check("C122")
def campaign_has_its_days(ledger: Ledger) -> Iterator[Finding]:
    """专项行动的最后一天不早于第一天，前后不超过一年。

    ✓ content/portal.yml
        专项行动: [{名称: 2026年冬季专项行动, 自: 2026-11-01, 至: 2027-02-05}]

    ✗ content/portal.yml
        专项行动: [{名称: 2026年冬季专项行动, 自: 2026-11-01, 至: 2026-02-05}]

    ✗ content/portal.yml
        专项行动: [{名称: 2026年冬季专项行动, 自: 2026-11-01, 至: 2072-02-05}]
    """
    for place, campaign in enumerate(ledger.portal.record.campaigns):
        days = (campaign.until - campaign.since).days
        if not 0 <= days <= _LONGEST_CAMPAIGN:
            message = "最后一天早于第一天" if days < 0 else "从第一天到最后一天超过一年"
            span = ledger.portal.at("专项行动", place, "至")
            yield Finding(span, message, "核对「自」和「至」，是否把 2027 写成了 2026 或 2072")


_ROOM: Final = 288
"""Bits that a QR code of version 4 holds at level H (ISO/IEC 18004): 50 capitals and digits, host and all."""
_CAPITALS: Final = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
_ANY_CODE: Final = "A0000000"
_NEVER: Final = 1_000_000


@ledger_check("C125", Severity.WARNING)
def address_fits_a_code(ledger: Ledger) -> Iterator[Finding]:
    """网址要短，印出来的安薪码才扫得远：主机名不带路径、16 个字符以内是版本 3，31 个以内是版本 4，再长就太密了。

    ✓ content/portal.yml
        网站: {名称: 甲市安薪, 网址: https://portal.example}

    ✓ content/portal.yml
        网站: {名称: 甲市安薪, 网址: https://department.of.city.gov.example}

    ✗ content/portal.yml
        网站: {名称: 甲市安薪, 网址: https://department.of.labour.gov.example}

    ✗ content/portal.yml
        网站: {名称: 甲市安薪, 网址: https://office.portal.example/a/long/way}
    """
    address = ledger.portal.record.website.address
    if address and code_bits(address) > _ROOM:
        span = ledger.portal.at("网站", "网址")
        hint = "换一个短的域名，最好不带路径；主机名 16 个字符以内扫得最远。海报印出去以后，域名就不能再换"
        yield Finding(span, "网址太长，印出来的安薪码格子太密，手机要靠得很近才扫得出", hint)


def code_bits(address: str) -> int:
    """Bits of the address in the code of a worksite: two capitals or digits take 11, a path in small letters 8 each.

    To begin letters takes 12 bits, to begin capitals 13; the writer changes over where that is the least in all.
    """
    scheme, _, rest = address.partition("://")
    host, slash, path = rest.partition("/")
    least, letters, odd, even = 0, _NEVER, _NEVER, _NEVER
    for sign in f"{scheme.upper()}://{host.upper()}{slash}{path}/Q/{_ANY_CODE}":
        capital = sign in _CAPITALS
        letters, odd, even = (
            min(letters, least + 12) + 8,
            min(even, least + 13) + 6 if capital else _NEVER,
            odd + 5 if capital else _NEVER,
        )
        least = min(letters, odd, even)
    return least
