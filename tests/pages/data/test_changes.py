"""What a change of one case makes stale among the data files, and nothing else."""

from __future__ import annotations

import pickle
from dataclasses import replace
from datetime import timedelta

from generator.disclosure.public import PublicSite
from generator.pages.data.files import data_files
from generator.pages.data.releases import read
from generator.pages.data.seal import RecordFile
from tests.pages.casebook import ENDED
from tests.pages.data.opened import OPEN, WHOLE, files

BULK = {
    *("api/v1/cases.csv", "api/v1/cases.json", "api/v1/cases.ndjson", "api/v1/cases.xlsx"),
    *("api/v1/checksums.txt", "api/v1/index.json", "api/v1/releases.json"),
}


def stale(before: PublicSite, after: PublicSite) -> set[str]:
    """Paths whose `repr` is another one, or gone, or new."""
    old, new = ({repr(file): file.path for file in data_files(site, None)} for site in (before, after))
    return {path for told, path in (old | new).items() if told not in old.keys() & new.keys()}


def differing(before: PublicSite, after: PublicSite) -> set[str]:
    old, new = files(before), files(after)
    return {path for path in old.keys() | new.keys() if old.get(path) != new.get(path)}


def test_a_fact_of_one_case() -> None:
    after = replace(WHOLE, cases=(replace(OPEN, facts="另有说明。"), *WHOLE.cases[1:]))
    assert stale(WHOLE, after) == {*BULK, "api/v1/cases/xg-2026-0001.json"}


def test_a_case_that_ends() -> None:
    over = replace(ENDED, number=OPEN.number, ended=WHOLE.portal.as_of)
    after = replace(WHOLE, cases=WHOLE.cases[1:], ended=(*WHOLE.ended, over))
    assert stale(WHOLE, after) == {
        *BULK,
        "api/v1/cases/xg-2026-0001.json",
        "api/v1/employers.json",
        "api/v1/removals.json",
        "feeds/disclosures.xml",
        "feeds/removals.xml",
    }


def test_a_days_passing() -> None:
    later = replace(WHOLE, portal=replace(WHOLE.portal, as_of=WHOLE.portal.as_of + timedelta(1)))
    assert stale(WHOLE, later) == {
        *("api/v1/cases.json", "api/v1/checksums.txt", "api/v1/employers.json", "api/v1/index.json"),
        *("api/v1/releases.json", "api/v1/removals.json", "api/v1/sessions.json", "feeds/sessions.ics"),
    }


def test_a_days_passing_after_an_earlier_site_makes_no_release() -> None:
    history = read(files()["api/v1/releases.json"])
    later = replace(WHOLE, portal=replace(WHOLE.portal, as_of=WHOLE.portal.as_of + timedelta(1)))
    assert files(later, history)["api/v1/releases.json"] == files()["api/v1/releases.json"]


def test_a_sample_changes_nothing() -> None:
    sample = replace(OPEN, sample=True)
    assert stale(replace(WHOLE, cases=(sample,)), replace(WHOLE, cases=(replace(sample, facts="另有说明。"),))) == set()


def test_what_differs_is_stale() -> None:
    """The digest of a plan tells all that the bytes depend on."""
    for after in (
        replace(WHOLE, cases=(replace(OPEN, facts="另有说明。"), *WHOLE.cases[1:])),
        replace(WHOLE, cases=WHOLE.cases[1:]),
        replace(WHOLE, ended=()),
        replace(WHOLE, next_change=None),
        replace(WHOLE, portal=replace(WHOLE.portal, title="虚构别名")),
        replace(WHOLE, portal=replace(WHOLE.portal, publisher="虚构别办")),
        replace(WHOLE, portal=replace(WHOLE.portal, licence="虚构许可")),
        replace(WHOLE, portal=replace(WHOLE.portal, base_url="https://portal.example")),
        replace(WHOLE, portal=replace(WHOLE.portal, demonstration=True)),
    ):
        assert differing(WHOLE, after) <= stale(WHOLE, after)
        assert differing(WHOLE, after)


def test_files_travel_between_processes() -> None:
    planned = data_files(WHOLE, None)
    again = pickle.loads(pickle.dumps(planned))  # noqa: S301 - our own bytes, made in this line
    assert again == planned
    assert [file.render() for file in again] == [file.render() for file in planned]


def test_a_record_travels_without_the_others() -> None:
    cases = tuple(replace(OPEN, number=f"xg-2026-{serial:04d}") for serial in range(1, 200))
    *_, last = (file for file in data_files(replace(WHOLE, cases=cases), None) if isinstance(file, RecordFile))
    sent = pickle.dumps(last)
    assert len(sent) < 2 * len(last.render())
    assert pickle.loads(sent).render() == last.render()  # noqa: S301 - our own bytes, made two lines above
