"""一致: what records say of the same unit has to agree."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import lru_cache

from generator.checks.identity import kind_disagrees
from generator.checks.rule import Finding, ledger_check
from generator.law.removal import identity
from generator.ledger import Ledger, LedgerCase
from generator.problems import Severity

_HINT = "照营业执照核对两件案件；名称变更过、或确实是两家的，在「代码核对」写明怎样核对的"


@ledger_check("C109", Severity.WARNING, across=True)
def confirmation_answers_a_doubt(ledger: Ledger) -> Iterator[Finding]:
    """「代码核对」只用来回答对代码的疑问；没有疑问的不写，免得以后录错了也没有人提醒。

    ✓
        单位: {名称: 虚构甲公司, 统一社会信用代码: 91000000MA00000158, 代码核对: 已与营业执照核对，属早年试点代码}

    ✗
        单位: {名称: 虚构甲公司, 统一社会信用代码: 91000000MA00000157, 代码核对: 已与营业执照核对}

    ✗
        单位: {名称: 虚构甲公司, 代码核对: 已与营业执照核对}
    """
    if not any(case.record.employer.code_confirmed for case in ledger.cases):
        return
    doubted = {case.number for pair in (*_renamed(ledger), *_recoded(ledger)) for case in pair}
    for case in ledger.cases:
        employer = case.record.employer
        if not employer.code_confirmed or not case.loaded.whole or case.number in doubted:
            continue
        if employer.credit_code is None or (employer.credit_code.valid and not kind_disagrees(employer)):
            yield Finding(case.loaded.at("单位", "代码核对"), "代码没有疑问，用不着「代码核对」", "删去「代码核对」")


@ledger_check("C110", Severity.WARNING, across=True)
def code_has_one_name(ledger: Ledger) -> Iterator[Finding]:
    """同一个信用代码或注册号，各件案件里的单位名称应当一样；名称变更过的，写明「代码核对」。

    ✓ cases/2026/yk-2026-0001.yml cases/2026/yk-2026-0002.yml
        单位: {名称: 虚构甲（某市）公司, 统一社会信用代码: 91000000MA00000157}
        ---
        单位: {名称: 虚构甲(某市)公司, 统一社会信用代码: 91000000MA00000157}

    ✓ cases/2026/yk-2026-0001.yml cases/2026/yk-2026-0002.yml
        单位: {名称: 虚构甲公司, 统一社会信用代码: 91000000MA00000157}
        ---
        单位: {名称: 虚构乙公司, 统一社会信用代码: 91000000MA00000157, 代码核对: 2026-02 更名，已与营业执照核对}

    ✗ cases/2026/yk-2026-0001.yml cases/2026/yk-2026-0002.yml
        单位: {名称: 虚构甲公司, 统一社会信用代码: 91000000MA00000157}
        ---
        单位: {名称: 虚构乙公司, 统一社会信用代码: 91000000MA00000157}
    """
    for case, earlier in _renamed(ledger):
        if not _confirmed(case, earlier):
            span = case.loaded.at("单位", "名称")
            yield Finding(span, f"同一个代码在 {earlier.number} 里是另一个名称", _HINT)


@ledger_check("C111", Severity.WARNING, across=True)
def name_has_one_code(ledger: Ledger) -> Iterator[Finding]:
    """同一个单位名称，各件案件里的信用代码应当一样；确实是两家的，写明「代码核对」。

    ✓ cases/2026/yk-2026-0001.yml cases/2026/yk-2026-0002.yml
        单位: {名称: 虚构甲公司, 统一社会信用代码: 91000000MA00000157}
        ---
        单位: {名称: 虚构甲公司, 统一社会信用代码: 91000000MA00000157}

    ✗ cases/2026/yk-2026-0001.yml cases/2026/yk-2026-0002.yml
        单位: {名称: 虚构甲公司, 统一社会信用代码: 91000000MA00000157}
        ---
        单位: {名称: 虚构甲公司, 统一社会信用代码: 91000000MA00000232}
    """
    for case, earlier in _recoded(ledger):
        if not _confirmed(case, earlier):
            span = case.loaded.at("单位", "统一社会信用代码")
            yield Finding(span, f"同名的单位在 {earlier.number} 里是另一个代码", _HINT)


def _confirmed(*cases: LedgerCase) -> bool:
    return any(case.record.employer.code_confirmed for case in cases)


Pair = tuple[LedgerCase, LedgerCase]
Trait = Callable[[LedgerCase], str | None]


def _renamed(ledger: Ledger) -> Iterator[Pair]:
    return _differing(ledger, lambda case: identity(case.record), _name)


def _recoded(ledger: Ledger) -> Iterator[Pair]:
    return _differing(ledger, _name, _sound_code)


def _differing(ledger: Ledger, key: Trait, trait: Trait) -> Iterator[Pair]:
    """Each case that brings a new trait to a key seen before, with the first case of that key."""
    seen: defaultdict[str, dict[str, LedgerCase]] = defaultdict(dict)
    for case in ledger.cases:
        found, value = key(case), trait(case)
        if found is None or value is None:
            continue
        if seen[found] and value not in seen[found]:
            yield case, next(iter(seen[found].values()))
        seen[found].setdefault(value, case)


def _name(case: LedgerCase) -> str:
    return folded(case.record.employer.name)


def _sound_code(case: LedgerCase) -> str | None:
    """A code whose check character fails is doubted already."""
    code = case.record.employer.credit_code
    return str(code) if code and code.valid else None


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """A name less what typing may change: width, case, blanks, the form of brackets."""
    plain = unicodedata.normalize("NFKC", name).translate(_BRACKETS)
    return "".join(plain.split()).casefold()


_BRACKETS = str.maketrans("〔〕【】[]", "()()()")
