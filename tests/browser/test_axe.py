"""axe-core over one page of every kind: no violation, narrow and wide, light and dark."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize

pytestmark = pytest.mark.browser

Screen = tuple[int, Literal["light", "dark"]]
SCREENS: Final[tuple[Screen, ...]] = ((360, "light"), (1280, "dark"), (360, "dark"), (1280, "light"))
RUN: Final = """async () => (await axe.run({ resultTypes: ["violations"] })).violations
  .flatMap((one) => one.nodes.map((node) => [one.id, node.target.join(" ")]))"""


def judged(page: Page) -> list[list[str]]:
    """Each violation: the rule and where."""
    page.evaluate(Axe().axe_script)
    found: list[list[str]] = page.evaluate(RUN)
    return found


@pytest.fixture(scope="module")
def page(browser: Browser, home: str) -> Iterator[Page]:
    context = browser.new_context(base_url=f"{home}/")
    yield context.new_page()
    context.close()


def test_no_page_violates_a_rule(page: Page, walk: list[str]) -> None:
    """Pages in turns: one narrow and light, then wide and dark, the next narrow and dark, then wide and light."""
    found: list[tuple[str, Screen, list[str]]] = []
    for place, path in enumerate(walk):
        page.goto(path.removesuffix("index.html"))
        for screen in SCREENS[place % 2 * 2 :][:2]:
            width, colours = screen
            page.set_viewport_size(ViewportSize(width=width, height=800))
            page.emulate_media(color_scheme=colours)
            found += [(path, screen, one) for one in judged(page)]
    assert found == []


def test_the_judge_is_awake(page: Page) -> None:
    page.set_content("<!doctype html><html lang=zh><title>x</title><main><h1>x</h1><img src='data:,'></main>")
    assert judged(page) == [["image-alt", "img"]]
