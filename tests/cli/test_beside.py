"""Two processes say what one says; one that dies costs time and nothing else."""

from __future__ import annotations

import os
from datetime import date

import pytest

from generator.cli import ledger
from generator.cli.beside import beside
from tests.casebook import Casebook

TODAY = date(2026, 11, 1)


def test_both_answers() -> None:
    there, here = beside(os.getpid, os.getpid)
    assert here == os.getpid()
    assert isinstance(there, int)


def test_a_process_that_dies(capfd: pytest.CaptureFixture[str]) -> None:
    ours = os.getpid()

    def there() -> str:
        if os.getpid() != ours:
            os._exit(9)
        return "done"

    assert beside(there, lambda: "here") == ("done", "here")
    assert capfd.readouterr().err == ""


def test_an_error_there_is_an_error_here(capfd: pytest.CaptureFixture[str]) -> None:
    def wrong() -> int:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        beside(wrong, lambda: 1)
    assert capfd.readouterr().err == ""


def test_many_records_say_what_few_say(casebook: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(1, 8):
        head = f"样例: true\n单位: {{名称: 虚构甲公司}}\n行业: {'其他' if number % 2 else '无'}\n"
        casebook.write(f"{head}备注: 张三等21名 # 李四等2人", f"cases/2026/yk-2026-{number:04d}.yml")
    alone, problems = ledger.open_ledger(casebook.root, TODAY)
    monkeypatch.setattr(ledger, "WORTH_FORKING", 2)
    together, same = ledger.open_ledger(casebook.root, TODAY)
    assert alone
    assert together
    assert same == problems
    assert len(problems) == 3 + 7 + 7
    assert [(case.number, case.record, case.loaded.at("备注")) for case in together.cases] == [
        (case.number, case.record, case.loaded.at("备注")) for case in alone.cases
    ]
