"""A built site behind a local server, and Chromium at two sizes."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from generator.disclosure.public import PublicSite
from generator.pages.engine import EngineFailure, build_frames
from generator.pages.plan import plan
from generator.pages.render import render
from tests.pages.casebook import DEMONSTRATION, SITE
from tests.pages.lists.city import city

ROOT = Path(__file__).parents[2]
CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = (
    *("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--no-first-run"),
)


class Quiet(SimpleHTTPRequestHandler):
    """A file server that keeps its log to itself and its connections short."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Say nothing."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        if os.environ.get("CI") == "true":
            pytest.fail(f"no browser at {CHROMIUM}")
        pytest.skip(f"no browser at {CHROMIUM}")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the site below `live/`, its demonstration below `demo/` and a city below `city/`."""
    folder = tmp_path_factory.mktemp("served")
    write(folder / "live", folder / "cache", SITE)
    write(folder / "demo", folder / "cache", DEMONSTRATION)
    write(folder / "city", folder / "cache", city(260, ended=2))
    return folder


@pytest.fixture(scope="session")
def served(built: Path) -> Iterator[str]:
    """Address of what was built."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(built)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def write(out: Path, cache: Path, site: PublicSite) -> None:
    frames = build_frames(ROOT, cache)
    assert not isinstance(frames, EngineFailure), frames.output
    for page in plan(site, frames):
        path = out / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(render(page, frames))
