"""隐私: nothing in any text of any record may look like a private fact."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from generator.checks.rule import ANSWER, Finding, ledger_check, whole_case_check
from generator.law.articles import PERSONAL
from generator.law.removal import identity
from generator.ledger import Ledger, LedgerCase
from generator.model import personal
from generator.model.basis import Basis
from generator.model.codes import CODE_ALPHABET, CreditCode
from generator.model.event import Judged, Listed
from generator.model.keys import known_keys
from generator.model.names import NAME, is_masked, is_unit, is_word, may_be, surname
from generator.problems import Severity, Span
from generator.records.load import PORTAL, WORKSITES
from generator.records.tree import Node, Path, Scalar, scalars

_CODES: Final = frozenset({"统一社会信用代码", "注册号"})
_OFFICE: Final = {"号码": personal.PHONES, "电话": personal.PHONES, "邮箱": personal.MAIL}
"""What an office itself gives out, by its key in the settings of the portal."""
_BOARD: Final = frozenset({"电话", "投诉电话", "劳动保障监察投诉电话", "公共法律服务热线"})
_SITE: Final = frozenset({("主管部门", "投诉电话"), ("劳资专管员", "电话")})


@ledger_check("C401")
def no_private_facts(ledger: Ledger) -> Iterator[Finding]:
    """记录里不写个人信息，遮盖不全的也不写。

    个人信息是：证件号码、手机号、固定电话、银行卡号和银行账号（单位的也算）、邮箱、微信号、家庭住址、出生日期、车牌号、
    健康状况，以及劳动者、投诉人和童工的姓名。劳动者写「张某等21名」。
    机构对外的热线、办公电话和公用邮箱，只写在 content/portal.yml 的「号码」「电话」「邮箱」和「告示牌」里；
    主管部门的也可以写在工地的「投诉电话」里。

    ✓
        单位: {名称: 虚构甲公司}
        违法事实: 拖欠张某等21名劳动者工资。

    ✓ content/portal.yml
        主办: {名称: 虚构市治欠办, 简称: 市治欠办, 电话: 0579-80000000, 邮箱: office@example.org}

    ✗ content/portal.yml
        主办: {名称: 虚构市治欠办, 简称: 市治欠办, 地址: 样例路1号，电话13800138000}

    ✗
        单位: {名称: 虚构甲公司}
        违法事实: 拖欠张三等21名劳动者工资。

    ✗
        单位: {名称: 虚构甲公司}
        备注: 联系人电话 13800138000

    ✗
        单位: {名称: 虚构甲公司}
        经过: [{日期: 2026-03-01, 事项: 立案, 备注: 身份证 11010519491231002X}]
    """
    yield from private_facts(ledger.trees)


def private_facts(trees: Iterable[Node]) -> Iterator[Finding]:
    """The same search over files alone, for a run in which nothing could be folded."""
    for tree in trees:
        for path, scalar in scalars(tree):
            if personal.is_private(scalar.text):
                yield from _in(path, scalar)


def _in(path: Path, scalar: Scalar) -> Iterator[Finding]:
    kinds = dict.fromkeys(found.kind for found in personal.find(scalar.text))
    if path and path[-1] in _CODES:
        # Many codes look like numbers of other kinds; one with a birthday and without its check character is no code.
        kinds = {kind: None for kind in kinds if kind == "身份证号" and not _is_code(scalar.text)}
    office = _given_out(scalar.span.file, path)
    for kind in kinds:
        if kind in office:
            continue
        key = next((step for step in reversed(path) if isinstance(step, str)), "")
        where = f"「{key}」" if key in known_keys() else "这一处"
        span = scalar.span if scalar.span.length else Span(scalar.span.file, scalar.span.line, scalar.span.column, 1)
        hint = "整个删去；劳动者写成「张某」或「张某等21名」，联系方式不进记录"
        yield Finding(span, f"{where}里像是有{kind}", hint, PERSONAL.art(25), private=True)


def _given_out(file: str, path: Path) -> frozenset[str]:
    """What an office, a hotline or an authority itself gives out here; a site's officer has a rule of his own."""
    if not path:
        return frozenset()
    last = str(path[-1])
    if file == PORTAL:
        return personal.PHONES if path[0] == "告示牌" and last in _BOARD else _OFFICE.get(last, frozenset())
    is_site = file.startswith(f"{WORKSITES}/")
    return personal.PHONES if is_site and (path[0], last) in _SITE else frozenset()


def _is_code(text: str) -> bool:
    return len(text) == 18 and not set(text) - set(CODE_ALPHABET) and CreditCode(text).valid


@dataclass(frozen=True, slots=True)
class _Mention:
    """A person somewhere in a record, with what he is there."""

    path: Path
    name: str
    role: str
    explanation: str | None
    lawful: bool = True
    """False where another rule asks for a mask here."""


_HEAD: Final = "法定代表人"
_HEADS: Final = frozenset({_HEAD, "主要负责人", "负责人", "经营者"})
_ANY: Final = ""


@ledger_check("C402", Severity.WARNING, across=True)
def mask_is_not_undone(ledger: Ledger) -> Iterator[Finding]:
    """同一个人，不在这里遮盖、在那里写出全名：身份和姓一样，放在一起就认得出来；同一单位的别的案件也算。

    ✓
        单位: {名称: 虚构甲公司, 法定代表人: 虚构吕大山}
        经过:
          - {日期: 2026-01-10, 事项: 刑事立案}
          - {日期: 2026-03-01, 事项: 法院判决, 判决: [{对象: 吕某某, 身份: 被告人}]}

    ✗
        单位: {名称: 虚构甲公司, 法定代表人: 虚构吕大山}
        经过:
          - {日期: 2026-01-10, 事项: 刑事立案}
          - {日期: 2026-03-01, 事项: 法院判决, 判决: [{对象: 吕某某, 身份: 法定代表人}]}

    ✗
        单位: {名称: 虚构甲公司}
        违法事实: 实际控制人吕大山转移财产。
        经过:
          - {日期: 2026-01-10, 事项: 刑事立案}
          - {日期: 2026-03-01, 事项: 法院判决, 判决: [{对象: 吕某某, 身份: 实际控制人}]}

    ✗ cases/2026/yk-2026-0001.yml cases/2026/yk-2026-0002.yml
        单位: {名称: 虚构甲公司, 统一社会信用代码: 91000000MA00000157, 法定代表人: 虚构吕大山}
        ---
        单位: {名称: 虚构甲公司, 统一社会信用代码: 91000000MA00000157}
        经过:
          - {日期: 2026-01-10, 事项: 刑事立案}
          - {日期: 2026-03-01, 事项: 法院判决, 判决: [{对象: 吕某某, 身份: 法定代表人}]}
    """
    named = _named(ledger)
    for case in ledger.cases:
        masks = (item for item in _mentions(case) if is_masked(item.name) and item.explanation is None)
        for masked in masks if case.loaded.whole else ():
            others = named[identity(case.record) or case.number]
            if any(_gives_away(other, masked) for other in others) or _told_in_a_text(case, masked):
                hint = f"遮盖的一处「身份」写成「被告人」，或者文字里改成姓加「某某」；{ANSWER}"
                message = "这个人在这里遮盖了姓名，在别处又写了全名"
                yield Finding(case.loaded.at(*masked.path), message, hint, PERSONAL.art(25))


def _named(ledger: Ledger) -> Mapping[str, list[_Mention]]:
    """Who is lawfully named in any case of a unit; a unit without a code is known by its one case."""
    named: defaultdict[str, list[_Mention]] = defaultdict(list)
    for case in ledger.cases:
        named[identity(case.record) or case.number] += [
            item for item in _mentions(case) if item.lawful and not is_masked(item.name)
        ]
    return named


def _mentions(case: LedgerCase) -> Iterator[_Mention]:
    employer, explanation = case.record.employer, case.record.explanation
    if employer.representative:
        yield _Mention(("单位", "法定代表人"), employer.representative, _HEAD, explanation)
    if employer.subject == "自然人":
        only_listed = all(disclosure.basis is Basis.LISTING for disclosure in case.record.disclosures)
        yield _Mention(("单位", "名称"), employer.name, _ANY, explanation, only_listed)
    for index, event in enumerate(case.record.events):
        if isinstance(event, Listed):
            for place, person in enumerate(event.persons):
                yield _Mention(
                    ("经过", index, "人员", place, "姓名"), person.name, _plain(person.role), event.explanation
                )
        if isinstance(event, Judged):
            for place, sentence in enumerate(event.sentences):
                if not is_unit(sentence.party):
                    path = ("经过", index, "判决", place, "对象")
                    yield _Mention(path, sentence.party, _plain(sentence.role), event.explanation, lawful=False)


def _plain(role: str) -> str:
    return _HEAD if role in _HEADS else role


def _gives_away(other: _Mention, masked: _Mention) -> bool:
    if not may_be(masked.name, other.name):
        return False
    return other.role == masked.role or (_ANY in (other.role, masked.role) and bool(surname(masked.name)))


def _told_in_a_text(case: LedgerCase, masked: _Mention) -> bool:
    first = surname(masked.name)
    if not first or not masked.role:
        return False
    told = re.compile(rf"{re.escape(masked.role)}[:：为是]?{first}(?![某姓氏总])[一-鿿]")
    return any(told.search(scalar.text) for _, scalar in scalars(case.loaded.tree))


@whole_case_check("C403")
def natural_person_has_no_address(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """单位是自然人的，地址就是住址，不写。

    ✓
        单位: {名称: 虚构吕某某, 类型: 自然人}

    ✗
        单位: {名称: 虚构吕某某, 类型: 自然人, 地址: 虚构路 1 号}
    """
    employer = case.record.employer
    if employer.subject == "自然人" and employer.address:
        span = case.loaded.at("单位", "地址")
        yield Finding(
            span, "自然人的地址是住址", "删去「地址」；是单位的，改正「类型」", PERSONAL.art(25), private=True
        )


_TITLE: Final = "主任|局长|处长|科长|书记|队长|所长|市长|县长|区长|镇长|组长"
_NAMED_POST: Final = re.compile(rf"(?:.*(?:{_TITLE})[（(：: ]?)?({NAME})[）)]?")
_POST: Final = re.compile(r".*(?:[长任记员理事官办会组部局室科股处队]|领导)")


@whole_case_check("C404", Severity.WARNING)
def approval_names_a_post(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """批准人只写岗位，不写姓名。

    ✓
        单位: {名称: 虚构甲公司}
        公开:
          - {依据: 媒体转载, 来源: {名称: 某报, 日期: 2026-01-02}, 批准: {岗位: 治欠办主任, 日期: 2026-01-03}}

    ✗
        单位: {名称: 虚构甲公司}
        公开:
          - {依据: 媒体转载, 来源: {名称: 某报, 日期: 2026-01-02}, 批准: {岗位: 张小三, 日期: 2026-01-03}}

    ✗
        单位: {名称: 虚构甲公司}
        公开:
          - {依据: 媒体转载, 来源: {名称: 某报, 日期: 2026-01-02}, 批准: {岗位: 治欠办主任张三, 日期: 2026-01-03}}
    """
    for index, disclosure in enumerate(case.record.disclosures):
        found = _NAMED_POST.fullmatch(disclosure.approval.post) if disclosure.approval else None
        if found and not is_word(found[1]) and not _POST.fullmatch(found[1]):
            span = case.loaded.at("公开", index, "批准", "岗位")
            yield Finding(span, "岗位里像是写了姓名", "只写岗位，例如 治欠办主任", private=True)
