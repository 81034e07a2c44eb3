"""A small city in a temporary folder, so that a test can be a record and the list of what is said about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from textwrap import dedent

from generator.checks import check_all
from generator.checks.examples import AS_OF, CITY, portal_text
from generator.checks.examples import CASE as CASE
from generator.disclosure.public import EndedCase, PublicCase
from generator.disclosure.site import Disclosed, disclose_all
from generator.ledger import Ledger, fold
from generator.problems import Problem
from generator.records.load import Records, load

TODAY = AS_OF


@dataclass
class Casebook:
    """A root folder with a portal; records are added as text."""

    root: Path
    portal: dict[str, str] = field(default_factory=lambda: dict(CITY))

    def write(self, text: str, file: str = CASE) -> Casebook:
        """Add a record; the portal is written along with it."""
        self.write_bytes(dedent(text).strip("\n").encode() + b"\n", file)
        return self

    def write_bytes(self, data: bytes, file: str = CASE) -> Casebook:
        """Add a file as it is."""
        self._put(file, data)
        self._put("content/portal.yml", portal_text(self.portal).encode())
        self._put("content/figures.yml", "已公布数字: []\n".encode())
        (self.root / "cases").mkdir(exist_ok=True)
        return self

    def _put(self, file: str, data: bytes) -> None:
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    def records(self) -> Records:
        """Everything as read."""
        return load(self.root)

    def ledger(self, as_of: date = TODAY) -> Ledger:
        """Everything folded; the portal must be sound."""
        records = self.records()
        assert records.portal, records.problems
        return fold(records, records.portal, as_of)

    def problems(self, as_of: date = TODAY) -> list[Problem]:
        """What reading and rules have to say, ordered by place."""
        return sorted([*self.records().problems, *check_all(self.ledger(as_of))])

    def disclosed(self, as_of: date = TODAY) -> Disclosed:
        """What passes the gate."""
        return disclose_all(self.ledger(as_of))

    def only(self, as_of: date = TODAY) -> PublicCase | EndedCase | str:
        """What the public learns of the one case there is, or why it learns nothing."""
        disclosed = self.disclosed(as_of)
        found: list[PublicCase | EndedCase | str] = [*disclosed.site.cases, *disclosed.site.ended]
        found += [item.reason for item in disclosed.withheld]
        assert len(found) == 1
        return found[0]

    def public(self, as_of: date = TODAY) -> PublicCase:
        """The one case there is, which must be public."""
        case = self.only(as_of)
        assert isinstance(case, PublicCase), case
        return case


def places(problems: list[Problem]) -> list[tuple[int, int, str]]:
    """The whole list as (line, column, code)."""
    return [(problem.span.line, problem.span.column, problem.code) for problem in problems]
