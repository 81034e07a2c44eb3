"""Two processes say what one says; one that dies costs time and nothing else."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date

import pytest

from generator.build.beside import apart, aside, beside
from generator.checks import CHECKS, Check
from generator.checks.across import ALONE, groups, keys
from generator.checks.examples import answers, examples
from generator.cli import halves, ledger
from tests.casebook import Casebook

TODAY = date(2026, 11, 1)


def dies_unless_in(process: int) -> Callable[[], str]:
    """Work that only one process comes to the end of."""

    def work() -> str:
        if os.getpid() != process:
            os._exit(9)
        return "done"

    return work


def test_both_answers() -> None:
    there, here = beside(os.getpid, os.getpid)
    assert here == os.getpid()
    assert isinstance(there, int)


def test_a_process_that_dies(capfd: pytest.CaptureFixture[str]) -> None:
    dying = dies_unless_in(os.getpid())
    assert beside(dying, lambda: "here") == ("done", "here")
    assert capfd.readouterr().err == ""


def test_an_error_there_is_an_error_here(capfd: pytest.CaptureFixture[str]) -> None:
    def wrong() -> int:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        beside(wrong, lambda: 1)
    assert capfd.readouterr().err == ""


def test_answers_from_two_other_processes(capfd: pytest.CaptureFixture[str]) -> None:
    one, other = apart(os.getpid, os.getpid)
    assert len({one, other, os.getpid()}) == 3
    assert capfd.readouterr().err == ""


def test_one_of_two_that_dies(capfd: pytest.CaptureFixture[str]) -> None:
    dying = dies_unless_in(os.getpid())
    assert apart(dying, lambda: "other") == ("done", "other")
    assert apart(lambda: "one", dying) == ("one", "done")
    assert capfd.readouterr().err == ""


def test_without_a_second_processor_one_process_does_both(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    assert apart(os.getpid, os.getpid) == beside(os.getpid, os.getpid) == (os.getpid(), os.getpid())


def test_many_records_say_what_few_say(casebook: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(1, 8):
        head = f"样例: true\n单位: {{名称: 虚构甲公司}}\n行业: {'其他' if number % 2 else '无'}\n"
        casebook.write(f"{head}备注: 张三等21名 # 李四等2人", f"cases/2026/yk-2026-{number:04d}.yml")
    _, problems = ledger.open_ledger(casebook.root, TODAY)
    monkeypatch.setattr(ledger, "WORTH_FORKING", 2)
    assert ledger.problems_of(casebook.root, TODAY) == problems
    assert len(problems) == 3 + 7 + 7


EXAMPLES = [
    (check.code, example.texts)
    for check in CHECKS
    for example in examples(check)
    if len(example.files) > 1 and check.across
]


@pytest.mark.parametrize("place", range(4))
@pytest.mark.parametrize(("code", "texts"), EXAMPLES, ids=[code for code, *_ in EXAMPLES])
def test_halves_say_of_records_that_hang_together_what_one_says(
    casebook: Casebook,
    monkeypatch: pytest.MonkeyPatch,
    code: str,
    texts: dict[str, str],
    place: int,
) -> None:
    """The files are dealt out in turn, so `place` strangers before them move each pair from one half to the other."""
    for number in range(place):
        casebook.write(f"样例: true\n单位: {{名称: 虚构外{number}公司}}", f"cases/2020/yk-2020-{number:04d}.yml")
    for file, text in texts.items():
        casebook.write(text, file)
    _, problems = ledger.open_ledger(casebook.root, TODAY)
    monkeypatch.setattr(ledger, "WORTH_FORKING", 2)
    assert ledger.problems_of(casebook.root, TODAY) == sorted(set(problems)), code


def test_cases_that_share_a_key_are_looked_at_together() -> None:
    known = {"a": ("1", "2"), "b": ("2",), "c": ("9",), "d": ("1",), "e": ("8", ALONE), "f": ("7", ALONE)}
    assert groups(known) == [("a", "b", "d"), ("e",), ("f",)]
    assert groups({"c": ("9",)}) == []


def test_cases_hang_together_through_others_in_the_order_of_their_files() -> None:
    assert groups({"a": ("1",), "b": ("2",), "c": ("2", "3"), "d": ("4",), "e": ("3", "1")}) == [("a", "b", "c", "e")]


def test_a_long_chain_of_cases_is_followed_in_no_time() -> None:
    known = {str(place): (f"key {place}", f"key {place + 1}") for place in range(200_000)}
    assert groups(dict(reversed(known.items()))) == [tuple(reversed(known))]


@pytest.mark.parametrize("check", [check for check in CHECKS if check.across], ids=lambda check: check.code)
def test_what_a_rule_across_records_says_it_says_of_a_case(check: Check) -> None:
    """Its answers are kept with the files of the cases."""
    for example in examples(check):
        assert {problem.span.file for problem in answers(check, example)} <= set(example.files)


def test_a_half_that_dies_costs_time_and_nothing_else(
    casebook: Casebook, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    casebook.write("单位: {名称: 虚构甲公司}").write("单位: {名称: 虚构乙公司}", "cases/2026/yk-2026-0002.yml")
    _, problems = ledger.open_ledger(casebook.root, TODAY)
    monkeypatch.setattr(ledger, "WORTH_FORKING", 2)
    ours = os.getpid()
    monkeypatch.setattr(halves, "keys", lambda known: keys(known) if os.getpid() == ours else os._exit(9))
    assert problems
    assert ledger.problems_of(casebook.root, TODAY) == problems
    assert capfd.readouterr().err == ""


def test_an_answer_that_is_waited_for() -> None:
    waited = aside(os.getpid)
    assert waited() != os.getpid()


def test_whoever_works_for_another_gets_no_help() -> None:
    """Were it stopped, nobody would stop those who work for it."""
    theirs, (one, other) = beside(os.getpid, lambda: apart(os.getpid, os.getpid))
    assert len({theirs, one, other}) == 3
    one, other = aside(lambda: apart(os.getpid, os.getpid))()
    assert one == other != os.getpid()
