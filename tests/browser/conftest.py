"""A built site behind a local server, and Chromium at two sizes."""

from __future__ import annotations

import fcntl
import json
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserType, sync_playwright

from generator.disclosure.public import PublicSite
from generator.disclosure.site import disclose_all
from generator.ledger import fold
from generator.pages.engine import EngineFailure, Frames, build_frames
from generator.pages.plan import plan
from generator.pages.render import render
from generator.records.load import load
from tests.browser.kinds import built_pages, chosen
from tests.pages.casebook import DEMONSTRATION, SITE
from tests.pages.lists.city import city

ROOT = Path(__file__).parents[2]
CHROMIUM = Path("/usr/bin/chromium")
WALK = "walk.json"
CITY = city(260, ended=2)
ARGUMENTS = (
    *("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--no-first-run"),
)


class Quiet(SimpleHTTPRequestHandler):
    """A file server that keeps its log to itself and its connections short."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Say nothing."""


@pytest.fixture(scope="session")
def chromium() -> Iterator[BrowserType]:
    if not CHROMIUM.exists():
        if os.environ.get("CI") == "true":
            pytest.fail(f"no browser at {CHROMIUM}")
        pytest.skip(f"no browser at {CHROMIUM}")
    with sync_playwright() as playwright:
        yield playwright.chromium


@pytest.fixture(scope="session")
def browser(chromium: BrowserType) -> Iterator[Browser]:
    with launched(chromium) as one:
        yield one


@contextmanager
def launched(chromium: BrowserType, *arguments: str) -> Iterator[Browser]:
    browser = chromium.launch(executable_path=CHROMIUM, args=[*ARGUMENTS, *arguments])
    yield browser
    browser.close()


@contextmanager
def once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder that all workers of this run share; whoever is in has it alone."""
    own = tmp_path_factory.getbasetemp()
    folder = own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own
    with (folder / "browser.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield folder / "browser"


@pytest.fixture(scope="session")
def frames(tmp_path_factory: pytest.TempPathFactory) -> Frames:
    with once(tmp_path_factory) as folder:
        built = build_frames(ROOT, folder / "cache")
    assert not isinstance(built, EngineFailure), built.output
    return built


@pytest.fixture(scope="session")
def shipped() -> PublicSite:
    """What the records in the project itself say, on the day of their demonstration."""
    records = load(ROOT)
    assert records.portal
    day = records.portal.record.demonstration
    assert day
    return disclose_all(fold(records, records.portal, day)).site


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, frames: Frames, shipped: PublicSite) -> Path:
    """The project's own site below `shipped/`, an invented one below `live/`, its demonstration, and a city."""
    with once(tmp_path_factory) as folder:
        if not (folder / WALK).exists():
            for name, site in {"shipped": shipped, "live": SITE, "demo": DEMONSTRATION, "city": CITY}.items():
                write(folder / name, frames, site)
            walk = chosen(built_pages(plan(shipped, frames), frames))
            (folder / WALK).write_text(json.dumps(walk), "utf-8")
    return folder


@pytest.fixture(scope="session")
def walk(built: Path) -> list[str]:
    """Pages of `shipped/` that stand for all others."""
    return [str(path) for path in json.loads((built / WALK).read_text("utf-8"))]


@pytest.fixture(scope="session")
def served(built: Path) -> Iterator[str]:
    """Address of what was built."""
    with serving(built) as address:
        yield address


@pytest.fixture(scope="session")
def home(built: Path) -> Iterator[str]:
    """Address of `shipped/` alone, as the public has it: at the root of a host."""
    with serving(built / "shipped") as address:
        yield address


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """A server of files."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def write(out: Path, frames: Frames, site: PublicSite) -> None:
    for page in plan(site, frames):
        path = out / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(render(page, frames))
