"""The budgets of the design, each with the figure that was found, and whether it was met."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any, Final

from bench import ours

SIZE: Final = "10000"
HUGO: Final = "Hugo, cold"
LARGE: Final = "100000"
_MIB: Final = 2**20


@dataclass(frozen=True, slots=True)
class Budget:
    """One budget."""

    what: str
    limit: float
    unit: str
    found: float | None
    """None where it was not measured."""
    at: str
    """What it was measured on: a size other than the budget's own says little, and so it is said."""
    least: bool = False
    """True where the figure must be at least the limit."""

    @property
    def met(self) -> bool | None:
        """None where nothing can be said."""
        if self.found is None:
            return None
        return self.found >= self.limit if self.least else self.found <= self.limit

    def told(self) -> dict[str, Any]:
        """As JSON holds it."""
        return {**asdict(self), "met": self.met}


def budgets(found: dict[str, Any]) -> list[Budget]:
    """All of them, in the order of the design."""
    sizes = found["sizes"]
    size = SIZE if SIZE in sizes else max(sizes, key=int)
    alone = found.get("alone", {})
    again = alone.get(size, sizes[size])["times"]
    return [
        *_builds(sizes[size]["times"], again, size),
        *_growth(sizes, alone),
        *_posters(found["posters"]),
        *_phone(sizes[size], size),
    ]


def _builds(times: dict[str, Any], again: dict[str, Any], size: str) -> Iterator[Budget]:
    """`again` is ours alone, where it was measured by itself: parts of a cold build are held to the one beside them."""
    at = f"{size} cases"
    cold, hugo = _seconds(times, ours.COLD), _seconds(times, HUGO)
    yield Budget("cold build, everything included, to Hugo's detail pages", 1.0, "×", _over(cold, hugo), at)
    framed = _over(_seconds(times, ours.FRAMED), hugo)
    yield Budget("the same with the editorial pages already built", 1.0, "×", framed, at)
    whole = _seconds(again, ours.COLD)
    yield Budget("build after one case changed, to cold", 0.15, "×", _over(_seconds(again, ours.CASE), whole), at)
    yield Budget("build with nothing to do, to cold", 0.08, "×", _over(_seconds(again, ours.IDLE), whole), at)
    yield Budget("check of all records, cold", 4.0, "s", _seconds(times, ours.CHECK), at)


def _growth(sizes: dict[str, Any], alone: dict[str, Any]) -> Iterator[Budget]:
    costs = [_seconds(alone[one]["times"], ours.COLD) if one in alone else None for one in (SIZE, LARGE)]
    grown = _over(_over(costs[1], int(LARGE) / int(SIZE)), costs[0])
    at = f"{LARGE} cases" if LARGE in alone else "not run"
    yield Budget(f"cost of a case at {int(LARGE):,} to {int(SIZE):,}", 1.2, "×", grown, at)
    memory = {int(size): max(one["memory"].values()) / _MIB for size, one in (*sizes.items(), *alone.items())}
    most = max(memory)
    yield Budget("memory of the largest build", 2048, "MiB", round(memory[most], 1), f"{most} cases")


def _posters(found: dict[str, Any] | None) -> Iterator[Budget]:
    city = found["city"] if found else None
    at = f"{city['posters']} worksites" if city else "not run"
    yield Budget("verified A3 posters a second", 20, "/s", city and city["a_second"], at, least=True)
    yield Budget("size of an A3 poster", 60_000, "bytes", city and city["largest_bytes"], at)


def _phone(one: dict[str, Any], size: str) -> Iterator[Budget]:
    at = f"{size} cases"
    weights = {row["kind"]: row for row in one["weights"]}
    landing = weights.pop("landing page of a 安薪码", None)
    yield Budget("landing page", 14_000, "bytes", landing and landing["whole"], at)
    yield Budget("requests of a landing page", 1, "", landing and landing["requests"], at)
    heaviest = max(row["whole"] for row in weights.values())
    yield Budget("heaviest first view of a portal page", 90_000, "bytes", heaviest, at)
    found = one["lookup"]["ways"]["ours"]
    yield Budget("look-up data", 100_000, "bytes", found["data_bytes"], at)
    yield Budget("recall of the look-up", 1.0, "", found["recall"], at, least=True)
    yield Budget("scan of the look-up, median", 5, "ms", found["median_ms"], at)


def _seconds(times: dict[str, Any], name: str) -> float | None:
    return times[name]["seconds"] if name in times else None


def _over(part: float | None, whole: float | None) -> float | None:
    return round(part / whole, 3) if part is not None and whole else None
