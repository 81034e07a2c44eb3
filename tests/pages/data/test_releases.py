"""Releases and deltas: whoever mirrored an earlier release gets from there to today's."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.data.documents import delta as delta_text
from generator.pages.data.documents import releases as releases_text
from generator.pages.data.releases import KEPT, History, advance, deltas, identify, read
from tests.pages.casebook import SITE
from tests.pages.data.opened import OPEN, TRICKY, WHOLE, files

Copy = Mapping[str, bytes]
DAY = date(2026, 11, 1)

numbers = st.integers(0, 3).map(lambda serial: f"xg-2026-{serial:04}")
lines = st.integers(0, 2).map(lambda text: f'{{"text": {text}}}\n'.encode())
copies = st.dictionaries(numbers, lines)


def digests(copy: Copy) -> dict[str, str]:
    return {number: hashlib.sha256(line).hexdigest() for number, line in copy.items()}


def updated(old: Copy, document: bytes) -> Copy:
    """What the documentation tells a mirror to do."""
    told = json.loads(document)
    kept = {number: line for number, line in old.items() if number not in told["remove"]}
    return kept | {record["number"]: line_of(record) for record in told["upsert"]}


def line_of(record: object) -> bytes:
    return (json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def history_of(past: Sequence[Copy]) -> History:
    """Built day after day, each build told of the one before by what that one wrote."""
    history: History | None = None
    for days, copy in enumerate(past):
        history = advance(history, digests(copy), DAY + timedelta(days))
        assert read(releases_text(history)) == history
    assert history
    return history


@given(st.lists(copies, min_size=1, max_size=KEPT + 3))
def test_a_delta_leads_from_every_earlier_release_to_now(past: list[Copy]) -> None:
    numbered = [
        {number: line_of({"number": number, "said": line.decode()}) for number, line in one.items()} for one in past
    ]
    history = history_of(numbered)
    now = numbered[-1]
    releases = {identify(digests(one)): one for one in numbered}
    found = {one.origin: one for one in deltas(history)}
    for origin, one in found.items():
        document = delta_text(one, now)
        assert updated(releases[origin], document) == now
        assert {record["number"] for record in json.loads(document)["upsert"]} <= now.keys()
    assert history.id == identify(digests(now))
    assert history.id not in found
    last = list(dict.fromkeys(identify(digests(one)) for one in reversed(numbered)))[1:]
    assert set(found) >= set(last[:KEPT])


@given(st.lists(copies, min_size=2, max_size=5))
def test_a_delta_says_what_differs_and_no_more(past: list[Copy]) -> None:
    history, new = history_of(past), past[-1]
    releases = {identify(digests(one)): one for one in past}
    for one in deltas(history):
        old = releases[one.origin]
        assert set(one.upsert) == {number for number in new if new[number] != old.get(number)}
        assert set(one.remove) == old.keys() - new.keys()


def test_a_record_that_returns_to_an_earlier_text() -> None:
    past = [{"xg-2026-0001": text} for text in (b"a", b"b", b"c", b"b")]
    (last, first) = deltas(history_of(past))
    assert (last.upsert, first.upsert) == (("xg-2026-0001",), ("xg-2026-0001",))


def test_the_same_records_are_the_same_release() -> None:
    first = advance(None, digests({"xg-2026-0001": b"x"}), DAY)
    assert advance(first, digests({"xg-2026-0001": b"x"}), DAY + timedelta(9)) is first
    assert advance(first, digests({"xg-2026-0001": b"y"}), DAY).id != first.id


def test_twelve_earlier_releases_are_kept() -> None:
    history = history_of([{"xg-2026-0001": str(text).encode()} for text in range(KEPT + 5)])
    assert [one.as_of.day for one in history.earlier] == list(range(KEPT + 4, 4, -1))


def test_through_the_files_of_two_sites() -> None:
    """A case is corrected, one is new, one has ended."""
    before = replace(SITE, cases=(replace(OPEN, facts="以前的说法。"), *SITE.cases[1:]))
    after = replace(WHOLE, cases=(OPEN, TRICKY, *SITE.cases[2:]))
    old = files(before)
    new = files(after, read(old["api/v1/releases.json"]))
    newest, earlier = json.loads(new["api/v1/releases.json"])["releases"]
    delta = json.loads(new[earlier["delta"]])
    assert (delta["from"], delta["to"]) == (earlier["id"], newest["id"])
    assert [record["number"] for record in delta["upsert"]] == ["xg-2026-0001", "xg-2026-0003"]
    assert delta["remove"] == ["xg-2026-0002"]
    mirrored = updated({number: old[f"api/v1/cases/{number}.json"] for number in records(old)}, new[earlier["delta"]])
    assert mirrored == {number: new[f"api/v1/cases/{number}.json"] for number in records(new)}
    assert newest["records"] == digests(mirrored)


def records(found: Mapping[str, bytes]) -> list[str]:
    folder = "api/v1/cases/"
    return [path.removeprefix(folder).removesuffix(".json") for path in found if path.startswith(folder)]


def test_no_name_of_what_has_ended_stays_in_a_release_or_a_delta() -> None:
    old = files(replace(SITE, cases=(OPEN, *SITE.cases)))
    new = files(SITE, read(old["api/v1/releases.json"]))
    assert [path for path, data in new.items() if OPEN.employer.name.encode() in data] == []
    assert b"xg-2026-0001" in new["api/v1/releases.json"]


def test_without_an_earlier_site_the_list_starts_anew() -> None:
    (only,) = json.loads(files()["api/v1/releases.json"])["releases"]
    assert (only["as_of"], sorted(only)) == ("2026-11-01", ["as_of", "id", "records"])
    assert not [path for path in files() if "deltas" in path]


GOOD = history_of([{"xg-2026-0001": b"x"}, {"xg-2026-0002": b"y"}])


def test_reads_what_it_wrote() -> None:
    assert read(releases_text(GOOD)) == GOOD


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("xg-2026-0002", "虚构某人"),
        ("xg-2026-0001", "虚构某人"),
        (GOOD.earlier[0].id, "虚构某人"),
        (GOOD.records["xg-2026-0002"], "虚构某人"),
        (GOOD.records["xg-2026-0002"], "0" * 64),
        ('"records"', '"cases"'),
        ('"differs"', '"records"'),
        ("2026-11-01", "昨天"),
        ('"releases": [', '"releases": 1, "x": ['),
        ("{", "["),
    ],
)
def test_takes_nothing_that_it_did_not_write(good: str, bad: str) -> None:
    text = releases_text(GOOD).decode()
    assert good in text
    assert read(text.replace(good, bad).encode()) is None


@pytest.mark.parametrize("data", [b"", b"\xff", b"null", b'{"releases": []}', b'{"releases": [null]}'])
def test_takes_no_other_file(data: bytes) -> None:
    assert read(data) is None
