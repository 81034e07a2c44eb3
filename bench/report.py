"""`python -m bench.report`: what was last measured, as a page and a chart in docs/, made of nothing but its JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from string import Template
from typing import Any, Final

from bench.chart import chart
from bench.ours import SHIPPED
from bench.table import table

RESULTS: Final = SHIPPED / "bench/results/bench.json"
PAGE: Final = "docs/benchmarks.md"
CHART: Final = "docs/benchmarks.svg"
_PROSE: Final = Path(__file__).parent / "report.md"
_SIGNS: Final = {True: "met", False: "**missed**", None: "not measured"}


def documents(found: dict[str, Any]) -> dict[str, str]:
    """Path → text."""
    return {PAGE: _page(found), CHART: chart(found)}


def _page(found: dict[str, Any]) -> str:
    machine = found["machine"]
    versions = (f"- {name}: {version or 'not installed'}" for name, version in found["versions"].items())
    return Template(_PROSE.read_text("utf-8")).substitute(
        cores=machine["cores"],
        memory=machine["memory_gib"],
        python=machine["python"],
        processor=machine["processor"] or "processor unknown",
        rounds=found["rounds"],
        load=machine["load_before"],
        budgets="\n".join(_budget(one) for one in found["budgets"]),
        versions="\n".join(versions),
        table=table(found),
    )


def _budget(one: dict[str, Any]) -> str:
    figure = "—" if one["found"] is None else f"{one['found']:,} {one['unit']}".strip()
    limit = f"{'≥' if one['least'] else '≤'} {one['limit']:,} {one['unit']}".strip()
    return f"| {one['what']} | {limit} | {figure} | {one['at']} | {_SIGNS[one['met']]} |"


def main() -> None:
    """Write what differs."""
    for path, text in documents(json.loads(RESULTS.read_bytes())).items():
        if not (SHIPPED / path).is_file() or (SHIPPED / path).read_text("utf-8") != text:
            (SHIPPED / path).write_text(text, encoding="utf-8")
            sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main()
