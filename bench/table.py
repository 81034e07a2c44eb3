"""The measurements for people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from bench import ours
from bench.posters import table as posters_table
from bench.validation import NAME

_MET: Final = {True: "met", False: "MISSED", None: "not measured"}


def table(found: dict[str, Any]) -> str:
    """Everything, one block for each size."""
    machine = found["machine"]
    on = f"{machine['cores']} cores, {machine['memory_gib']} GiB, Python {machine['python']}"
    lines = [f"{on}, load {machine['load_before']}; medians of {found['rounds']} rounds in turn", ""]
    for size, one in found["sizes"].items():
        lines += [*_times(size, one), "", *_pages(one), "", *_weights(one), "", *_lookup(one["lookup"]), ""]
    for size, one in found.get("alone", {}).items():
        lines += [*_alone(size, one), "", *_weights(one), ""]
    if found["posters"]:
        lines += [posters_table(found["posters"]), ""]
    return "\n".join([*lines, *(_budget(one) for one in found["budgets"])])


def _alone(size: str, one: dict[str, Any]) -> Iterator[str]:
    yield f"{int(size):,} cases, ours alone{'':25} clock        CPU"
    for name, row in one["times"].items():
        yield f"{name:44} {row['seconds']:8.2f} s {row['cpu_seconds']:8.2f} s"
    yield from (f"{f'memory, {name}':44} {size / 2**20:8.0f} MiB" for name, size in one["memory"].items())
    yield f"{'our whole site':20} {one['site']['files']:>7,} files, {one['site']['bytes'] / 1e6:.1f} MB"


def _times(size: str, one: dict[str, Any]) -> Iterator[str]:
    times = one["times"]
    hugo, check = times.get("Hugo, cold"), times[ours.CHECK]
    yield f"{int(size):,} cases{'':37} clock        CPU   to Hugo, by clock and CPU"
    for name, row in times.items():
        beside = check if name.startswith("check") else hugo
        of = "to our check" if beside is check else ""
        yield f"{name:44} {row['seconds']:8.2f} s {row['cpu_seconds']:8.2f} s{_ratio(row, beside)} {of}".rstrip()
    yield from (f"{name:44} not installed" for name in one["absent"])
    yield from (f"{f'memory, {name}':44} {size / 2**20:8.0f} MiB" for name, size in one["memory"].items())
    if NAME in times:
        yield "check-jsonschema knows the form of a record; the check also the law, the gate and the other records."


def _ratio(row: dict[str, float], beside: dict[str, float] | None) -> str:
    if beside is None:
        return ""
    return f" {row['seconds'] / beside['seconds']:8.2f} {row['cpu_seconds'] / beside['cpu_seconds']:8.2f}"


def _pages(one: dict[str, Any]) -> Iterator[str]:
    for name, row in one["pages"].items():
        told = f"{row['pages']:>7,} detail pages of {row['bytes']:>6,} bytes, {row['packed_bytes']:>6,} packed"
        yield f"{name:20} {told}"
    yield f"{'our whole site':20} {one['site']['files']:>7,} files, {one['site']['bytes'] / 1e6:.1f} MB"


def _weights(one: dict[str, Any]) -> Iterator[str]:
    yield "heaviest first view of each kind, packed       pages     HTML      CSS       JS    whole  requests"
    for row in one["weights"]:
        sizes = " ".join(f"{row[part]:>8,}" for part in ("html", "css", "js", "whole"))
        yield f"{row['kind']:42} {row['pages']:>9,} {sizes} {row['requests']:>9}"


def _lookup(one: dict[str, Any]) -> Iterator[str]:
    head = f"look-up, {one['questions']} parts of names"
    yield f"{head:34} recall  precision   first question     all questions   median"
    for name, way in one["ways"].items():
        if way is None:
            yield f"{name:32} not installed"
            continue
        precision = f"{way['precision']:.3f}" if way["precision"] is not None else "—"
        yield (
            f"{name:32} {way['recall']:7.3f} {precision:>10} {way['first_bytes']:>10,} bytes"
            f" {way['bytes_all']:>12,} bytes {way['median_ms']:8.2f} ms"
        )


def _budget(one: dict[str, Any]) -> str:
    figure = "—" if one["found"] is None else f"{one['found']:,} {one['unit']}".strip()
    sign = "≥" if one["least"] else "≤"
    limit = f"{sign} {one['limit']:,} {one['unit']}".strip()
    return f"{_MET[one['met']]:12} {one['what']}: {figure} ({limit}; {one['at']})"
