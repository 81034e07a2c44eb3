"""`python -m tests.mutants.report`: what was last tried, as a page in docs/ made of its JSON and of reasons.json."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Template
from typing import Any, Final

RESULTS: Final = Path("docs/mutants.json")
PAGE: Final = Path("docs/mutation.md")
ENOUGH: Final = 12
"""Seconds of the processor in which one of the tests that come by has to notice."""
_REASONS: Final = Path(__file__).parent / "reasons.json"
_SAME: Final = ("file", "change", "was", "now")
_PROSE: Final = Path(__file__).parent / "page.md"
Told = dict[str, Any]


def page(found: Told, known: list[dict[str, str]]) -> str:
    """The page."""
    survivors = [one for folder in found.values() for one in folder["survivors"]]
    equal, elsewhere, left = _sorted(survivors, known)
    return Template(_PROSE.read_text("utf-8")).substitute(
        enough=ENOUGH,
        table="\n".join(_rows(found, known)),
        equal="\n".join(equal) or "None.",
        elsewhere="\n".join(elsewhere) or "None.",
        open="\n".join(left) or "None.",
    )


def save(found: Told) -> None:
    """Write the results and the page."""
    RESULTS.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    PAGE.write_text(page(found, reasons()), encoding="utf-8")


def reasons() -> list[dict[str, str]]:
    """Of survivors: why a change changes nothing, or (`by`) which test notices that is not run here."""
    read: list[dict[str, str]] = json.loads(_REASONS.read_bytes())
    return read


def _sorted(survivors: list[Told], known: list[dict[str, str]]) -> tuple[list[str], list[str], list[str]]:
    """Lines about those that change nothing, those noticed elsewhere, and those that are open."""
    equal, elsewhere, left = list[str](), list[str](), list[str]()
    for one in survivors:
        # Lines may have moved since.
        reason = next((each for each in known if all(each[key] == one[key] for key in _SAME)), {})
        told = f"- `{one['file']}:{one['line']}`, {one['change']}: `{one['was']}` → `{one['now']}`"
        if "by" in reason:
            elsewhere.append(f"{told}: `{reason['by']}`")
        elif reason:
            equal.append(f"{told}. {reason['why']}")
        else:
            left.append(told)
    return equal, elsewhere, left


def _rows(found: Told, known: list[dict[str, str]]) -> Iterator[str]:
    for name, one in found.items():
        equal, elsewhere, left = map(len, _sorted(one["survivors"], known))
        figures = [one[key] for key in ("seed", "mutants", "tried", "killed", "timed out", "survived")]
        cells = " | ".join(f"{figure:,}" for figure in (*figures, equal, elsewhere, left))
        yield f"| `{name}` | {cells} | {1 - left / (one['tried'] - equal):.1%} |"


if __name__ == "__main__":
    save(json.loads(RESULTS.read_bytes()))
    sys.stdout.write(f"{PAGE}\n")
