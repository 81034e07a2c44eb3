"""Verified A3 posters of a synthetic city in one process, beside the same poster made with Pillow and with fpdf2.

Fifty worksites go through all four ways, the ways in turn, so that whatever else the machine does meets all of them;
then the whole city goes through ours. Prints a table and, with --json, everything as JSON.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections.abc import Callable, Mapping
from datetime import date
from importlib import util
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

from bench.city import worksites
from bench.rivals import Facts, by_fpdf, by_pillow
from generator.disclosure.public import PublicPortal, PublicSite, PublicWorksite
from generator.disclosure.site import disclose_all
from generator.ledger import fold
from generator.posters.batch import PrintFile, Wanted, produce, produced
from generator.posters.code import encode
from generator.posters.compose import Order, address_of, in_words, sheet
from generator.posters.product import Product
from generator.posters.typeset import pdf
from generator.records.load import load

SHIPPED = Path(__file__).parents[1]
A3 = Order(Product.POSTER, "A3")
DAY = date(2026, 11, 1)
ABSENT = "fpdf2            not installed"

Way = Callable[[PublicWorksite], bytes]


def city(count: int) -> PublicSite:
    """A city of so many worksites, as the gate lets it out."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(SHIPPED / "content", root / "content")
        (root / "cases").mkdir()
        worksites(root, count)
        records = load(root)
    if records.portal is None:
        raise SystemExit("content/portal.yml 读不出来")
    return disclose_all(fold(records, records.portal, DAY)).site


def measure(count: int, rounds: int) -> dict[str, object]:
    """Medians of all ways over the same worksites in turn, and the whole city by ours."""
    site = city(count)
    ways = _ways(site.portal)
    some = site.worksites[:rounds]
    for way in ways.values():  # fonts and templates are read once
        way(some[0])
    times: dict[str, list[float]] = {name: [] for name in ways}
    works: dict[str, list[float]] = {name: [] for name in ways}
    sizes: dict[str, list[int]] = {name: [] for name in ways}
    apart = max(1, len(some) // len(ways))
    for number in range(len(some)):
        for place, (name, way) in enumerate(ways.items()):
            # Typst remembers what it has set of late: no way comes upon a worksite that another has just been through.
            one = some[(number + place * apart) % len(some)]
            encode.cache_clear()  # each way encodes for itself
            start, worked = perf_counter(), process_time()
            sizes[name].append(len(way(one)))
            times[name].append(perf_counter() - start)
            works[name].append(process_time() - worked)
    ours = median(works["verified"])
    return {
        "in_turn": {
            name: {
                "median_ms": round(1000 * median(times[name]), 2),
                "median_cpu_ms": round(1000 * median(works[name]), 2),
                "ratio": round(median(works[name]) / ours, 2),
                "median_bytes": int(median(sizes[name])),
            }
            for name in ways
        },
        "fpdf2": "fpdf2" in ways,
        "rounds": len(some),
        "city": _whole(site),
    }


def _whole(site: PublicSite) -> dict[str, object]:
    """Every poster of the city, each proven: how many a second, how large, and how many were fit for print."""
    start, worked = perf_counter(), process_time()
    files = [Wanted(f"{one.code}.pdf", A3, (one,)) for one in site.worksites]
    made = list(produced(files, site.portal))
    seconds, worked = perf_counter() - start, process_time() - worked
    fit = [one for one in made if isinstance(one, PrintFile)]
    return {
        "posters": len(made),
        "proven": len(fit),
        "proof_rate": len(fit) / len(made),
        "seconds": round(seconds, 2),
        "a_second": round(len(made) / seconds, 1),
        "cpu_seconds": round(worked, 2),
        "a_cpu_second": round(len(made) / worked, 1),
        "total_bytes": sum(len(one.data) for one in fit),
        "largest_bytes": max(len(one.data) for one in fit),
        "least_distance_m": min(reading.distance_m for one in fit for reading in one.readings),
    }


def _ways(portal: PublicPortal) -> Mapping[str, Way]:
    ways: dict[str, Way] = {
        "verified": lambda one: _verified(portal, one),
        "set only": lambda one: _set(portal, one),
        "Pillow 300 dpi": lambda one: by_pillow(_facts(portal, one)),
    }
    fpdf = _fpdf()
    if fpdf is not None:
        ways["fpdf2"] = lambda one: by_fpdf(fpdf, _facts(portal, one))
    return ways


def _fpdf() -> Any:  # noqa: ANN401 - a module that need not be there
    if util.find_spec("fpdf") is None:
        return None
    import fpdf  # noqa: PLC0415 - only where somebody has installed it

    return fpdf


def _verified(portal: PublicPortal, one: PublicWorksite) -> bytes:
    made = produce(Wanted("x.pdf", A3, (one,)), portal)
    return made.data if isinstance(made, PrintFile) else b""


def _set(portal: PublicPortal, one: PublicWorksite) -> bytes:
    made = sheet(A3, portal, [one])
    return pdf(made.template, made.data, DAY)


def _facts(portal: PublicPortal, one: PublicWorksite) -> Facts:
    address = address_of(portal, one)
    hotline = portal.hotline.number if portal.hotline else None
    return Facts(
        hotline=hotline or "热线待填写",
        publisher=portal.publisher,
        project=one.project,
        printed=one.printed,
        address=in_words(address),
        promise=portal.promise,
        code=encode(address),
    )


def table(found: dict[str, Any]) -> str:
    """The measurements for people."""
    rows = [f"{found['rounds']} worksites in turn, medians", ""]
    rows += [
        f"{name:16} {row['median_ms']:8.1f} ms {row['median_cpu_ms']:8.1f} ms processor"
        f" {row['ratio']:6.2f} of verified {row['median_bytes'] / 1000:7.1f} kB"
        for name, row in found["in_turn"].items()
    ]
    whole = found["city"]
    rows += [
        *([] if found["fpdf2"] else [ABSENT]),
        "",
        f"{whole['posters']} A3 posters in one process: {whole['seconds']} s, {whole['a_second']} a second",
        f"{whole['cpu_seconds']} s of processor time: {whole['a_cpu_second']} to a second of it",
        (
            f"proven {whole['proven']} of {whole['posters']} ({whole['proof_rate']:.2%}), each readable from"
            f" {whole['least_distance_m']} m"
        ),
        f"largest {whole['largest_bytes'] / 1000:.1f} kB, all {whole['total_bytes'] / 1e6:.1f} MB",
    ]
    return "\n".join(rows)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--worksites", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=50)
    parser.add_argument("--json", type=Path, help="write everything there as JSON, too")
    wanted = parser.parse_args()
    found = measure(wanted.worksites, min(wanted.rounds, wanted.worksites))
    sys.stdout.write(table(found) + "\n")
    if wanted.json:
        wanted.json.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
