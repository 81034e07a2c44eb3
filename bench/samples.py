"""What was measured in several rounds, as medians."""

from __future__ import annotations

from collections.abc import Iterable
from statistics import median

from bench.process import Cost


class Samples:
    """Costs by name, in the order in which they first came."""

    def __init__(self) -> None:
        self._found: dict[str, list[Cost]] = {}

    def add(self, costs: Iterable[tuple[str, Cost]]) -> None:
        """One round."""
        for name, cost in costs:
            self._found.setdefault(name, []).append(cost)

    def told(self) -> dict[str, dict[str, float]]:
        """Name → medians of the clock and of the processors, and the span of the clock."""
        return {
            name: {
                "seconds": round(median(cost.seconds for cost in costs), 3),
                "cpu_seconds": round(median(cost.cpu_seconds for cost in costs), 3),
                "fastest": round(min(cost.seconds for cost in costs), 3),
                "slowest": round(max(cost.seconds for cost in costs), 3),
            }
            for name, costs in self._found.items()
        }
