"""What a check is: one rule, one function, one code; its docstring is the rule and holds its examples."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar, cast

from generator.course.lesson import Lesson
from generator.law.articles import Article
from generator.law.standing import Standing, standing
from generator.ledger import Ledger, LedgerCase, LedgerSession, LedgerWorksite
from generator.model.event import Event
from generator.problems import Problem, Severity, Span

ANSWER: Final = "确实如此的，在这一件写「说明」"
"""How a record answers a warning about an act, as the end of a hint."""

E = TypeVar("E", bound=Event)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule has to say about one place; its check adds code, severity and article."""

    span: Span
    message: str
    hint: str
    article: Article | None = None
    private: bool = False


@dataclass(frozen=True, slots=True)
class Check:
    """A rule with its code. `run` is pure and never raises for data."""

    code: str
    severity: Severity
    rule: str
    """The function's docstring: the rule in Chinese, then examples marked ✓ and ✗."""
    find: Callable[[Ledger], Iterator[Finding]]
    across: bool = False
    """True where what it says of a case depends on other cases: those that share a key with it (`checks.across`).

    It then speaks of places in the files of cases alone.
    """

    def run(self, ledger: Ledger) -> Iterator[Problem]:
        """All problems of this rule."""
        return map(self.problem, self.find(ledger))

    def problem(self, found: Finding) -> Problem:
        """A finding with this rule's code and severity."""
        article = str(found.article) if found.article else None
        return Problem(found.span, self.code, found.message, found.hint, self.severity, article, found.private)


LedgerRule = Callable[[Ledger], Iterator[Finding]]
CaseRule = Callable[[LedgerCase, Ledger], Iterator[Finding]]
WorksiteRule = Callable[[LedgerWorksite, Ledger], Iterator[Finding]]
SessionRule = Callable[[LedgerSession, Ledger], Iterator[Finding]]
LessonRule = Callable[[Lesson], Iterator[Finding]]


def ledger_check(
    code: str, severity: Severity = Severity.ERROR, *, across: bool = False
) -> Callable[[LedgerRule], Check]:
    """A rule over all records at once; `across` where it compares cases with one another."""

    def register(rule: LedgerRule) -> Check:
        return Check(code, severity, rule.__doc__ or "", rule, across)

    return register


def case_check(code: str, severity: Severity = Severity.ERROR, *, across: bool = False) -> Callable[[CaseRule], Check]:
    """A rule about one case at a time, on whatever of it is sound; `across` where other cases bear on it."""
    return _per_case(code, severity, whole=False, across=across)


def whole_case_check(code: str, severity: Severity = Severity.ERROR) -> Callable[[CaseRule], Check]:
    """A rule about what a case lacks: silent on a record that could not be read in full."""
    return _per_case(code, severity, whole=True, across=False)


def _per_case(code: str, severity: Severity, *, whole: bool, across: bool) -> Callable[[CaseRule], Check]:
    def register(rule: CaseRule) -> Check:
        def find(ledger: Ledger) -> Iterator[Finding]:
            for case in ledger.cases:
                if case.loaded.whole or not whole:
                    yield from rule(case, ledger)

        return Check(code, severity, rule.__doc__ or "", find, across)

    return register


def worksite_check(code: str, severity: Severity = Severity.ERROR) -> Callable[[WorksiteRule], Check]:
    """A rule about one worksite at a time, on whatever of it is sound."""
    return _per_worksite(code, severity, whole=False)


def whole_worksite_check(code: str, severity: Severity = Severity.ERROR) -> Callable[[WorksiteRule], Check]:
    """A rule about what a worksite lacks: silent on a record that could not be read in full."""
    return _per_worksite(code, severity, whole=True)


def _per_worksite(code: str, severity: Severity, *, whole: bool) -> Callable[[WorksiteRule], Check]:
    def register(rule: WorksiteRule) -> Check:
        def find(ledger: Ledger) -> Iterator[Finding]:
            for site in ledger.worksites:
                if site.loaded.whole or not whole:
                    yield from rule(site, ledger)

        return Check(code, severity, rule.__doc__ or "", find)

    return register


def session_check(code: str, severity: Severity = Severity.ERROR) -> Callable[[SessionRule], Check]:
    """A rule about one session of 开工第一课 or 一月一村, on whatever of it is sound."""
    return _per_session(code, severity, whole=False)


def whole_session_check(code: str, severity: Severity = Severity.ERROR) -> Callable[[SessionRule], Check]:
    """A rule about what a session lacks: silent where the file of its year could not be read in full."""
    return _per_session(code, severity, whole=True)


def _per_session(code: str, severity: Severity, *, whole: bool) -> Callable[[SessionRule], Check]:
    def register(rule: SessionRule) -> Check:
        def find(ledger: Ledger) -> Iterator[Finding]:
            for session in ledger.sessions:
                if session.loaded.whole or not whole:
                    yield from rule(session, ledger)

        return Check(code, severity, rule.__doc__ or "", find)

    return register


def lesson_check(code: str, severity: Severity = Severity.ERROR) -> Callable[[LessonRule], Check]:
    """A rule about one lesson of 开工第一课 by itself."""

    def register(rule: LessonRule) -> Check:
        def find(ledger: Ledger) -> Iterator[Finding]:
            for lesson in ledger.lessons:
                yield from rule(lesson)

        return Check(code, severity, rule.__doc__ or "", find)

    return register


def each(case: LedgerCase, kind: type[E]) -> Sequence[tuple[int, E]]:
    """The acts of one kind, each with its position in the file."""
    return cast("Sequence[tuple[int, E]]", case.acts.get(kind, ()))


def before(case: LedgerCase, event: Event) -> Standing:
    """Where the case would stand on the day of an act without that act."""
    return standing([other for other in case.record.events if other is not event], event.on)
