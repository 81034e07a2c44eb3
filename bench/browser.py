"""Look-ups as a phone makes them: in Chromium, from a server on this machine that counts what it hands out."""

from __future__ import annotations

import gzip
import json
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Page, sync_playwright

_CHROMIUM: Final = Path("/usr/bin/chromium")
_SHOWN: Final = 5
"""So many hits Pagefind's own page shows at first, each from a file of its own."""
_PACKED: Final = frozenset({".pf_index", ".pf_fragment", ".pf_meta", ".pf_filter", ".pagefind"})
_SEARCH_OURS: Final = """([data, texts]) => {
  const opened = anxinLookup.open(data, ""), answers = [];
  for (const text of texts) {
    const start = performance.now();
    const hits = anxinLookup.search(opened, text) || [];
    const ms = performance.now() - start;
    answers.push([ms, hits.flatMap((hit) => hit.unit.cases.map((one) => one.number))]);
  }
  return answers;
}"""
_SEARCH_PAGEFIND: Final = """async ([texts, shown]) => {
  const found = window.pagefind || (window.pagefind = await import("/pagefind/pagefind.js")), answers = [];
  for (const text of texts) {
    const start = performance.now();
    const hits = (await found.search(text)).results;
    await Promise.all(hits.slice(0, shown).map((hit) => hit.data()));
    answers.push([performance.now() - start, hits.map((hit) => hit.id)]);
  }
  return answers;
}"""


@dataclass(frozen=True, slots=True)
class Asked:
    """One answer: the cases that were found, and how long it took."""

    numbers: frozenset[str]
    seconds: float


@dataclass(frozen=True, slots=True)
class Wire:
    """Bytes that were fetched, packed as a server would pack them."""

    first: int
    """For the first question, everything before it included."""
    whole: int
    """For all questions."""


def ours(script: str, data: object, texts: Sequence[str]) -> list[Asked]:
    """Our own script with our own data."""
    with _page() as page:
        page.set_content("<p>x</p>")
        page.evaluate(script)
        found = page.evaluate(_SEARCH_OURS, [data, list(texts)])
    return [Asked(frozenset(numbers), ms / 1000) for ms, numbers in found]


def pagefind(site: Path, texts: Sequence[str]) -> tuple[Wire, list[Asked]]:
    """Pagefind over a site that it has indexed."""
    addresses = {
        path.stem: _address(path) for path in (site / "pagefind/fragment").iterdir() if path.suffix == ".pf_fragment"
    }
    with _served(site) as (origin, weights), _page() as page:
        (site / "empty.html").write_text("<!doctype html><title>x</title>", encoding="utf-8")
        page.goto(f"{origin}/empty.html")
        weights.clear()
        found = page.evaluate(_SEARCH_PAGEFIND, [texts[:1], _SHOWN])
        first = sum(weights)
        found += page.evaluate(_SEARCH_PAGEFIND, [texts[1:], _SHOWN])
        wire = Wire(first, sum(weights))
    return wire, [Asked(frozenset(addresses[one] for one in ids), ms / 1000) for ms, ids in found]


def _address(fragment: Path) -> str:
    """The number of the case that a fragment of the index is about."""
    data = gzip.decompress(fragment.read_bytes())
    url: str = json.loads(data[data.index(b"{") :])["url"]
    return url.strip("/").split("/")[-1]


@contextmanager
def _page() -> Iterator[Page]:
    with sync_playwright() as started:
        path = str(_CHROMIUM) if _CHROMIUM.is_file() else None
        browser = started.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser.new_page()
        browser.close()


@contextmanager
def _served(folder: Path) -> Iterator[tuple[str, list[int]]]:
    weights: list[int] = []

    class Counting(SimpleHTTPRequestHandler):
        """Notes what each file weighs on the wire."""

        def do_GET(self) -> None:
            path = Path(self.translate_path(self.path))
            if path.is_file():
                data = path.read_bytes()
                weights.append(len(data) if path.suffix in _PACKED else len(gzip.compress(data)))
            super().do_GET()

        def log_message(self, *_: Any) -> None:  # noqa: ANN401 - the library's own signature
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Counting, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", weights
    finally:
        server.shutdown()
