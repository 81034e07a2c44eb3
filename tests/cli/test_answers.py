"""A check that remembers says what one that does not would say; what it remembers is never trusted blindly."""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator import sealed
from generator.checks import CHECKS
from generator.checks.examples import AS_OF, CITY, examples, settings
from generator.cli import answers, halves, ledger
from generator.cli.answers import FILE, Answer, circumstances, keep, lasting, recall
from generator.problems import Problem, Severity, Span
from generator.records.load import PORTAL, contents, read_cases, read_settings
from tests.casebook import Casebook

TODAY = date(2026, 11, 1)
CASES = tuple(f"cases/2026/yk-2026-{number:04d}.yml" for number in range(1, 6))
CODE = "统一社会信用代码: 91000000MA00000157"
KNOWN = "a" * 64
SOME = {
    CASES[0]: Answer("0" * 64, (), ("1", "2")),
    CASES[1]: Answer(
        "1" * 64,
        (
            Problem(
                Span(CASES[1], 2, 5, 4),
                "C502",
                "「联系当事人」晚了",
                "核对",
                Severity.WARNING,
                "某法第一条",
                private=True,
            ),
        ),
        (),
        "2" * 64,
        (Problem(Span("content/portal.yml"), "C517", "不知道", "补上"),),
    ),
}


@pytest.fixture
def book(casebook: Casebook, monkeypatch: pytest.MonkeyPatch) -> Casebook:
    """Five sound cases, of which the first two are of one unit; few as they are, they count as many."""
    monkeypatch.setattr(ledger, "WORTH_FORKING", 0)
    monkeypatch.setattr(halves, "apart", lambda one, other: (one(), other()))
    for place, file in enumerate(CASES):
        unit = f"名称: 虚构甲公司, {CODE}" if place < 2 else f"名称: 虚构{place}公司"
        casebook.write(f"样例: true\n单位: {{{unit}}}\n备注: 吕大山", file)
    return casebook


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were read as cases, each time that they were."""
    found: list[str] = []

    def noting(files: dict[str, bytes | Problem]) -> object:
        found.extend(files)
        return read_cases(files)

    monkeypatch.setattr(halves, "read_cases", noting)
    return found


def check(book: Casebook, day: date = TODAY) -> list[Problem]:
    """What the check that remembers says, which is what the one that does not would say."""
    said = ledger.problems_of(book.root, day)
    assert said == sorted(set(ledger.open_ledger(book.root, day)[1]))
    return said


@pytest.mark.parametrize("code", [check.code for check in CHECKS])
def test_every_example_is_found_by_halves(tmp_path: Path, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also by a rule across records that speaks of one record alone."""
    monkeypatch.setattr(ledger, "WORTH_FORKING", 0)
    monkeypatch.setattr(halves, "apart", lambda one, other: (one(), other()))
    for number, example in enumerate(found for check in CHECKS if check.code == code for found in examples(check)):
        book = Casebook(tmp_path / str(number))
        book.portal.update(settings(example.texts.get(PORTAL, "")))
        for file, text in example.texts.items():
            if file != PORTAL:
                book.write(text, file)
        if PORTAL in example.texts:
            book.write("样例: true\n单位: {名称: 虚构甲公司}", "cases/2026/yk-2026-0009.yml")
        check(book, AS_OF)


def test_nothing_is_looked_at_twice(book: Casebook, read: list[str]) -> None:
    check(book)
    assert sorted(read) == sorted([*CASES, *CASES[:2]])
    read.clear()
    check(book)
    assert read == []


def test_nothing_is_written_where_nothing_has_changed(book: Casebook) -> None:
    check(book)
    before = (book.root / FILE).stat()
    check(book)
    assert (book.root / FILE).stat().st_ino == before.st_ino


def test_settings_and_folders_are_looked_at_every_time(book: Casebook) -> None:
    """And so is a confirmed code, which a rule asks the other cases about."""
    book.portal["部门"] = "[建设局, 建设局]"
    book.write(f"样例: true\n单位: {{名称: 虚构丙公司, {CODE[:-1]}9, 代码核对: 已核对}}", CASES[2])
    book.write(f"样例: true\n单位: {{名称: 虚构丁公司, 代码核对: 已核对, {CODE[:-3]}232}}", CASES[3])
    (book.root / "cases/note.txt").write_text("", "utf-8")
    for _ in range(2):
        assert [problem.code for problem in check(book)] == ["C109", "R109", "C117"]


def test_a_changed_file_is_looked_at_again_with_those_it_hangs_together_with(book: Casebook, read: list[str]) -> None:
    check(book)
    for file, again in ((CASES[4], [CASES[4]]), (CASES[1], [CASES[1], *CASES[:2]])):
        read.clear()
        book.write((book.root / file).read_text("utf-8") + "行业: 无", file)
        assert [problem.code for problem in check(book) if problem.span.file == file] == ["R205"]
        assert read == again


def test_other_settings_another_day_another_program(
    book: Casebook, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def other_settings() -> None:
        book.portal["镇街"] = "[丙镇]"
        book.write("样例: true\n单位: {名称: 虚构甲公司}", CASES[4])

    def another_program() -> None:
        monkeypatch.setattr(answers, "version", lambda _: "another version")

    check(book)
    for change, day in ((other_settings, TODAY), (lambda: None, date(2027, 1, 1)), (another_program, TODAY)):
        read.clear()
        change()
        check(book, day)
        assert set(read) == set(CASES)


def test_what_it_depends_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = tmp_path / "generator/law/terms.py"
    module.parent.mkdir(parents=True)
    module.write_text("DAYS = 5", "utf-8")
    monkeypatch.setattr(answers, "__file__", str(tmp_path / "generator/cli/answers.py"))

    def asked(settings: str, day: date) -> str:
        answers._program.cache_clear()  # noqa: SLF001 - what a new process would not have
        return circumstances(settings, day)

    first = asked("settings", TODAY)
    assert asked("settings", TODAY) == first
    assert asked("settings", date(2026, 11, 2)) != first
    assert asked("other", TODAY) != first
    module.write_text("DAYS = 6", "utf-8")
    assert asked("settings", TODAY) != first
    module.write_text("DAYS = 5", "utf-8")
    module.rename(module.with_name("periods.py"))
    assert asked("settings", TODAY) != first


def test_a_case_that_is_gone_is_forgotten(book: Casebook) -> None:
    book.write(f"样例: true\n单位: {{名称: 虚构乙公司, {CODE}}}", CASES[1])
    assert [problem.code for problem in check(book)] == ["C110"]
    for file in (CASES[0], CASES[4]):
        (book.root / file).unlink()
    assert check(book) == []
    assert CASES[0] not in (book.root / FILE).read_text("utf-8")


def test_what_a_case_makes_true_of_the_settings_goes_with_it(book: Casebook) -> None:
    """A running term that ends in a year whose holidays nobody knows is said of the settings, once."""
    late = "样例: true\n单位: {名称: 虚构甲公司}\n经过: [{日期: 2026-10-26, 事项: 立案}]"
    for file in CASES[2:4]:
        book.write(late, file)
    for file, left in ((CASES[2], ["C517"]), (CASES[3], [])):
        assert [(problem.span.file, problem.code) for problem in check(book)] == [("content/portal.yml", "C517")]
        (book.root / file).unlink()
        assert [problem.code for problem in check(book)] == left


def test_no_name_and_no_note_is_kept(book: Casebook) -> None:
    check(book)
    kept = (book.root / FILE).read_text("utf-8")
    assert CASES[0] in kept
    for private in ("虚构", "甲公司", "91000000MA00000157", "吕大山"):
        assert private not in kept


def test_a_file_that_changes_between_two_looks_is_looked_at_again(
    book: Casebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its keys come from the first look, what is said across records from the second."""
    other = f"样例: true\n单位: {{名称: 虚构乙公司, {CODE}}}\n".encode()
    looks = 0

    def busy(root: Path, file: str) -> bytes | Problem:
        nonlocal looks
        looks += file == CASES[1]
        return other if file == CASES[1] and looks == 2 else contents(root, file)

    monkeypatch.setattr(halves, "contents", busy)
    assert [problem.code for problem in ledger.problems_of(book.root, TODAY)] == ["C110"]
    assert not {CASES[0], CASES[1]} & set(recalled(book))
    assert check(book) == []


def recalled(book: Casebook) -> list[str]:
    return list(recall(book.root, circumstances(read_settings(book.root).digest, TODAY)))


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    keep(tmp_path, KNOWN, SOME)
    assert recall(tmp_path, KNOWN) == SOME
    assert recall(tmp_path, "b" * 64) == {}
    keep(tmp_path, "b" * 64, {})
    assert recall(tmp_path, KNOWN) == {}
    assert sorted(path.name for path in (tmp_path / FILE).parent.iterdir()) == ["answers", "answers.lock"]


def test_a_damaged_byte_or_a_lost_end_is_noticed_wherever_it_is(tmp_path: Path) -> None:
    keep(tmp_path, KNOWN, SOME)
    place = tmp_path / FILE
    whole = place.read_bytes()
    for at in range(len(whole)):
        place.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert recall(tmp_path, KNOWN) == {}
        place.write_bytes(whole[:at])
        assert recall(tmp_path, KNOWN) == {}
    place.write_bytes(whole + b" ")
    assert recall(tmp_path, KNOWN) == {}


@pytest.mark.parametrize(
    "body",
    [
        "[]",
        '{"a":1}',
        '{"a":{"digest":"0"}}',
        '{"a":{"digest":1,"problems":[],"keys":[]}}',
        '{"a":{"digest":"0","problems":[{"span":["a",1,1]}],"keys":[]}}',
        '{"a":{"digest":"0","problems":[{"span":["a","1",1,1],"code":"","message":"","hint":""}],"keys":[]}}',
        "[" * 100_000,
        "\ufeff{}",
        "",
    ],
)
def test_a_sealed_text_that_is_something_else_is_nothing(tmp_path: Path, body: str) -> None:
    keep(tmp_path, KNOWN, {})
    (tmp_path / FILE).write_bytes(sealed._seal(KNOWN, body.encode()) + b"\n" + body.encode())  # noqa: SLF001 - what a forger would do
    assert recall(tmp_path, KNOWN) == {}


def a_file_for_the_folder(place: Path) -> None:
    place.parent.parent.mkdir(parents=True)
    place.parent.write_bytes(b"")


def a_folder_for_the_file(place: Path) -> None:
    place.mkdir(parents=True)


def a_pipe(place: Path) -> None:
    place.parent.mkdir(parents=True)
    os.mkfifo(place)


def a_link_to_nowhere(place: Path) -> None:
    place.parent.mkdir(parents=True)
    place.symlink_to("nowhere")


def a_killed_check(place: Path) -> None:
    place.parent.mkdir(parents=True)
    place.with_name("answers.new").write_bytes(b"half")


@pytest.mark.parametrize(
    "obstacle", [a_file_for_the_folder, a_folder_for_the_file, a_pipe, a_link_to_nowhere, a_killed_check]
)
def test_obstacles_cost_time_and_nothing_else(book: Casebook, obstacle: Callable[[Path], None]) -> None:
    obstacle(book.root / FILE)
    assert check(book) == check(book) == []
    if obstacle is a_killed_check:
        assert len(recalled(book)) == len(CASES)


def test_a_link_is_not_written_through(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_bytes(b"mine")
    (tmp_path / FILE).parent.mkdir(parents=True)
    for name in ("answers", "answers.new"):
        (tmp_path / FILE).with_name(name).symlink_to(precious)
    keep(tmp_path, KNOWN, SOME)
    assert precious.read_bytes() == b"mine"
    assert recall(tmp_path, KNOWN) == SOME


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_full_disk_leaves_what_was_kept_before(book: Casebook, monkeypatch: pytest.MonkeyPatch, error: int) -> None:
    check(book)
    before = (book.root / FILE).read_bytes()

    def full(path: Path, data: bytes) -> int:
        with path.open("wb") as file:
            file.write(data[:9])
        raise OSError(error, os.strerror(error))

    book.write("样例: true\n单位: {名称: 虚构乙公司}\n行业: 无", CASES[2])
    monkeypatch.setattr(Path, "write_bytes", full)
    assert [problem.code for problem in check(book)] == ["R205"]
    assert (book.root / FILE).read_bytes() == before
    assert not (book.root / FILE).with_name("answers.new").exists()


def test_two_checks_at_once(tmp_path: Path) -> None:
    """One keeps its answers, the other leaves it at that."""
    keep(tmp_path, KNOWN, SOME)
    with (tmp_path / FILE).with_name("answers.lock").open("w") as other:
        fcntl.flock(other, fcntl.LOCK_SH)
        keep(tmp_path, KNOWN, {})
        assert recall(tmp_path, KNOWN) == SOME
    keep(tmp_path, KNOWN, {})
    assert recall(tmp_path, KNOWN) == {}


def test_the_answers_of_another_folder_are_worth_as_much_as_its_files_are_the_same(
    book: Casebook, tmp_path_factory: pytest.TempPathFactory, read: list[str]
) -> None:
    check(book)
    other = Casebook(tmp_path_factory.mktemp("other"), dict(CITY))
    shutil.copytree(book.root, other.root, dirs_exist_ok=True)
    other.write(f"样例: true\n单位: {{名称: 虚构乙公司, {CODE}}}", CASES[1])
    read.clear()
    assert [problem.code for problem in check(other)] == ["C110"]
    assert set(read) == set(CASES[:2])


def test_what_could_not_be_read_is_tried_again(book: Casebook) -> None:
    (book.root / CASES[2]).unlink()
    (book.root / CASES[2]).symlink_to("/etc/hostname")
    (book.root / CASES[3]).unlink()
    (book.root / CASES[3]).mkdir()
    assert [problem.code for problem in check(book)] == ["R111", "R107"]
    assert [problem.code for problem in check(book)] == ["R111", "R107"]
    assert recalled(book) == [CASES[0], CASES[1], CASES[4]]


def test_names_that_are_no_text(book: Casebook) -> None:
    for folder in ("2025", "2024"):
        file = os.fsdecode(b"cases/" + folder.encode() + b"/\xff.yml")
        book.write("样例: true\n单位: {名称: 虚构乙公司}", file)
    said = [problem.code for problem in check(book)]
    assert said == ["C101", "C101", "C102"]
    assert [problem.code for problem in check(book)] == said
    assert lasting({"a\udcff.yml": SOME[CASES[0]], CASES[0]: SOME[CASES[0]]}) == {CASES[0]: SOME[CASES[0]]}
