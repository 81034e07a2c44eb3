"""Which problems are shown when there are many: errors before warnings, each by place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.problems import Problem, Severity


@dataclass(frozen=True, slots=True)
class Selection:
    """What is shown, in the order of places, and the counts of everything there is."""

    shown: tuple[Problem, ...]
    errors: int
    warnings: int
    files: int

    @property
    def left(self) -> int:
        """How many are not shown."""
        return self.errors + self.warnings - len(self.shown)


def select(problems: Sequence[Problem], most: int | None) -> Selection:
    """At most `most` of them: no warning takes the place of an error."""
    errors = sorted(problem for problem in problems if problem.severity is Severity.ERROR)
    warnings = sorted(problem for problem in problems if problem.severity is Severity.WARNING)
    shown = tuple(sorted([*errors, *warnings][:most]))
    return Selection(shown, len(errors), len(warnings), len({problem.span.file for problem in problems}))
