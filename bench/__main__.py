"""`make bench`: ours and what people would pick instead, in turn in one run; every budget with its figure.

Rounds go through everything once each, so that whatever else the machine does meets all of them. Figures are medians.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench import lookups, ours, posters, validation, weight
from bench.beside import Beside
from bench.budgets import budgets
from bench.city import make
from bench.facts import cases, frame
from bench.machine import machine, versions
from bench.ours import SHIPPED, Place
from bench.peers.environment import PLACE, lend
from bench.samples import Samples
from bench.table import table
from generator import routes

RESULTS = Path(__file__).parent / "results"
_LARGE = (10_000, 100_000)
"""Beside each other: what a case costs must not grow with their number."""


def main() -> None:
    """Measure, print, keep as JSON."""
    wanted = _wanted()
    lend(wanted.peers)
    found: dict[str, Any] = {
        "machine": machine(),
        "versions": versions(wanted.peers),
        "rounds": wanted.rounds,
        "sizes": {},
        "alone": {},
        "posters": posters.measure(wanted.worksites, min(50, wanted.worksites)) if wanted.worksites else None,
    }
    with TemporaryDirectory(dir=SHIPPED, prefix=".site-bench-") as folder:
        for size in wanted.cases:
            found["sizes"][str(size)] = _measured(Path(folder) / str(size), size, wanted)
            _keep(found, wanted.json)  # the next size takes long
        for size in _LARGE if wanted.large else ():
            found["alone"][str(size)] = _alone(Path(folder) / f"alone-{size}", size)
            _keep(found, wanted.json)
    sys.stdout.write(table(found) + "\n")


def _keep(found: dict[str, Any], file: Path) -> None:
    found["budgets"] = [budget.told() for budget in budgets(found)]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _alone(folder: Path, size: int) -> dict[str, Any]:
    """What a city of any size is asked for: one round, and the memory of the same round."""
    place, costs = _city(folder, size), {}
    for name, cost in ours.alone(place, 1):
        costs[name] = cost
        sys.stderr.write(f"{size} cases alone, {name}: {cost.seconds:.1f} s\n")
    samples = Samples()
    samples.add(costs.items())
    return {
        "times": samples.told(),
        "memory": {name: cost.peak for name, cost in costs.items()},
        "site": weight.size(place.site),
        "weights": [one.told() for one in weight.weigh(place.site)],
    }


def _city(folder: Path, size: int) -> Place:
    (folder / "city").mkdir(parents=True)
    make(SHIPPED, folder / "city", size)
    return Place(folder / "city", ours.settle(folder / "program"))


def _measured(folder: Path, size: int, wanted: argparse.Namespace) -> dict[str, Any]:
    """Everything about a city of one size."""
    place = _city(folder, size)
    place.run("build")  # whatever Python and the disk do once
    facts = cases(place.root)
    rivals = Beside(folder / "peers", wanted.peers, facts, frame(place.site, str(facts[0]["number"])))
    checker = validation.Checker(folder / "schema", wanted.peers, place.root)
    samples = Samples()
    for number in range(wanted.rounds):
        samples.add(ours.rounds(place, number + 1))
        samples.add(rivals.rounds(number + 1))
        samples.add(checker.rounds())
        sys.stderr.write(f"{size} cases, round {number + 1} done\n")
    site = weight.size(place.site)
    return {
        "times": samples.told(),
        "absent": [*rivals.absent, *checker.absent],
        "memory": dict(ours.memory(place)),
        "pages": {"ours": weight.pages(place.site, routes.case("*-*-*")), **rivals.pages()},
        "site": site,
        "weights": [one.told() for one in weight.weigh(place.site)],
        "lookup": lookups.measure(place.site, wanted.peers, facts, rivals.built("Hugo"), wanted.questions),
    }


def _wanted() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--cases", type=int, nargs="+", default=[1000, 10_000], metavar="N", help="sizes of the city")
    parser.add_argument("--large", action="store_true", help="ours alone at 10,000 and 100,000 cases as well")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--questions", type=int, default=400, help="how many parts of names are looked up")
    parser.add_argument("--worksites", type=int, default=200, help="how many posters are set and proven; 0 for none")
    parser.add_argument("--peers", type=Path, default=PLACE, metavar="DIR", help="the environment of the others")
    parser.add_argument("--json", type=Path, default=RESULTS / "bench.json", metavar="FILE")
    wanted = parser.parse_args()
    wanted.peers = wanted.peers.resolve()
    return wanted


if __name__ == "__main__":
    main()
