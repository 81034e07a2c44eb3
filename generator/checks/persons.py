"""人员: who may be named, who has to be masked, and whether the record agrees with itself about them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.checks.consistency import folded
from generator.checks.rule import ANSWER, Finding, case_check, whole_case_check
from generator.law.articles import ORDER45, PERSONAL
from generator.ledger import Ledger, LedgerCase
from generator.model.basis import Basis
from generator.model.case import Employer
from generator.model.event import Judged, Listed, Sentence
from generator.model.names import is_masked, is_unit, may_be
from generator.problems import Severity

_HEADS: Final = frozenset({"法定代表人", "主要负责人"})


@whole_case_check("C306")
def natural_person_is_masked(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """单位是自然人的，只有列入失信名单才公开姓名；用别的依据公开，姓名写成「吕某某」。

    ✓
        样例: true
        单位: {名称: 虚构吕某某, 类型: 自然人}
        公开:
          - {依据: 媒体转载, 来源: {名称: 某报, 日期: 2026-01-02}, 批准: {岗位: 治欠办主任, 日期: 2026-01-03}}

    ✗
        样例: true
        单位: {名称: 虚构吕大山, 类型: 自然人}
        公开:
          - {依据: 媒体转载, 来源: {名称: 某报, 日期: 2026-01-02}, 批准: {岗位: 治欠办主任, 日期: 2026-01-03}}
    """
    employer = case.record.employer
    elsewhere = any(disclosure.basis is not Basis.LISTING for disclosure in case.record.disclosures)
    if employer.subject == "自然人" and elsewhere and not is_masked(employer.name):
        span = case.loaded.at("单位", "名称")
        hint = "写成姓加「某某」；全名只留在决定书里"
        yield Finding(span, "自然人的姓名没有遮盖，却要用失信名单以外的依据公开", hint, PERSONAL.art(25))


@case_check("C307")
def sentenced_person_is_masked(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """判决里的自然人写姓加「某某」，不写全名；「身份」是单位的才写全称。

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-01-10, 事项: 刑事立案}
          - 日期: 2026-03-01
            事项: 法院判决
            判决: [{对象: 虚构甲公司, 身份: 单位}, {对象: 吕某某, 身份: 实际控制人}]

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-01-10, 事项: 刑事立案}
          - {日期: 2026-03-01, 事项: 法院判决, 判决: [{对象: 吕大山, 身份: 实际控制人}]}
    """
    for index, place, sentence in _sentences(case):
        if not _of_unit(sentence, case.record.employer) and not is_masked(sentence.party):
            span = case.loaded.at("经过", index, "判决", place, "对象")
            hint = "写成姓加「某某」；是单位的，「身份」写「单位」"
            yield Finding(span, "判决里自然人的姓名没有遮盖", hint, PERSONAL.art(25))


@whole_case_check("C308", Severity.WARNING)
def sentenced_unit_is_the_employer(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """判决里有单位的，其中应有本案的单位（或它的总公司），名称与「单位」一项相同。

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-01-10, 事项: 刑事立案}
          - {日期: 2026-03-01, 事项: 法院判决, 判决: [{对象: 虚构甲公司, 身份: 单位}]}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-01-10, 事项: 刑事立案}
          - {日期: 2026-03-01, 事项: 法院判决, 判决: [{对象: 虚构乙公司, 身份: 单位}]}
    """
    employer = case.record.employer
    ours = {folded(name) for name in (employer.name, employer.parent) if name}
    for index, event in enumerate(case.record.events):
        if not isinstance(event, Judged) or event.explanation:
            continue
        units = {place: folded(item.party) for place, item in enumerate(event.sentences) if _of_unit(item, employer)}
        if units and not ours & set(units.values()):
            span = case.loaded.at("经过", index, "判决", next(iter(units)), "对象")
            yield Finding(span, "判决里的单位不是本案的单位", f"照判决书核对单位全称；{ANSWER}")


@whole_case_check("C309", Severity.WARNING)
def head_is_listed_too(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """列入失信名单的，法定代表人或者主要负责人一并列入。

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
          - {日期: 2026-03-10, 事项: 列入告知}
          - {日期: 2026-03-20, 事项: 列入失信名单, 人员: [{姓名: 虚构某甲, 身份: 主要负责人}]}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
          - {日期: 2026-03-10, 事项: 列入告知}
          - {日期: 2026-03-20, 事项: 列入失信名单, 人员: [{姓名: 虚构某甲, 身份: 实际控制人}]}
    """
    for index, event in _listings(case):
        if ORDER45.in_force(event.on) and event.persons and not _HEADS & {person.role for person in event.persons}:
            message = "列入的人员里没有法定代表人或者主要负责人"
            hint = f"照决定书补上；{ANSWER}"
            yield Finding(case.loaded.at("经过", index, "人员"), message, hint, ORDER45.art(5))


@whole_case_check("C310", Severity.WARNING)
def listed_head_is_the_unit_s(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """一并列入的法定代表人，就是「单位」一项里的法定代表人。

    ✓
        单位: {名称: 虚构甲公司, 法定代表人: 虚构某甲}
        经过:
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
          - {日期: 2026-03-10, 事项: 列入告知}
          - {日期: 2026-03-20, 事项: 列入失信名单, 人员: [{姓名: 虚构某甲, 身份: 法定代表人}]}

    ✗
        单位: {名称: 虚构甲公司, 法定代表人: 虚构某乙}
        经过:
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
          - {日期: 2026-03-10, 事项: 列入告知}
          - {日期: 2026-03-20, 事项: 列入失信名单, 人员: [{姓名: 虚构某甲, 身份: 法定代表人}]}
    """
    head = case.record.employer.representative
    for index, event in _listings(case):
        for place, person in enumerate(event.persons):
            if head and person.role == "法定代表人" and not _same(person.name, head):
                span = case.loaded.at("经过", index, "人员", place, "姓名")
                hint = f"照决定书和营业执照核对两处姓名；已经换人的，{ANSWER}"
                yield Finding(span, "列入的法定代表人与「单位」里的法定代表人不是同一个姓名", hint)


def _same(one: str, other: str) -> bool:
    """Equal, or one masks what the other tells, which is another rule's business."""
    pairs = ((one, other), (other, one))
    return one == other or any(is_masked(first) and may_be(first, second) for first, second in pairs)


def _listings(case: LedgerCase) -> Iterator[tuple[int, Listed]]:
    """Listings that nobody has explained."""
    for index, event in enumerate(case.record.events):
        if isinstance(event, Listed) and event.explanation is None:
            yield index, event


def _sentences(case: LedgerCase) -> Iterator[tuple[int, int, Sentence]]:
    for index, event in enumerate(case.record.events):
        if isinstance(event, Judged):
            yield from ((index, place, sentence) for place, sentence in enumerate(event.sentences))


def _of_unit(sentence: Sentence, employer: Employer) -> bool:
    if employer.subject == "自然人" and sentence.party == employer.name:
        return False
    return "单位" in sentence.role or is_unit(sentence.party) or sentence.party == employer.name
