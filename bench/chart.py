"""The measurements as a picture: for each size one bar a row, as long as the processors worked."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any, Final

_WIDE: Final = 820
_LABEL: Final = 290
_ROW: Final = 22
_HEAD: Final = 58
_BARS: Final = _WIDE - _LABEL - 190
_OURS: Final = "#0b4f53"
_THEIRS: Final = "#b9a27a"
_STYLE: Final = (
    "text{font:13px system-ui,sans-serif;fill:#14201f}.title{font-weight:700;font-size:15px}.note,.value{fill:#4d5957}"
    ".value{font-variant-numeric:tabular-nums}"
)


def chart(found: dict[str, Any]) -> str:
    """An SVG that needs nothing from elsewhere."""
    parts: list[str] = []
    top = 16
    for cases, one in found["sizes"].items():
        parts += _panel(top, int(cases), one["times"])
        top += _HEAD + _ROW * len(_rows(one["times"])) + 18
    size = f'viewBox="0 0 {_WIDE} {top}" width="{_WIDE}" height="{top}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img">'
    title = "<title>Seconds of the processors for each way to build and check</title>"
    ground = f'<rect width="{_WIDE}" height="{top}" fill="#fffdf8"/>'
    return "\n".join([head, title, f"<style>{_STYLE}</style>", ground, *parts, "</svg>", ""])


def _rows(times: dict[str, Any]) -> list[tuple[str, bool, dict[str, float]]]:
    """Label, whether it is ours, and its times; changes of the others are told in the table alone."""
    rows = [(name, _is_ours(name), row) for name, row in times.items()]
    kept = [row for row in rows if row[1] or not row[0].endswith("one case changed")]
    return sorted(kept, key=lambda row: -row[2]["cpu_seconds"])


def _is_ours(name: str) -> bool:
    return name.split(",", maxsplit=1)[0] in {"build", "check", "due", "report"}


def _panel(top: int, size: int, times: dict[str, Any]) -> Iterator[str]:
    rows = _rows(times)
    most = max(row["cpu_seconds"] for _, _, row in rows)
    yield f'<text class="title" x="16" y="{top + 14}">{size:,} cases</text>'
    yield f'<rect x="16" y="{top + 27}" width="12" height="12" fill="{_OURS}"/>'
    yield f'<text class="note" x="34" y="{top + 37}">ours: everything included</text>'
    yield f'<rect x="220" y="{top + 27}" width="12" height="12" fill="{_THEIRS}"/>'
    yield f'<text class="note" x="238" y="{top + 37}">others: detail pages alone, or the schema alone</text>'
    for place, (name, own, row) in enumerate(rows):
        y = top + _HEAD + _ROW * place
        wide = max(1.0, round(_BARS * row["cpu_seconds"] / most, 1))
        value = f"{row['cpu_seconds']:.2f} s, clock {row['seconds']:.2f} s"
        yield f'<text x="{_LABEL - 8}" y="{y + 13}" text-anchor="end">{escape(name)}</text>'
        yield f'<rect x="{_LABEL}" y="{y + 2}" width="{wide}" height="14" fill="{_OURS if own else _THEIRS}"/>'
        yield f'<text class="value" x="{_LABEL + wide + 6}" y="{y + 13}">{value}</text>'
