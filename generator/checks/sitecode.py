"""安薪码: each worksite's file bears its code, and a code that was issued is never given away again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from generator.checks.rule import Finding, ledger_check
from generator.ledger import Ledger
from generator.model.sitecode import Misread, fold, read
from generator.problems import Span
from generator.records.load import WORKSITES

_NEW = "用 anxin new worksite 领一个码，不要自己编"


@ledger_check("C601")
def file_is_its_site_code(ledger: Ledger) -> Iterator[Finding]:
    """工地文件放在 content/worksites/<安薪码>.yml。安薪码由 anxin new worksite 发给，末位是校验位，编不出来。

    ✓ content/worksites/A2345678.yml
        样例: true
        项目: 虚构甲工程
        施工总承包单位: {名称: 虚构甲公司}

    ✗ content/worksites/A2345679.yml
        样例: true
        项目: 虚构甲工程
        施工总承包单位: {名称: 虚构甲公司}

    ✗ content/worksites/A234567O.yml
        样例: true
        项目: 虚构甲工程
        施工总承包单位: {名称: 虚构甲公司}

    ✗ content/worksites/a234-5678.yml
        样例: true
        项目: 虚构甲工程
        施工总承包单位: {名称: 虚构甲公司}

    ✗ content/worksites/虚构甲工程.yml
        样例: true
        项目: 虚构甲工程
        施工总承包单位: {名称: 虚构甲公司}
    """
    first = _first_files(ledger)
    for site in ledger.worksites:
        span, found = Span(site.loaded.file), read(site.code)
        expected = f"{WORKSITES}/{found}.yml"
        if isinstance(found, Misread):
            yield Finding(span, f"文件名不是安薪码：{found.message}", f"{found.hint}；新的工地{_NEW}")
        elif site.loaded.file != expected and first[fold(site.code)] == site.loaded.file:
            yield Finding(span, "文件的位置或名称不是安薪码原来的写法", f"放到 {expected}")


@ledger_check("C602")
def site_code_is_issued_once(ledger: Ledger) -> Iterator[Finding]:
    """一个安薪码只给一个工地。发过的码登记在 content/worksites/issued.txt，工地文件和登记都不删：海报可能还挂着。

    ✓ content/worksites/A2345678.yml content/worksites/issued.txt
        样例: true
        项目: 虚构甲工程
        施工总承包单位: {名称: 虚构甲公司}
        ---
        A2345678

    ✗ content/worksites/A2345678.yml content/worksites/二期/A2345678.yml
        样例: true
        项目: 虚构甲工程
        施工总承包单位: {名称: 虚构甲公司}

    ✗ content/worksites/issued.txt
        A2345678

    ✗ content/worksites/issued.txt
        A2345679
    """
    first = _first_files(ledger)
    for site in ledger.worksites:
        other = first[fold(site.code)]
        if other != site.loaded.file:
            yield Finding(Span(site.loaded.file), f"安薪码 {fold(site.code)} 已经用过", f"另一份在 {other}；{_NEW}")
    for line in ledger.issued:
        found = read(line.text)
        if isinstance(found, Misread):
            yield Finding(line.span, f"登记里的这一行不是安薪码：{found.message}", "恢复这一行原来的内容")
        elif str(found) not in first:
            hint = "从版本历史里恢复文件；不再用的码，在「海报」里写「撤销」，文件留着"
            yield Finding(line.span, f"发过的安薪码 {found} 没有工地文件", hint)


def _first_files(ledger: Ledger) -> Mapping[str, str]:
    """Code, however it is written → the file that has it; one that is where it belongs goes before others."""
    found: dict[str, str] = {}
    ordered = sorted(ledger.worksites, key=lambda site: PurePosixPath(site.loaded.file).parent.as_posix() != WORKSITES)
    for site in sorted(ordered, key=lambda site: site.loaded.file != f"{WORKSITES}/{fold(site.code)}.yml"):
        found.setdefault(fold(site.code), site.loaded.file)
    return found
