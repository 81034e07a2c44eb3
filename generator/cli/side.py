"""One version of the records as the public sees it: what the gate lets out, put into the words of the open data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Final

from generator.cli import around
from generator.disclosure.public import EndedCase, PublicCase, PublicWorksite, RevokedWorksite
from generator.disclosure.site import disclose_all
from generator.ledger import Ledger
from generator.model import catalogue
from generator.model.portal import Portal
from generator.pages.data.record import COLUMNS, GROUPS, encoded
from generator.problems import Problem, Severity
from generator.records.encode import Plain, plain
from generator.records.load import CASES, OUTREACH
from generator.reports.change import Item, Shown, Side, Value

_TAG: Final = re.compile(r"<[^>]*>")
_PROMISE: Final = "服务承诺"
_UNTOLD: Final = frozenset(
    {
        *("number", "page", "employer_page"),  # what they say, the number and the name say
        *("amount_fen", "amount_approximate"),  # the amount as written says so
        *("changed", "status_until", "objection_due"),  # follow from what is told
    }
)
LISTING: Final = next(group for group in GROUPS if group.key == "listing")
_REPLACED: Final = frozenset(
    {"employer_name", "employer_code", "employer_address", "employer_representative", "facts", "project"}
)
"""Columns whose old texts are not repeated."""


def side(ledger: Ledger, problems: list[Problem], root: Path) -> Side:
    """Everything that the public sees of the records below `root`; `problems` are those of reading."""
    site = disclose_all(ledger).site
    unread = [problem.span.file for problem in problems if problem.severity is Severity.ERROR]
    return Side(
        cases={case.number: shown(case) for case in site.cases},
        ended={case.number: _ending(case) for case in site.ended},
        worksites={
            **{one.code: (f"{one.printed} {one.project}", dict(_worksite(one))) for one in site.worksites},
            **{one.code: (one.printed, _revoked(one)) for one in site.revoked_worksites},
        },
        pages={page.file: (_title(page.text, page.file), page.text) for page in ledger.pages},
        settings=_settings(ledger.portal.record) | {_PROMISE: Value(_PROMISE, site.portal.promise.rstrip("。"))},
        unread=frozenset(_numbers(unread)),
        sessions=None if any(file.startswith(f"{OUTREACH}/") for file in unread) else around.sessions(site),
        totals=around.totals(site),
        figures=around.figures(site),
        files=around.files(root),
    )


def shown(case: PublicCase) -> Shown:
    """A case in words."""
    line = encoded(case)
    found = json.loads(line)
    return Shown(
        number=case.number,
        name=case.employer.name,
        sample=case.sample,
        until=case.until,
        values=(
            *(
                Value(column.title, _words(found[column.key]), retold=column.key not in _REPLACED)
                for column in COLUMNS
                if column.key not in _UNTOLD
            ),
            *_of_listing(found["listing"] or {}),
        ),
        items=tuple(_items(case)),
        rest=line.decode(),
    )


def _of_listing(found: Mapping[str, str]) -> Iterator[Value]:
    """What is shown of a stay on the list besides its dates."""
    parts = {field.key: field.title for field in LISTING.parts}
    for key in ("removal_from", "repair_from", "reason"):
        yield Value(parts[key], found.get(key) or "", retold=key != "reason")


def _words(value: Plain | bool | int | None) -> str:  # noqa: FBT001 - a value of JSON
    match value:
        case None:
            return ""
        case list():
            return "、".join(map(str, value))
        case _:
            return str(value)


def _items(case: PublicCase) -> Iterator[Item]:
    for event in case.timeline:
        facts = "，".join(f"{label} {text}" for label, text in event.facts)
        brief = f"{event.on} {event.title}"
        yield Item("经过", f"{brief}（{facts}）" if facts else brief, brief)
    for one in case.objections:
        yield Item("异议", f"{one.received} 针对{one.against}，{one.due} 以前核实", f"{one.received} 针对{one.against}")
    for on, said in case.corrections:
        yield Item("更正", f"{on} {said}", str(on))
    for person in case.listing.persons if case.listing else ():
        yield Item("列入人员", f"{person.name}（{person.role}）", f"（{person.role}）")


def _ending(case: EndedCase) -> str:
    return f"{case.how}，{case.ended} 起只留编号"


def _worksite(site: PublicWorksite) -> Iterator[tuple[str, str]]:
    """What is shown of a site by title; of what the law wants on the site alone, only that it is there."""
    yield from (
        ("项目", site.project),
        ("地址", str(site.address)),
        ("镇街", str(site.town)),
        ("建设单位", str(site.owner)),
        ("施工总承包单位", f"{site.contractor} {site.department}"),
        ("主管部门", repr(site.authorities)),
        ("发薪日", str(site.payday)),
        ("开工和竣工", f"{site.start} {site.end}"),
        ("六项制度", repr([(system.name, system.status, system.on) for system in site.systems])),
        ("告示牌", repr([(slot.label, slot.values if not slot.on_site else slot.filled) for slot in site.slots])),
        ("海报", str(site.issued)),
    )


def _revoked(site: RevokedWorksite) -> Mapping[str, str]:
    return {"撤销": str(site.revoked)}


def _title(text: str, file: str) -> str:
    """The first heading of a page; its file's name where it has none."""
    headings = (line.removeprefix("# ").partition(" {")[0] for line in text.split("\n") if line.startswith("# "))
    return _TAG.sub("", next(headings, PurePosixPath(file).stem))


def _settings(portal: Portal) -> dict[str, Value]:
    """Each setting by its path; of those that no page shows, only whether they changed."""
    fields = catalogue.fields(Portal)
    found: dict[str, Value] = {}
    for key, value in plain(portal).items():
        entry = catalogue.entry(fields[key])
        public = bool(entry and entry.public)
        leaves = _leaves(key, value) if public else iter([(key, repr(value))])
        found |= {path: Value(path, text, retold=public) for path, text in leaves}
    return found


def _leaves(path: str, value: Plain) -> Iterator[tuple[str, str]]:
    match value:
        case dict():
            yield from chain.from_iterable(_leaves(f"{path}·{key}", inner) for key, inner in value.items())
        case list() if all(isinstance(one, dict) for one in value):
            yield from chain.from_iterable(_named(path, one) for one in value if isinstance(one, dict))
        case list():
            yield path, "、".join(map(str, value))
        case _:
            yield path, value


def _named(path: str, value: dict[str, Plain]) -> Iterator[tuple[str, str]]:
    """One of a list of settings is known by what it says first: 投诉渠道·12345安薪热线·号码."""
    first, *others = value.items()
    name = f"{path}·{first[1]}"
    yield name, "有"
    yield from chain.from_iterable(_leaves(f"{name}·{key}", inner) for key, inner in others)


def _numbers(files: Iterable[str]) -> Iterator[str]:
    for file in files:
        if file.startswith(f"{CASES}/") and file.endswith(".yml"):
            yield PurePosixPath(file).stem
