"""施行日期: nothing is judged by a law that was not yet in force; a listing from before its order says so."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import ANSWER, Finding, case_check, each, whole_case_check
from generator.law.articles import ORDER45
from generator.ledger import Ledger, LedgerCase
from generator.model.case import Case, Disclosure, ListingDisclosure
from generator.model.event import Listed
from generator.problems import Severity


@case_check("C227", Severity.WARNING)
def listing_is_under_its_order(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """列入决定早于 45 号令施行之日（2022-01-01）的，期限、提前移出和撤下都依据别的规定，这里一概不推算；请核对日期。

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2021-12-01, 事项: 责令改正, 期限: 2021-12-08}
          - {日期: 2021-12-10, 事项: 列入告知}
          - {日期: 2022-01-01, 事项: 列入失信名单}

    ✓
        单位: {名称: 虚构甲公司}
        经过: [{日期: 2021-12-31, 事项: 列入失信名单, 说明: 依当时的规定列入，已与决定书核对}]

    ✗
        单位: {名称: 虚构甲公司}
        经过: [{日期: 2021-12-31, 事项: 列入失信名单}]
    """
    if any(listed_too_early(case.record, disclosure) for disclosure in case.record.disclosures):
        return  # the next rule says more
    for index, listed in each(case, Listed):
        if not ORDER45.in_force(listed.on) and listed.explanation is None:
            span = case.loaded.at("经过", index, "日期")
            message = f"列入决定早于这个办法施行之日（{ORDER45.effective}），期限和移出都不推算"
            yield Finding(span, message, f"核对年份；{ANSWER}", ORDER45.art(20))


@whole_case_check("C315")
def listing_is_shown_by_its_order(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """以「失信名单」公开的，列入决定须在 45 号令施行之日（2022-01-01）以后作出；以前的，公示和移出都依据别的规定。

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2021-12-01, 事项: 责令改正, 期限: 2021-12-08}
          - {日期: 2021-12-10, 事项: 列入告知}
          - {日期: 2022-01-01, 事项: 列入失信名单}
        公开:
          - {依据: 失信名单, 批准: {岗位: 治欠办主任, 日期: 2022-01-04}}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2021-12-01, 事项: 责令改正, 期限: 2021-12-08}
          - {日期: 2021-12-10, 事项: 列入告知}
          - {日期: 2021-12-31, 事项: 列入失信名单}
        公开:
          - {依据: 失信名单, 批准: {岗位: 治欠办主任, 日期: 2022-01-04}}
    """
    for index, disclosure in enumerate(case.record.disclosures):
        if listed_too_early(case.record, disclosure):
            message = f"列入决定早于这个办法施行之日（{ORDER45.effective}），不能以「失信名单」公开"
            hint = "核对列入的日期；确实早于施行之日的，删去这一项公开"
            yield Finding(case.loaded.at("公开", index, "依据"), message, hint, ORDER45.art(20))


def listed_too_early(case: Case, disclosure: Disclosure) -> bool:
    """True where the latest listing was decided before the order that its disclosure stands on took effect."""
    days = [event.on for event in case.events if isinstance(event, Listed)]
    return isinstance(disclosure, ListingDisclosure) and bool(days) and not ORDER45.in_force(max(days))
