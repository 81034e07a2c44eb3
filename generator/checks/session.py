"""场次: whether what a session of 开工第一课 or 一月一村 says of its day, its place and its numbers can be right."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import PurePosixPath
from typing import Final

from generator.checks.rule import Finding, ledger_check, session_check, whole_session_check
from generator.ledger import Ledger, LedgerSession
from generator.model.outreach import Session
from generator.problems import Severity, did_you_mean

ANSWER: Final = "确实如此的，在这一场的「说明」里写明"
"""How a session answers a warning, as the end of a hint."""


@ledger_check("C801")
def session_number_is_its_own(ledger: Ledger) -> Iterator[Finding]:
    """场次的「编号」以文件的年份打头，日期也在那一年；一个编号只用一次，取消了的也不给别的场次用。

    ✓ content/outreach/2026.yml
        场次:
          - {编号: 2026-001, 样例: true, 种类: 开工第一课, 日期: 2026-03-02, 镇街: 甲镇, 地点: 虚构礼堂}
          - {编号: 2026-002, 样例: true, 种类: 开工第一课, 日期: 2026-03-09, 镇街: 甲镇, 地点: 虚构礼堂}

    ✗ content/outreach/2026.yml
        场次:
          - {编号: 2026-001, 样例: true, 种类: 开工第一课, 日期: 2026-03-02, 镇街: 甲镇, 地点: 虚构礼堂}
          - {编号: 2026-001, 样例: true, 种类: 开工第一课, 日期: 2026-03-09, 镇街: 甲镇, 地点: 虚构礼堂}

    ✗ content/outreach/2026.yml
        场次:
          - {编号: 2025-001, 样例: true, 种类: 开工第一课, 日期: 2026-03-02, 镇街: 甲镇, 地点: 虚构礼堂}

    ✗ content/outreach/2026.yml
        场次:
          - {编号: 2026-001, 样例: true, 种类: 开工第一课, 日期: 2025-03-02, 镇街: 甲镇, 地点: 虚构礼堂}
    """
    seen: set[str] = set()
    for session in ledger.sessions:
        record, year = session.record, PurePosixPath(session.loaded.file).stem
        if not record.number.startswith(f"{year}-"):
            hint = "放到那一年的文件里，或者改正编号；新的一场用 anxin new session 取号"
            yield Finding(session.at("编号"), "编号的年份和文件名不一致", hint)
        elif record.number in seen:
            yield Finding(session.at("编号"), "这个编号已经用过", "用 anxin new session 取下一个编号")
        elif str(record.on.year) != year:
            yield Finding(session.at("日期"), "日期不在这个文件的年份里", "核对年份；别的年份的，放到那一年的文件里")
        seen.add(record.number)


@ledger_check("C802", Severity.WARNING)
def sessions_stand_in_date_order(ledger: Ledger) -> Iterator[Finding]:
    """一个文件里的场次，按日期的先后写。

    ✓ content/outreach/2026.yml
        场次:
          - {编号: 2026-002, 样例: true, 种类: 开工第一课, 日期: 2026-03-02, 镇街: 甲镇, 地点: 虚构礼堂}
          - {编号: 2026-001, 样例: true, 种类: 开工第一课, 日期: 2026-03-09, 镇街: 甲镇, 地点: 虚构礼堂}

    ✗ content/outreach/2026.yml
        场次:
          - {编号: 2026-001, 样例: true, 种类: 开工第一课, 日期: 2026-03-09, 镇街: 甲镇, 地点: 虚构礼堂}
          - {编号: 2026-002, 样例: true, 种类: 开工第一课, 日期: 2026-03-02, 镇街: 甲镇, 地点: 虚构礼堂}
    """
    before: LedgerSession | None = None
    for session in ledger.sessions:
        same = before is not None and before.loaded.file == session.loaded.file
        if before and same and session.record.on < before.record.on:
            yield Finding(session.at("日期"), "比上一场的日期早", "核对日期；日期没有写错的，移到上一场的前面")
        before = session


@session_check("C803")
def what_was_called_off_has_no_numbers(session: LedgerSession, _: Ledger) -> Iterator[Finding]:
    """取消了的场次，不写企业、首次、人数和发现。

    ✓ content/outreach/2026.yml
        场次:
          - {编号: 2026-001, 样例: true, 种类: 开工第一课, 日期: 2026-03-20, 镇街: 甲镇, 地点: 虚构礼堂, 取消: 台风}

    ✗ content/outreach/2026.yml
        场次:
          - 编号: 2026-001
            样例: true
            种类: 开工第一课
            日期: 2026-03-20
            镇街: 甲镇
            地点: 虚构礼堂
            企业: 12家
            取消: 台风
    """
    for key in results(session.record) if session.record.cancelled is not None else ():
        hint = "照常开了的，删去「取消」；没有开的，删去这一项"
        yield Finding(session.at(key), f"取消了的场次写了「{key}」", hint)


def results(record: Session) -> list[str]:
    """The keys that say what came of a session."""
    said = {"企业": record.firms, "首次": record.first, "人数": record.people, "发现": record.findings}
    return [key for key, value in said.items() if value]


def public_texts(record: Session) -> dict[str, str | None]:
    """What a session says in free words that everybody reads, by its key."""
    topics = "；".join(record.topics)
    return {"地点": record.place, "村或网格": record.village, "内容": topics, "取消": record.cancelled}


@session_check("C804")
def session_town_is_known(session: LedgerSession, ledger: Ledger) -> Iterator[Finding]:
    """场次的镇街须是 content/portal.yml「镇街」里的一个。

    ✓ content/outreach/2026.yml
        场次:
          - {编号: 2026-001, 样例: true, 种类: 开工第一课, 日期: 2026-03-02, 镇街: 甲镇, 地点: 虚构礼堂}

    ✗ content/outreach/2026.yml
        场次:
          - {编号: 2026-001, 样例: true, 种类: 开工第一课, 日期: 2026-03-02, 镇街: 乌有镇, 地点: 虚构礼堂}
    """
    town, towns = session.record.town, ledger.portal.record.towns
    if town not in towns:
        hint = did_you_mean(town, towns) or f"可写：{'、'.join(towns)}"
        yield Finding(session.at("镇街"), "没有这个镇街", hint)


@ledger_check("C805")
def session_is_written_once(ledger: Ledger) -> Iterator[Finding]:
    """同一天、同一个镇街和地点、同一个时间、同一种活动，只写一场。

    ✓ content/outreach/2026.yml
        场次:
          - {编号: 2026-001, 样例: true, 种类: 开工第一课, 日期: 2026-03-02, 时间: 09:00, 镇街: 甲镇, 地点: 虚构礼堂}
          - {编号: 2026-002, 样例: true, 种类: 开工第一课, 日期: 2026-03-02, 时间: 14:00, 镇街: 甲镇, 地点: 虚构礼堂}

    ✗ content/outreach/2026.yml
        场次:
          - {编号: 2026-001, 样例: true, 种类: 一月一村, 日期: 2026-03-02, 镇街: 甲镇, 村或网格: 虚构村, 地点: 虚构礼堂}
          - {编号: 2026-002, 样例: true, 种类: 一月一村, 日期: 2026-03-02, 镇街: 甲镇, 村或网格: 虚构村, 地点: 虚构礼堂}
    """
    seen: dict[tuple[object, ...], str] = {}
    for session in ledger.sessions:
        record = session.record
        if record.cancelled is None:
            other = seen.setdefault((record.kind, record.on, record.time, record.town, record.place), record.number)
            if other != record.number:
                hint = "删去一场；上午、下午各一场的，写明「时间」"
                yield Finding(session.at("日期"), f"和 {other} 像是同一场", hint)


@whole_session_check("C806", Severity.WARNING)
def village_is_named(session: LedgerSession, _: Ledger) -> Iterator[Finding]:
    """一月一村的场次，写明走到哪个村或网格。

    ✓ content/outreach/2026.yml
        场次:
          - {编号: 2026-001, 样例: true, 种类: 一月一村, 日期: 2026-11-20, 镇街: 甲镇, 村或网格: 虚构村, 地点: 虚构礼堂}

    ✗ content/outreach/2026.yml
        场次:
          - {编号: 2026-001, 样例: true, 种类: 一月一村, 日期: 2026-11-20, 镇街: 甲镇, 地点: 虚构礼堂}
    """
    record = session.record
    if record.kind == "一月一村" and not (record.village or record.explanation):
        yield Finding(session.at("种类"), "没有写走到哪个村或网格", f"补上「村或网格」；{ANSWER}")


@session_check("C807")
def session_worksite_is_known(session: LedgerSession, ledger: Ledger) -> Iterator[Finding]:
    """场次的「工地」，是 content/worksites 里有的一个安薪码，照文件名写。

    ✓ content/worksites/A2345678.yml content/outreach/2026.yml
        样例: true
        项目: 虚构甲工程
        施工总承包单位: {名称: 虚构甲公司}
        ---
        场次:
          - {编号: 2026-001, 样例: true, 种类: 开工第一课, 日期: 2026-11-20, 镇街: 甲镇, 地点: 虚构工地, 工地: A2345678}

    ✗ content/outreach/2026.yml
        场次:
          - {编号: 2026-001, 样例: true, 种类: 开工第一课, 日期: 2026-11-20, 镇街: 甲镇, 地点: 虚构工地, 工地: A2345678}
    """
    code = session.record.worksite
    known = [site.code for site in ledger.worksites]
    if code and code not in known:
        hint = did_you_mean(code, known) or "照 content/worksites 里的文件名写；没有登记的工地，先用 anxin new worksite"
        yield Finding(session.at("工地"), "没有这个工地", hint)


@session_check("C808", Severity.WARNING)
def session_is_in_the_town_of_its_worksite(session: LedgerSession, ledger: Ledger) -> Iterator[Finding]:
    """在工地上开的场次，镇街和工地的一致；样例场次只写样例工地，真实的只写真实的。

    ✓ content/worksites/A2345678.yml content/outreach/2026.yml
        样例: true
        项目: 虚构甲工程
        镇街: 甲镇
        施工总承包单位: {名称: 虚构甲公司}
        ---
        场次:
          - {编号: 2026-001, 样例: true, 种类: 开工第一课, 日期: 2026-11-20, 镇街: 甲镇, 地点: 虚构工地, 工地: A2345678}

    ✗ content/worksites/A2345678.yml content/outreach/2026.yml
        样例: true
        项目: 虚构甲工程
        镇街: 乙镇
        施工总承包单位: {名称: 虚构甲公司}
        ---
        场次:
          - {编号: 2026-001, 样例: true, 种类: 开工第一课, 日期: 2026-11-20, 镇街: 甲镇, 地点: 虚构工地, 工地: A2345678}

    ✗ content/worksites/A2345678.yml content/outreach/2026.yml
        样例: true
        项目: 虚构甲工程
        镇街: 甲镇
        施工总承包单位: {名称: 虚构甲公司}
        ---
        场次:
          - {编号: 2026-001, 种类: 开工第一课, 日期: 2026-11-20, 镇街: 甲镇, 地点: 甲工地, 工地: A2345678}
    """
    record = session.record
    site = next((one.record for one in ledger.worksites if one.code == record.worksite), None)
    if site is None or record.explanation:
        return
    if site.town and site.town != record.town:
        yield Finding(session.at("镇街"), "和工地的镇街不一致", f"核对场次和工地的「镇街」；{ANSWER}")
    elif site.sample != record.sample:
        yield Finding(session.at("工地"), "样例和真实的混在了一起", f"核对场次和工地的「样例」；{ANSWER}")


@whole_session_check("C809")
def sample_session_says_so(session: LedgerSession, _: Ledger) -> Iterator[Finding]:
    """样例场次的地点带「虚构」；真实的场次，地点、村或网格里一处「虚构」也没有。

    ✓ content/outreach/2026.yml
        场次:
          - {编号: 2026-001, 样例: true, 种类: 开工第一课, 日期: 2026-11-20, 镇街: 甲镇, 地点: 虚构礼堂}

    ✗ content/outreach/2026.yml
        场次:
          - {编号: 2026-001, 样例: true, 种类: 开工第一课, 日期: 2026-11-20, 镇街: 甲镇, 地点: 镇礼堂}

    ✗ content/outreach/2026.yml
        场次:
          - {编号: 2026-001, 种类: 开工第一课, 日期: 2026-11-20, 镇街: 甲镇, 地点: 虚构礼堂}
    """
    record = session.record
    for key, text in (("地点", record.place), ("村或网格", record.village)):
        if text and ("虚构" in text) != record.sample:
            message = "样例里的这一处没有「虚构」" if record.sample else "真实的场次里有「虚构」"
            hint = "样例的地点和村都写上「虚构」；真实的场次去掉「样例」和「虚构」"
            yield Finding(session.at(key), message, hint)


@session_check("C810")
def session_ends_after_it_begins(session: LedgerSession, _: Ledger) -> Iterator[Finding]:
    """「时间」写了几点到几点的，结束在开始以后。

    ✓ content/outreach/2026.yml
        场次:
          - {编号: 2026-001, 种类: 开工第一课, 日期: 2026-11-20, 时间: 14:00-16:00, 镇街: 甲镇, 地点: 镇礼堂}

    ✗ content/outreach/2026.yml
        场次:
          - {编号: 2026-001, 种类: 开工第一课, 日期: 2026-11-20, 时间: 14:00-10:00, 镇街: 甲镇, 地点: 镇礼堂}
    """
    start, dash, end = (session.record.time or "").partition("-")
    if dash and end <= start:
        yield Finding(session.at("时间"), "结束不在开始以后", "按 24 小时写，例如 14:00-16:00")


def follow_up_day(session: LedgerSession, ledger: Ledger) -> date:
    """The last day on which it is still in time to say what came of a session."""
    length, on = ledger.portal.record.outreach.follow_up, session.record.on
    return ledger.calendar.after(on, length.count).day if length.working else on + timedelta(days=length.count)


@whole_session_check("C811", Severity.WARNING)
def held_session_says_who_came(session: LedgerSession, ledger: Ledger) -> Iterator[Finding]:
    """开过的场次，过了 content/portal.yml「宣讲」里「跟进」的天数（不写就是 30 天），写明到场人数。

    ✓ content/outreach/2026.yml
        场次:
          - {编号: 2026-001, 样例: true, 种类: 开工第一课, 日期: 2026-09-02, 镇街: 甲镇, 地点: 虚构礼堂, 人数: 86人}

    ✗ content/outreach/2026.yml
        场次:
          - {编号: 2026-001, 样例: true, 种类: 开工第一课, 日期: 2026-09-02, 镇街: 甲镇, 地点: 虚构礼堂}
    """
    record = session.record
    silent = record.people is None and record.cancelled is None and record.explanation is None
    if silent and follow_up_day(session, ledger) < ledger.as_of:
        yield Finding(
            session.at("日期"), "开过了，没有写到场人数", f"照签到表补上「人数」；没有开的写「取消」；{ANSWER}"
        )


@session_check("C812")
def first_timers_are_among_the_firms(session: LedgerSession, _: Ledger) -> Iterator[Finding]:
    """「首次」是「企业」里的一部分：写了「首次」就写「企业」，「首次」不多于「企业」。

    ✓ content/outreach/2026.yml
        场次:
          - {编号: 2026-001, 种类: 开工第一课, 日期: 2026-10-20, 镇街: 甲镇, 地点: 镇礼堂, 企业: 12家, 首次: 8家}

    ✗ content/outreach/2026.yml
        场次:
          - {编号: 2026-001, 种类: 开工第一课, 日期: 2026-10-20, 镇街: 甲镇, 地点: 镇礼堂, 企业: 8家, 首次: 12家}

    ✗ content/outreach/2026.yml
        场次:
          - {编号: 2026-001, 样例: true, 种类: 开工第一课, 日期: 2026-10-20, 镇街: 甲镇, 地点: 虚构礼堂, 首次: 12家}
    """
    firms, first = session.record.firms, session.record.first
    if first and (firms is None or first.number > firms.number):
        yield Finding(session.at("首次"), "「首次」多于「企业」", "核对签到表；「企业」写到场的全部单位")


_MOST_PEOPLE: Final = 5000


@session_check("C813", Severity.WARNING)
def numbers_are_plausible(session: LedgerSession, _: Ledger) -> Iterator[Finding]:
    """到场的人不少于到场的单位；一场不会有五千人以上。

    ✓ content/outreach/2026.yml
        场次:
          - {编号: 2026-001, 种类: 开工第一课, 日期: 2026-10-20, 镇街: 甲镇, 地点: 镇礼堂, 企业: 12家, 人数: 30人}

    ✗ content/outreach/2026.yml
        场次:
          - {编号: 2026-001, 种类: 开工第一课, 日期: 2026-10-20, 镇街: 甲镇, 地点: 镇礼堂, 企业: 12家, 人数: 8人}

    ✗ content/outreach/2026.yml
        场次:
          - {编号: 2026-001, 样例: true, 种类: 开工第一课, 日期: 2026-10-20, 镇街: 甲镇, 地点: 虚构礼堂, 人数: 86000人}
    """
    message = _implausible(session.record)
    if message and not session.record.explanation:
        yield Finding(session.at("人数"), message, f"核对签到表；{ANSWER}")


def _implausible(record: Session) -> str | None:
    if record.people is None:
        return None
    if record.firms and record.people.number < record.firms.number:
        return "到场的人比单位还少"
    return "一场有五千人以上" if record.people.number > _MOST_PEOPLE else None
