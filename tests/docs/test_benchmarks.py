"""The page and the chart say what was measured; what was measured says nothing of whose machine it was."""

from __future__ import annotations

import json
import platform
import re
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree as ET

import pytest

from bench import city, facts, ours
from bench.budgets import SIZE, Budget, budgets
from bench.chart import chart
from bench.facts import Frame
from bench.peers import PEERS
from bench.report import RESULTS, documents
from bench.weight import weigh
from tests.architecture.source import ROOT

COSTS: Final = {"10000": 60.0, "100000": 600.0}
FOUND: Final[dict[str, Any]] = json.loads(RESULTS.read_bytes())


@pytest.mark.parametrize("path", sorted(documents(FOUND)))
def test_is_what_was_measured(path: str) -> None:
    assert (ROOT / path).read_text("utf-8") == documents(FOUND)[path], "run python -m bench.report"


@pytest.mark.parametrize("size", sorted(FOUND["sizes"]))
def test_a_bar_is_as_long_as_its_figure(size: str) -> None:
    drawn = chart({"sizes": {size: FOUND["sizes"][size]}})
    rects = ET.fromstring(drawn).iter("{http://www.w3.org/2000/svg}rect")  # noqa: S314 - our own drawing
    bars = [float(one.attrib["width"]) for one in rects if one.get("height") == "14"]
    told = [float(match) for match in re.findall(r">([\d.]+) s, clock", drawn)]
    longest = bars[0] / told[0]
    assert bars == pytest.approx([seconds * longest for seconds in told], abs=1 + longest / 100)


def test_the_results_name_no_machine_and_no_folder() -> None:
    text = RESULTS.read_text("utf-8")
    assert not platform.node() or platform.node() not in text
    assert re.findall(r'"(?:/\w+/|[A-Za-z]:\\)[^"]*"', text) == []
    assert FOUND["machine"].keys() == {"cores", "memory_gib", "processor", "system", "python", "load_before"}
    assert FOUND["versions"].keys() >= {"anxin", *(peer.name for peer in PEERS)}


def test_the_budgets_of_the_results_follow_from_its_figures() -> None:
    assert FOUND["budgets"] == [one.told() for one in budgets(FOUND)]


@pytest.mark.parametrize(
    ("found", "least", "met"), [(1.0, False, True), (1.1, False, False), (0.9, True, False), (None, False, None)]
)
def test_a_budget_is_met_missed_or_open(found: float | None, met: bool | None, *, least: bool) -> None:  # noqa: FBT001 - a table
    assert Budget("x", 1.0, "×", found, "1 case", least=least).met is met


def test_a_budget_says_what_it_was_measured_on() -> None:
    """A small run says nothing of ten thousand cases, and says so."""
    small = {**FOUND, "sizes": {"300": next(iter(FOUND["sizes"].values()))}, "alone": {}, "posters": None}
    said = {one.what: (one.at, one.found) for one in budgets(small)}
    assert {at for at, _ in said.values()} == {"300 cases", "not run"}
    assert said["cost of a case at 100,000 to 10,000"] == ("not run", None)
    assert SIZE == "10000"


def test_growth_is_the_cost_of_a_case_against_the_cost_of_a_case() -> None:
    """Ten thousand in 60 seconds, a hundred thousand in 600: the same for each."""
    quick = {ours.CASE: {"seconds": 6.0}, ours.IDLE: {"seconds": 0.6}}
    alone = {
        size: {"times": {ours.COLD: {"seconds": cost}, **quick}, "memory": {ours.COLD: 2**20}}
        for size, cost in COSTS.items()
    }
    said = {one.what: one.found for one in budgets({**FOUND, "alone": alone})}
    assert said["cost of a case at 100,000 to 10,000"] == 1.0
    assert said["build after one case changed, to cold"] == 0.1
    assert said["build with nothing to do, to cold"] == 0.01
    assert said["memory of the largest build"] == 1.0


def test_every_peer_says_the_same_facts(tmp_path: Path) -> None:
    """Each is handed what the page of a case says, in its own form."""
    (tmp_path / "city").mkdir()
    city.make(ROOT, tmp_path / "city", 3)
    told = facts.cases(tmp_path / "city")
    one = told[-1]
    for peer in PEERS:
        folder = tmp_path / peer.name.split()[0]
        folder.mkdir()
        peer.write(folder, told, Frame("<title>@NAME@</title>", "<p>@NUMBER@</p>"))
        source = peer.page(folder, one).read_text("utf-8")
        steps: Any = one["steps"]
        assert all(str(part) in source for part in (one["name"], one["number"], one["status"], one["until"]))
        assert all(step["title"] in source and step["on"] in source for step in steps)


def test_a_round_knows_every_way_to_begin() -> None:
    names = [name for name, _, _ in ours.STEPS]
    assert {ours.COLD, ours.IDLE, ours.CASE, ours.FRAME, ours.TEMPLATE, ours.SETTING, ours.FRAMED} <= set(names)
    assert names == list(dict.fromkeys(names))


def test_a_page_weighs_what_it_asks_for(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/a.css").write_text("p{}", "utf-8")
    (tmp_path / "help/deep").mkdir(parents=True)
    head = '<link rel="stylesheet" href="../../assets/a.css?v=1"><link rel="canonical" href="https://portal.example/">'
    (tmp_path / "help/deep/index.html").write_text(head, "utf-8")
    assert [(one.kind, one.requests, one.css > 0, one.js) for one in weigh(tmp_path)] == [("help", 2, True, 0)]
