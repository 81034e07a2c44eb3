"""文书: what the numbers of documents say about themselves and about each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from generator.checks.consistency import folded
from generator.checks.rule import ANSWER, Finding, case_check, ledger_check
from generator.ledger import Ledger, LedgerCase
from generator.model.event import Documented, Judged
from generator.problems import Severity

_DECEMBER: Final = 12
_JANUARY: Final = 1


@ledger_check("C112", across=True)
def document_has_one_date(ledger: Ledger) -> Iterator[Finding]:
    """一份文书只有一个日期：同一个文号或案号，不能写在日期不同的两件事上。

    同一份文书可以在几件案件里写到，也可以在同一天管几件事；没有年份的文号每年重来，不查。

    ✓ cases/2026/yk-2026-0001.yml cases/2026/yk-2026-0002.yml
        单位: {名称: 虚构甲公司}
        经过: [{日期: 2026-03-01, 事项: 责令改正, 文号: 某监令〔2026〕1号, 期限: 2026-03-08}]

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 责令改正, 文号: 某监令〔2026〕1号, 期限: 2026-03-08}
          - {日期: 2026-03-10, 事项: 列入告知, 文号: 某监令〔2026〕1号}

    ✗ cases/2026/yk-2026-0001.yml cases/2026/yk-2026-0002.yml
        单位: {名称: 虚构甲公司}
        经过: [{日期: 2026-03-01, 事项: 责令改正, 文号: 某监令〔2026〕1号, 期限: 2026-03-08}]
        ---
        单位: {名称: 虚构乙公司}
        经过: [{日期: 2026-03-02, 事项: 责令改正, 文号: 某监令〔2026〕1号, 期限: 2026-03-09}]

    ✗ cases/2026/yk-2026-0001.yml cases/2026/yk-2026-0002.yml
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-01-10, 事项: 刑事立案}
          - {日期: 2026-03-01, 事项: 法院判决, 案号: （2026）某0000刑初1号, 判决: [{对象: 吕某某, 身份: 被告人}]}
        ---
        单位: {名称: 虚构乙公司}
        经过:
          - {日期: 2026-01-10, 事项: 刑事立案}
          - {日期: 2026-03-02, 事项: 法院判决, 案号: （2026）某0000刑初1号, 判决: [{对象: 吕某某, 身份: 被告人}]}
    """
    seen: dict[tuple[str, str], tuple[date, str]] = {}
    for case in ledger.cases:
        for index, key, number, on in numbers(case):
            first, where = seen.setdefault(number, (on, case.number))
            if first != on:
                span = case.loaded.at("经过", index, key)
                message = f"这个{key}在 {where} 的另一件事上（{first}）已经用过，日期不同"
                yield Finding(span, message, f"照文书核对{key}和日期；不是同一份文书的，{key}不会一样")


def numbers(case: LedgerCase) -> Iterator[tuple[int, str, tuple[str, str], date]]:
    """Each numbered act: its place, its key, its number with who gave it, its day."""
    for index, event in enumerate(case.record.events):
        if isinstance(event, Judged) and event.court_number:
            yield index, "案号", (folded(event.court_number), ""), event.on
        if isinstance(event, Documented) and event.document_number and event.document_number.year:
            yield index, "文号", (folded(str(event.document_number)), folded(event.authority or "")), event.on


@case_check("C114", Severity.WARNING)
def year_stands_in_its_brackets(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """文号里的年份用六角括号〔〕，不用别的括号。

    ✓
        单位: {名称: 虚构甲公司}
        经过: [{日期: 2026-03-01, 事项: 责令改正, 文号: 某监令〔2026〕1号, 期限: 2026-03-08}]

    ✗
        单位: {名称: 虚构甲公司}
        经过: [{日期: 2026-03-01, 事项: 责令改正, 文号: 某监令（2026）1号, 期限: 2026-03-08}]
    """
    for index, event in enumerate(case.record.events):
        number = event.document_number if isinstance(event, Documented) else None
        if number and number.year and not number.standard:
            span = case.loaded.at("经过", index, "文号")
            yield Finding(span, "文号里的年份没有用六角括号", f"写成〔{number.year}〕")


@case_check("C115", Severity.WARNING)
def year_of_the_number_fits_its_day(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """文号的年份就是文书日期的年份；跨年的，一月的可以是上一年的号，十二月的可以是下一年的号。

    ✓
        单位: {名称: 虚构甲公司}
        经过: [{日期: 2026-01-05, 事项: 责令改正, 文号: 某监令〔2025〕9号, 期限: 2026-03-08}]

    ✓
        单位: {名称: 虚构甲公司}
        经过: [{日期: 2026-03-01, 事项: 责令改正, 文号: 某监令〔2025〕1号, 期限: 2026-03-08, 说明: 文号已与原件核对}]

    ✗
        单位: {名称: 虚构甲公司}
        经过: [{日期: 2026-03-01, 事项: 责令改正, 文号: 某监令〔2025〕1号, 期限: 2026-03-08}]

    ✗
        单位: {名称: 虚构甲公司}
        经过: [{日期: 2026-03-01, 事项: 责令改正, 文号: 某监令〔2027〕1号, 期限: 2026-03-08}]
    """
    for index, event in enumerate(case.record.events):
        number = event.document_number if isinstance(event, Documented) else None
        if number and number.year and number.year not in _years(event.on) and event.explanation is None:
            span = case.loaded.at("经过", index, "文号")
            message = f"文号的年份（{number.year}）与日期（{event.on}）不符"
            yield Finding(span, message, f"照文书核对两者；{ANSWER}")


def _years(on: date) -> set[int]:
    return {on.year, on.year - (on.month == _JANUARY), on.year + (on.month == _DECEMBER)}
