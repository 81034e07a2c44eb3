"""发现: what sessions came upon, whether somebody has looked at it again, and that nobody learns of whom it was."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.checks.rule import ANSWER, ledger_check, session_check, whole_session_check
from generator.checks.rule import Finding as Said
from generator.checks.session import follow_up_day, public_texts, results
from generator.ledger import Ledger, LedgerSession
from generator.model.outreach import Finding, Session
from generator.problems import Severity


@whole_session_check("C814", Severity.WARNING)
def finding_is_followed_up(session: LedgerSession, ledger: Ledger) -> Iterator[Said]:
    """发现的问题，到了期限，最近一次「跟进」不是「正在改正」。

    没有写「期限」的，期限是 content/portal.yml「宣讲」里「跟进」的天数（不写就是 30 天）。

    ✓ content/outreach/2026.yml
        场次:
          - 编号: 2026-001
            样例: true
            种类: 一月一村
            日期: 2026-09-02
            镇街: 甲镇
            村或网格: 虚构村
            地点: 虚构礼堂
            人数: 30人
            发现:
              - {问题: 未设维权信息告示牌, 跟进: [{日期: 2026-09-20, 结果: 已改正}]}

    ✗ content/outreach/2026.yml
        场次:
          - 编号: 2026-001
            样例: true
            种类: 一月一村
            日期: 2026-09-02
            镇街: 甲镇
            村或网格: 虚构村
            地点: 虚构礼堂
            人数: 30人
            发现:
              - {问题: 未设维权信息告示牌}

    ✗ content/outreach/2026.yml
        场次:
          - 编号: 2026-001
            样例: true
            种类: 一月一村
            日期: 2026-10-20
            镇街: 甲镇
            村或网格: 虚构村
            地点: 虚构礼堂
            人数: 30人
            发现:
              - {问题: 未设维权信息告示牌, 期限: 2026-10-25, 跟进: [{日期: 2026-10-24, 结果: 正在改正}]}
    """
    for place, finding in enumerate(session.record.findings):
        due = finding.due or follow_up_day(session, ledger)
        if not finding.explanation and due < ledger.as_of and not _settled(finding):
            message = f"这个问题到 {due.isoformat()} 应当有结果，还没有"
            hint = f"再去看一次，在「跟进」里写明日期和结果；{ANSWER}"
            yield Said(session.at("发现", place, "问题"), message, hint)


def _settled(finding: Finding) -> bool:
    return any(one.outcome != "正在改正" for one in finding.follow_ups[-1:])


@session_check("C815")
def follow_up_comes_afterwards(session: LedgerSession, _: Ledger) -> Iterator[Said]:
    """「跟进」在场次那天以后，几次的按先后写；「期限」不早于场次那天。

    ✓ content/outreach/2026.yml
        场次:
          - 编号: 2026-001
            样例: true
            种类: 开工第一课
            日期: 2026-10-02
            镇街: 甲镇
            地点: 虚构礼堂
            人数: 30人
            发现:
              - {问题: 未设维权信息告示牌, 跟进: [{日期: 2026-10-20, 结果: 已改正}]}

    ✗ content/outreach/2026.yml
        场次:
          - 编号: 2026-001
            样例: true
            种类: 开工第一课
            日期: 2026-10-02
            镇街: 甲镇
            地点: 虚构礼堂
            人数: 30人
            发现:
              - {问题: 未设维权信息告示牌, 跟进: [{日期: 2026-09-20, 结果: 已改正}]}

    ✗ content/outreach/2026.yml
        场次:
          - 编号: 2026-001
            样例: true
            种类: 开工第一课
            日期: 2026-10-02
            镇街: 甲镇
            地点: 虚构礼堂
            人数: 30人
            发现:
              - {问题: 未设维权信息告示牌, 期限: 2026-09-25, 跟进: [{日期: 2026-10-20, 结果: 已改正}]}
    """
    for place, finding in enumerate(session.record.findings):
        for step, message in _misplaced(session.record, finding):
            yield Said(session.at("发现", place, *step), message, "核对年份和日子；几次跟进按日期的先后写")


def _misplaced(record: Session, finding: Finding) -> Iterator[tuple[tuple[str | int, ...], str]]:
    days = [one.on for one in finding.follow_ups]
    if finding.due and finding.due < record.on:
        yield ("期限",), "期限早于场次那天"
    for place, (before, on) in enumerate(pairwise([record.on, *days])):
        if on < before:
            yield ("跟进", place, "日期"), "这次跟进早于前面的日期"


@ledger_check("C816")
def found_unit_is_not_named_in_public(ledger: Ledger) -> Iterator[Said]:
    """「发现」里的单位，不写进任何一场公开的「地点」「村或网格」「内容」和「取消」：一对照就知道是谁有问题。

    ✓ content/outreach/2026.yml
        场次:
          - 编号: 2026-001
            样例: true
            种类: 开工第一课
            日期: 2026-10-20
            镇街: 甲镇
            地点: 虚构工业区食堂
            人数: 30人
            发现:
              - {问题: 未提供工资清单, 单位: 虚构甲公司}

    ✗ content/outreach/2026.yml
        场次:
          - 编号: 2026-001
            样例: true
            种类: 开工第一课
            日期: 2026-10-20
            镇街: 甲镇
            地点: 虚构甲公司三楼会议室
            人数: 30人
            发现:
              - {问题: 未提供工资清单, 单位: 虚构甲公司}

    ✗ content/outreach/2026.yml
        场次:
          - {编号: 2026-001, 种类: 开工第一课, 日期: 2026-10-10, 镇街: 甲镇, 地点: 甲公司三楼会议室, 人数: 30人}
          - 编号: 2026-002
            种类: 开工第一课
            日期: 2026-10-20
            镇街: 甲镇
            地点: 工业区食堂
            人数: 30人
            发现:
              - {问题: 未提供工资清单, 单位: 甲公司}
    """
    units = {found.employer for one in ledger.sessions for found in one.record.findings if found.employer}
    for session in ledger.sessions if units else ():
        for key, text in public_texts(session.record).items():
            if text and any(unit in text for unit in units):
                hint = "改写成村、路或者园区的名称；是哪个单位的，只写在「发现」里"
                yield Said(session.at(key), f"公开的「{key}」里写了有问题的单位", hint, private=True)


@session_check("C817", Severity.WARNING)
def result_has_come(session: LedgerSession, ledger: Ledger) -> Iterator[Said]:
    """还没有到日子的场次不写企业、首次、人数和发现；还没有到日子的「跟进」不写。截至较早的一天检查时，这不用改。

    ✓ content/outreach/2026.yml
        场次:
          - {编号: 2026-001, 样例: true, 种类: 开工第一课, 日期: 2026-11-20, 镇街: 甲镇, 地点: 虚构礼堂}

    ✗ content/outreach/2026.yml
        场次:
          - {编号: 2026-001, 样例: true, 种类: 开工第一课, 日期: 2026-11-20, 镇街: 甲镇, 地点: 虚构礼堂, 人数: 86人}

    ✗ content/outreach/2026.yml
        场次:
          - 编号: 2026-001
            样例: true
            种类: 开工第一课
            日期: 2026-10-02
            镇街: 甲镇
            地点: 虚构礼堂
            人数: 30人
            发现:
              - {问题: 未设维权信息告示牌, 跟进: [{日期: 2026-12-20, 结果: 已改正}]}
    """
    record = session.record
    if record.on > ledger.as_of:
        for key in results(record):
            hint = "日期写错的，改正日期；计划到场的数不写"
            yield Said(session.at(key), f"还没有到日子，就写了「{key}」", hint)
        return
    for place, finding in enumerate(record.findings):
        for at, one in enumerate(finding.follow_ups):
            if one.on > ledger.as_of:
                span = session.at("发现", place, "跟进", at, "日期")
                yield Said(span, "这次跟进还没有到日子", "核对年份和日子；还没有去看的，去过再写")
