"""Whatever is done to the records between two checks, the one that remembers says what one that does not would say."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from generator.checks import CHECKS
from generator.checks.examples import CITY, examples
from generator.cli import asking, halves, ledger, telling
from generator.cli.answers import FILE
from generator.cli.asking import Asked, ask
from generator.cli.diagnostics import FORMATS, report
from generator.cli.due import CLOCKS
from generator.cli.report import COUNTED
from generator.cli.telling import Opened, open_disclosed
from generator.disclosure.site import disclose_all
from generator.records.load import FIGURES, PORTAL, WORKSITES
from tests.casebook import Casebook

FILES: Final = st.sampled_from(
    [*(f"cases/2026/yk-2026-{number:04d}.yml" for number in range(1, 5)), "cases/2025/yk-2026-0001.yml", "cases/甲.yml"]
)
_SAID: Final = [(example, check) for check in CHECKS for example in examples(check)]
ACROSS: Final = [
    text for example, check in _SAID if check.across and PORTAL not in example.files for text in example.texts.values()
]
WITHIN: Final = [
    text
    for example, check in _SAID
    if not check.across and PORTAL not in example.files
    for text in example.texts.values()
]
SITES: Final = st.sampled_from(["content/worksites/A2345678.yml", "content/worksites/B2345679.yml"])
SITE_TEXTS: Final = st.sampled_from(
    [
        text
        for example, _ in _SAID
        for path, text in example.texts.items()
        if path.startswith(f"{WORKSITES}/") and path.endswith(".yml")
    ]
)
BROKEN: Final = [
    "",
    "单位: [",
    "单位: {名称: 甲}\n单位: {名称: 乙}",
    "单位：{}",
    "样例: true\n行业: 无",
    "甲: *乙",
    "\x00",
]
TEXTS: Final = st.sampled_from(ACROSS) | st.sampled_from(ACROSS) | st.sampled_from(WITHIN) | st.sampled_from(BROKEN)
SETTINGS: Final = st.sampled_from(
    [
        {},
        *(example.texts for example, _ in _SAID if PORTAL in example.files),
        {PORTAL: "城市: 无"},
        {PORTAL: "镇街: [丙镇]"},
    ]
)
QUESTIONS: Final = (CLOCKS, COUNTED)
MEMORIES: Final = (FILE, telling.FILE, *(f"{asking.FOLDER}/{question.name}" for question in QUESTIONS))
DAYS: Final = st.sampled_from([date(2026, 11, 1) + timedelta(days=days) for days in (0, 1, 60, 400, 2000, -200)])


class Editing(RuleBasedStateMachine):
    """Editors at work on a small city, and a disk that loses things."""

    def __init__(self) -> None:
        super().__init__()
        self.patch = pytest.MonkeyPatch()
        self.patch.setattr(ledger, "WORTH_FORKING", 0)
        self.patch.setattr(telling, "WORTH_FORKING", 0)
        self.patch.setattr(asking, "WORTH_FORKING", 0)
        self.patch.setattr(halves, "_AT_A_TIME", 2)
        self.patch.setattr(telling, "WORTH_SHARING", 0)
        for module, name in ((halves, "apart"), (asking, "beside")):
            self.patch.setattr(module, name, lambda one, other: (one(), other()))
        self.book = Casebook(Path(mkdtemp()))
        self.book.write("样例: true\n单位: {名称: 虚构甲公司}")
        self.day = date(2026, 11, 1)
        self.earlier: dict[str, bytes] = {}

    def teardown(self) -> None:
        """Leave nothing behind."""
        shutil.rmtree(self.book.root)
        self.patch.undo()

    def kept(self, file: str) -> Path:
        """What the last check, or the last build, left for the next."""
        return self.book.root / file

    @rule(file=FILES, text=TEXTS)
    def write(self, file: str, text: str) -> None:
        """A new record, or an old one written anew."""
        self.book.write(text, file)

    @rule(file=FILES, other=FILES)
    def rename(self, file: str, other: str) -> None:
        """Also onto another one."""
        if (self.book.root / file).exists():
            (self.book.root / other).parent.mkdir(exist_ok=True)
            (self.book.root / file).replace(self.book.root / other)

    @rule(file=FILES)
    def delete(self, file: str) -> None:
        """A record goes."""
        (self.book.root / file).unlink(missing_ok=True)

    @rule(file=SITES, text=SITE_TEXTS)
    def build(self, file: str, text: str) -> None:
        """A worksite, on which the cases of its contractor bear."""
        self.book.write(text, file)

    @rule(file=SITES)
    def pull_down(self, file: str) -> None:
        """A worksite goes."""
        (self.book.root / file).unlink(missing_ok=True)

    @rule(texts=SETTINGS)
    def set_up(self, texts: dict[str, str]) -> None:
        """Other settings, sound or not."""
        self.book.portal = dict(CITY)
        for line in texts.get(PORTAL, "").splitlines():
            key, _, value = line.partition(": ")
            self.book.portal[key] = value
        self.book.write("样例: true\n单位: {名称: 虚构甲公司}", "cases/2026/yk-2026-0009.yml")

    @rule()
    def lose_the_figures(self) -> None:
        """Until the next record is written."""
        (self.book.root / FIGURES).unlink(missing_ok=True)

    @rule(day=DAYS)
    def wait(self, day: date) -> None:
        """Another day, earlier too."""
        self.day = day

    @rule()
    def put_aside(self) -> None:
        """A copy of what is kept, to be brought back when it is old."""
        self.earlier = {file: self.kept(file).read_bytes() for file in MEMORIES if self.kept(file).is_file()}

    @rule(file=st.sampled_from(MEMORIES))
    def bring_back_what_was_kept_earlier(self, file: str) -> None:
        """Under other settings, another day, other records."""
        if file in self.earlier:
            self.kept(file).parent.mkdir(parents=True, exist_ok=True)
            self.kept(file).write_bytes(self.earlier[file])

    @rule(file=st.sampled_from(MEMORIES), data=st.data())
    def damage(self, file: str, data: st.DataObject) -> None:
        """A byte is another, or it all ends there."""
        whole = self.kept(file).read_bytes() if self.kept(file).is_file() else b""
        if whole:
            at = data.draw(st.integers(0, len(whole) - 1))
            sign = data.draw(st.binary(max_size=1))
            self.kept(file).write_bytes(whole[:at] + sign + whole[at + 1 :] if sign else whole[:at])

    @precondition(lambda self: self.kept(FILE).is_file())
    @rule()
    def forget(self) -> None:
        """It is safe to delete."""
        shutil.rmtree(self.book.root / ".cache")

    @invariant()
    def says_what_one_that_does_not_remember_says(self) -> None:
        """In every format; once more when nothing has changed since."""
        fresh = sorted(set(ledger.open_ledger(self.book.root, self.day)[1]))
        for _ in range(2):
            said = ledger.problems_of(self.book.root, self.day)
            for style in FORMATS:
                assert report(said, self.book.root, style) == report(fresh, self.book.root, style)
            assert said == fresh

    @invariant()
    def tells_what_one_that_does_not_remember_tells(self) -> None:
        """All that a site is made of, or the problems that keep it from being made."""
        whole, problems = ledger.open_ledger(self.book.root, self.day)
        for _ in range(2):
            opened = open_disclosed(self.book.root, self.day)
            if whole is None or ledger.has_errors(problems):
                assert sorted(set(problems)) == sorted(set(opened if isinstance(opened, list) else []))
            else:
                assert isinstance(opened, Opened)
                assert opened.disclosed == disclose_all(whole)

    @invariant()
    def answers_what_one_that_does_not_remember_answers(self) -> None:
        """The clocks and the figures of all cases, and what could not be read."""
        whole, problems = ledger.read_ledger(self.book.root, self.day)
        for question in QUESTIONS * 2:
            asked = ask(self.book.root, self.day, question)
            if whole is None:
                assert asked == problems
            else:
                assert isinstance(asked, Asked)
                assert asked.answers == tuple(question.ask(case, whole) for case in whole.cases)
                assert (asked.problems, asked.ledger) == (problems, replace(whole, cases=(), trees=asked.ledger.trees))


# A sequence of twenty steps can be read as it is; to shorten it takes minutes.
Editing.TestCase.settings = settings(
    max_examples=25,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],
)
test_any_sequence_of_edits = Editing.TestCase
