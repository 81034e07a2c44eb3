"""`python -m tests.mutants.report`: what was last tried, as a page in docs/ made of its JSON and of equal.json."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Template
from typing import Any, Final

RESULTS: Final = Path("docs/mutants.json")
PAGE: Final = Path("docs/mutation.md")
ENOUGH: Final = 4
"""Seconds of the processor in which one of the tests that come by has to notice."""
EQUAL: Final = Path(__file__).parent / "equal.json"
_SAME: Final = ("file", "change", "was", "now")
_PROSE: Final = Path(__file__).parent / "page.md"


def page(found: dict[str, Any], equal: list[dict[str, str]]) -> str:
    """The page."""
    survivors = [one for folder in found.values() for one in folder["survivors"]]
    return Template(_PROSE.read_text("utf-8")).substitute(
        enough=ENOUGH,
        table="\n".join(_rows(found, equal)),
        equal="\n".join(_reasons(survivors, equal)) or "None.",
        open="\n".join(_open(survivors, equal)) or "None.",
    )


def reason(one: dict[str, Any], equal: list[dict[str, str]]) -> str | None:
    """Why a survivor behaves like the original, where somebody has said so; lines may have moved since."""
    return next((known["why"] for known in equal if all(known[key] == one[key] for key in _SAME)), None)


def save(found: dict[str, Any]) -> None:
    """Write the results and the page."""
    RESULTS.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    PAGE.write_text(page(found, reasons()), encoding="utf-8")


def reasons() -> list[dict[str, str]]:
    """Changes that change nothing, each with why."""
    read: list[dict[str, str]] = json.loads(EQUAL.read_bytes())
    return read


def _rows(folders: dict[str, Any], equal: list[dict[str, str]]) -> Iterator[str]:
    for name, one in folders.items():
        same = sum(reason(each, equal) is not None for each in one["survivors"])
        figures = [one[key] for key in ("seed", "mutants", "tried", "killed", "timed out", "survived")]
        cells = " | ".join(f"{figure:,}" for figure in (*figures, same, one["survived"] - same))
        yield f"| `{name}` | {cells} | {(one['killed'] + one['timed out']) / (one['tried'] - same):.1%} |"


def _reasons(survivors: list[dict[str, Any]], equal: list[dict[str, str]]) -> Iterator[str]:
    for one in survivors:
        why = reason(one, equal)
        if why:
            yield f"- {_told(one)} — {why}"


def _open(survivors: list[dict[str, Any]], equal: list[dict[str, str]]) -> Iterator[str]:
    yield from (f"- {_told(one)}" for one in survivors if reason(one, equal) is None)


def _told(one: dict[str, Any]) -> str:
    return f"`{one['file']}:{one['line']}`, {one['change']}: `{one['was']}` → `{one['now']}`"


if __name__ == "__main__":
    save(json.loads(RESULTS.read_bytes()))
    sys.stdout.write(f"{PAGE}\n")
