"""Look-up beside search engines: what a phone has to fetch, and how many parts of names are found at all."""

from __future__ import annotations

import gzip
import json
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import util
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any, Final

from bench import process
from bench.browser import Asked, ours, pagefind
from bench.peers.peer import Fact
from generator import routes

_PARTS: Final = (2, 3, 4, 6)
_SEED: Final = 20261101


@dataclass(frozen=True, slots=True)
class Question:
    """A part of a name, and the cases whose units have it in theirs."""

    text: str
    numbers: frozenset[str]


def questions(facts: Sequence[Fact], count: int) -> list[Question]:
    """Parts of 2, 3, 4 and 6 characters in turn, each cut anywhere out of a name."""
    random = Random(_SEED)  # noqa: S311 - a sample, nothing secret
    found = []
    for serial in range(count):
        name, length = str(random.choice(facts)["name"]), _PARTS[serial % len(_PARTS)]
        start = random.randrange(len(name) - length + 1)
        text = name[start : start + length]
        found.append(Question(text, frozenset(str(one["number"]) for one in facts if text in str(one["name"]))))
    return found


def measure(site: Path, peers: Path, facts: Sequence[Fact], work: Path, count: int) -> dict[str, object]:
    """Every way over the same questions; a way that is not installed says so."""
    asked = questions(facts, count)
    ways: dict[str, Callable[[], dict[str, object] | None]] = {
        "ours": lambda: _ours(site, asked),
        "Pagefind": lambda: _pagefind(peers, work, asked),
        "lunr + jieba": lambda: _lunr(facts, asked),
    }
    return {"questions": len(asked), "ways": {name: way() for name, way in ways.items()}}


def _ours(site: Path, asked: Sequence[Question]) -> dict[str, object]:
    data = (site / routes.LOOKUP_DATA).read_bytes()
    script = (site / "assets/lookup.js").read_bytes()
    answers = ours(script.decode(), json.loads(data), [one.text for one in asked])
    return {
        "first_bytes": len(gzip.compress(data)) + len(gzip.compress(script)),
        "data_bytes": len(gzip.compress(data)),
        "bytes_all": len(gzip.compress(data)) + len(gzip.compress(script)),
        **_scored(asked, answers),
    }


def _pagefind(peers: Path, work: Path, asked: Sequence[Question]) -> dict[str, object] | None:
    """Over the detail pages that Hugo has made of the same facts."""
    if util.find_spec("pagefind") is None or not (work / "disclosures").is_dir():
        return None
    python = peers / "bin/python"
    cost = process.run([str(python), "-m", "pagefind", "--site", str(work), "--force-language", "zh"], work)
    wire, answers = pagefind(work, [one.text for one in asked])
    return {
        "index_seconds": round(cost.seconds, 2),
        "index_cpu_seconds": round(cost.cpu_seconds, 2),
        "first_bytes": wire.first,
        "bytes_all": wire.whole,
        **_scored(asked, answers),
    }


def _lunr(facts: Sequence[Fact], asked: Sequence[Question]) -> dict[str, object] | None:
    """Names cut into words by jieba before they are indexed and before they are asked for, as site engines do it.

    A case that holds any of the words is a hit, which is how lunr takes a question.
    """
    if util.find_spec("lunr") is None or util.find_spec("jieba") is None:
        return None
    import jieba  # noqa: PLC0415 - only where somebody has installed it
    import lunr  # noqa: PLC0415 - the same

    jieba.setLogLevel(logging.ERROR)

    def words(text: str) -> str:
        return " ".join(jieba.cut_for_search(text))

    documents = [{"number": str(one["number"]), "name": words(str(one["name"]))} for one in facts]
    start = perf_counter()
    index: Any = lunr.lunr(ref="number", fields=("name",), documents=documents)
    seconds = perf_counter() - start
    data = json.dumps({"index": index.serialize(), "names": documents}, ensure_ascii=False).encode()
    answers = []
    for one in asked:
        begun = perf_counter()
        hits = index.search(words(one.text))
        answers.append(Asked(frozenset(str(hit["ref"]) for hit in hits), perf_counter() - begun))
    size = len(gzip.compress(data))
    return {"index_seconds": round(seconds, 2), "first_bytes": size, "bytes_all": size, **_scored(asked, answers)}


def _scored(asked: Sequence[Question], answers: Sequence[Asked]) -> dict[str, object]:
    """Recall over all, and for each length of what was asked."""
    wanted = found = extra = 0
    by_length: dict[str, list[int]] = {}
    for one, answer in zip(asked, answers, strict=True):
        hit = len(one.numbers & answer.numbers)
        pair = by_length.setdefault(str(len(one.text)), [0, 0])
        pair[0] += hit
        pair[1] += len(one.numbers)
        wanted, found, extra = wanted + len(one.numbers), found + hit, extra + len(answer.numbers - one.numbers)
    times = sorted(answer.seconds for answer in answers)
    return {
        "recall": round(found / wanted, 4),
        "recall_by_length": {length: round(hit / of, 4) for length, (hit, of) in sorted(by_length.items())},
        "precision": round(found / (found + extra), 4) if found + extra else None,
        "median_ms": round(1000 * times[len(times) // 2], 3),
        "slowest_ms": round(1000 * times[-1], 3),
    }
