"""axe-core over one page of every kind: no violation, narrow and wide, light and dark.

`ANXIN_READERS=all` looks at each page on all four screens.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Final, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize

pytestmark = pytest.mark.browser

Screen = tuple[int, Literal["light", "dark"]]
SCREENS: Final[tuple[Screen, ...]] = ((360, "light"), (1280, "dark"), (360, "dark"), (1280, "light"))
ALL: Final = os.environ.get("ANXIN_READERS") == "all"
RUN: Final = """async (seen) => {
  const known = new Set(seen), fresh = new Map();
  const holds = (one) => [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  for (const one of document.body.querySelectorAll("*:not(svg, svg *)")) {
    if (!holds(one) || !one.checkVisibility()) continue;
    let place = "";
    for (let at = one; at !== document.body; at = at.parentElement) place += `${at.tagName}.${at.className} `;
    if (!known.has(place) && !fresh.has(place)) fresh.set(place, one);
  }
  const said = (found) => found.violations.flatMap((one) => one.nodes.map((node) => [one.id, node.target.join(" ")]));
  const settings = { resultTypes: ["violations"], preload: false };
  const all = await axe.run({ ...settings, rules: { "color-contrast": { enabled: false } } });
  if (!fresh.size) return [said(all), []];
  const pale = await axe.run({ include: [...fresh.values()] }, { ...settings, runOnly: ["color-contrast"] });
  return [[...said(all), ...said(pale)], [...fresh.keys()]];
}"""


class Judge:
    """Finds each violation, by its rule and where.

    Contrast takes ten times as long as all else together, so text is measured where it first stands: its element and
    all around it, by name and class, in each colour.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.seen: dict[str, set[str]] = {"light": set(), "dark": set()}

    def look(self, screen: Screen) -> list[list[str]]:
        """The open page on this screen."""
        width, colours = screen
        self.page.set_viewport_size(ViewportSize(width=width, height=800))
        self.page.emulate_media(color_scheme=colours)
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(Axe().axe_script)
        said, fresh = self.page.evaluate(RUN, sorted(self.seen[colours]))
        self.seen[colours].update(fresh)
        return list(said)


@pytest.fixture
def judge(browser: Browser, home: str) -> Iterator[Judge]:
    context = browser.new_context(base_url=f"{home}/")
    yield Judge(context.new_page())
    context.close()


def test_no_page_violates_a_rule(judge: Judge, walk: list[str]) -> None:
    """Each page on one of the four screens in turn; on all of them where every reader goes to every page."""
    found: list[tuple[str, Screen, list[str]]] = []
    for place, path in enumerate(walk):
        judge.page.goto(path.removesuffix("index.html"))
        for screen in SCREENS if ALL else (SCREENS[place % len(SCREENS)],):
            found += [(path, screen, one) for one in judge.look(screen)]
    assert found == []
    assert all(len(places) > 150 for places in judge.seen.values())


def test_the_judge_is_awake(judge: Judge) -> None:
    judge.page.set_content(
        "<!doctype html><html lang=zh><title>x</title><style>body { background: #fff } p { color: #ddd }</style>"
        "<main><h1>x</h1><p>pale</p><p>pale, and known</p><img src='data:,'></main>"
    )
    assert judge.look(SCREENS[0]) == [["image-alt", "img"], ["color-contrast", "p:nth-child(2)"]]
    assert judge.look(SCREENS[0]) == [["image-alt", "img"]]
