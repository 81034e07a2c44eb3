"""进度: whether what a worksite says of its systems, its posters and its plan can be right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.checks.rule import Finding, whole_worksite_check, worksite_check
from generator.ledger import Ledger, LedgerWorksite
from generator.model.worksite import PostersRevoked
from generator.problems import Severity, did_you_mean


@worksite_check("C610")
def system_is_known_and_said_once(site: LedgerWorksite, ledger: Ledger) -> Iterator[Finding]:
    """六项制度的名称须是 content/portal.yml「六项制度」里的，每项写一次。

    ✓ content/worksites/A2345678.yml
        样例: true
        项目: 虚构甲工程
        施工总承包单位: {名称: 虚构甲公司}
        六项制度: [{名称: 维权信息公示, 状态: 未落实}]

    ✗ content/worksites/A2345678.yml
        样例: true
        项目: 虚构甲工程
        施工总承包单位: {名称: 虚构甲公司}
        六项制度: [{名称: 维权告示牌, 状态: 未落实}]

    ✗ content/worksites/A2345678.yml
        样例: true
        项目: 虚构甲工程
        施工总承包单位: {名称: 虚构甲公司}
        六项制度: [{名称: 维权信息公示, 状态: 未落实}, {名称: 维权信息公示, 状态: 部分落实}]
    """
    known = ledger.portal.record.systems
    seen: Counter[str] = Counter()
    for place, state in enumerate(site.record.systems):
        span = site.loaded.at("六项制度", place, "名称")
        seen[state.name] += 1
        if state.name not in known:
            hint = did_you_mean(state.name, known) or f"可写：{'、'.join(known)}"
            yield Finding(span, "没有这项制度", hint)
        elif seen[state.name] > 1:
            yield Finding(span, "这项制度写了两次", "留下最近一次核查的，删去另一处")


@worksite_check("C611", Severity.WARNING)
def system_was_looked_at(site: LedgerWorksite, ledger: Ledger) -> Iterator[Finding]:
    """六项制度的核查日期，不晚于检查的这一天。

    ✓ content/worksites/A2345678.yml
        样例: true
        项目: 虚构甲工程
        施工总承包单位: {名称: 虚构甲公司}
        六项制度: [{名称: 维权信息公示, 状态: 未落实, 日期: 2026-10-08}]

    ✗ content/worksites/A2345678.yml
        样例: true
        项目: 虚构甲工程
        施工总承包单位: {名称: 虚构甲公司}
        六项制度: [{名称: 维权信息公示, 状态: 未落实, 日期: 2027-10-08}]
    """
    for place, state in enumerate(site.record.systems):
        if state.on and state.on > ledger.as_of:
            span = site.loaded.at("六项制度", place, "日期")
            yield Finding(span, "核查的日期还没有到", "核对年份；没有核查过的，不写日期")


@whole_worksite_check("C612", Severity.WARNING)
def carried_out_means_shown(site: LedgerWorksite, _: Ledger) -> Iterator[Finding]:
    """写「已落实」的制度要有「佐证」：这句话会印在工地的页面上。

    ✓ content/worksites/A2345678.yml
        样例: true
        项目: 虚构甲工程
        施工总承包单位: {名称: 虚构甲公司}
        六项制度: [{名称: 维权信息公示, 状态: 已落实, 佐证: 照片在卷}]

    ✗ content/worksites/A2345678.yml
        样例: true
        项目: 虚构甲工程
        施工总承包单位: {名称: 虚构甲公司}
        六项制度: [{名称: 维权信息公示, 状态: 已落实}]
    """
    for place, state in enumerate(site.record.systems):
        if state.status == "已落实" and not state.evidence:
            span = site.loaded.at("六项制度", place, "状态")
            yield Finding(span, "写了「已落实」，没有写「佐证」", "写明凭什么；拿不准的，写「部分落实」或「未落实」")


@worksite_check("C613")
def posters_are_revoked_last(site: LedgerWorksite, _: Ledger) -> Iterator[Finding]:
    """海报先印发后撤销，按日期先后写；撤销之后这个码不再用，要用的另领一个码。

    ✓ content/worksites/A2345678.yml
        样例: true
        项目: 虚构甲工程
        施工总承包单位: {名称: 虚构甲公司}
        海报: [{日期: 2026-03-01, 事项: 印发}, {日期: 2026-09-01, 事项: 撤销, 理由: 竣工}]

    ✗ content/worksites/A2345678.yml
        样例: true
        项目: 虚构甲工程
        施工总承包单位: {名称: 虚构甲公司}
        海报: [{日期: 2026-09-01, 事项: 撤销, 理由: 竣工}, {日期: 2026-10-01, 事项: 印发}]

    ✗ content/worksites/A2345678.yml
        样例: true
        项目: 虚构甲工程
        施工总承包单位: {名称: 虚构甲公司}
        海报: [{日期: 2026-03-01, 事项: 印发}, {日期: 2026-02-01, 事项: 撤销, 理由: 竣工}]
    """
    posters = site.record.posters
    for place, act in enumerate(posters):
        before = posters[:place]
        span = site.loaded.at("海报", place, "日期")
        if any(isinstance(earlier, PostersRevoked) for earlier in before):
            hint = "撤销了的码不再用；用 anxin new worksite 给工地另领一个码"
            yield Finding(site.loaded.at("海报", place, "事项"), f"撤销之后又有「{act.kind}」", hint)
        elif before and act.on < before[-1].on:
            yield Finding(span, f"「{act.kind}」早于前一件事", "按日期先后写；核对日期")


@worksite_check("C614")
def work_ends_after_it_begins(site: LedgerWorksite, _: Ledger) -> Iterator[Finding]:
    """计划竣工不早于计划开工。

    ✓ content/worksites/A2345678.yml
        样例: true
        项目: 虚构甲工程
        施工总承包单位: {名称: 虚构甲公司}
        计划: {开工: 2026-03-01, 竣工: 2027-12-31}

    ✗ content/worksites/A2345678.yml
        样例: true
        项目: 虚构甲工程
        施工总承包单位: {名称: 虚构甲公司}
        计划: {开工: 2027-03-01, 竣工: 2026-12-31}
    """
    plan = site.record.plan
    if plan and plan.start and plan.end and plan.end < plan.start:
        yield Finding(site.loaded.at("计划", "竣工"), "计划竣工早于计划开工", "核对两个日期，是否写颠倒了")
