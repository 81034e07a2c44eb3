"""One page of every kind before every kind of reader: narrow and wide, light and dark, large letters, no scripts.

Each page is met by four readers, one of each width, who together have every other setting, too; over all pages every
reader there is looks at some. `ANXIN_READERS=all` sends all of them to every page.

`test_axe.py` judges what axe-core can; this is what it does not see: what is cut, covered, asked for, complained of.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import product
from typing import Final, Literal, NamedTuple

import pytest
from playwright.sync_api import Browser, BrowserType, Page, ViewportSize

from generator.pages.plan import AssetFile
from tests.browser.conftest import launched
from tests.browser.kinds import Built, chosen, kind, marks

pytestmark = pytest.mark.browser

KINDS: Final = 40
"""At least so many: fewer, and some are lost."""
WIDTHS: Final = (320, 360, 768, 1280)
AUDIT: Final = """() => {
  const said = [], all = (what) => [...document.querySelectorAll(what)];
  const seen = (one) => one.checkVisibility() && !one.closest("[aria-hidden=true]");
  const named = (one) => (one.getAttribute("aria-label") || one.textContent || one.title || "").trim()
    || [...one.querySelectorAll("img[alt]")].some((image) => image.alt);
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide > 0) said.push(`${wide} px too wide`);
  if (document.documentElement.lang !== "zh-CN") said.push("no language");
  if (!document.title.trim()) said.push("no title");
  if (all("h1").filter(seen).length !== 1) said.push("not one h1");
  if (all("main").length !== 1) said.push("not one main");
  let level = 0;
  for (const one of all("h1, h2, h3, h4").filter(seen)) {
    const at = Number(one.tagName[1]);
    if (at > level + 1) said.push(`heading leaps: ${one.textContent.trim()}`);
    level = at;
  }
  const ids = all("[id]").map((one) => one.id);
  ids.filter((id, at) => ids.indexOf(id) !== at).forEach((id) => said.push(`twice: #${id}`));
  for (const name of ["for", "aria-labelledby", "aria-describedby", "aria-controls"])
    for (const one of all(`[${name}]`))
      for (const id of one.getAttribute(name).split(" "))
        if (!document.getElementById(id)) said.push(`${name} leads nowhere: ${id}`);
  all("a, button, summary").filter(seen).filter((one) => !named(one))
    .forEach((one) => said.push(`no name: ${one.outerHTML}`));
  all("input:not([type=hidden]), select, textarea").filter(seen)
    .filter((one) => !one.labels.length && !one.getAttribute("aria-label"))
    .forEach((one) => said.push(`no label: ${one.outerHTML}`));
  all("img:not([alt])").forEach((one) => said.push(`no alt: ${one.src}`));
  all("nav:not([aria-label])").forEach(() => said.push("a nav without a name"));
  all("a[href^='#']").filter((one) => !document.getElementById(decodeURIComponent(one.hash.slice(1))))
    .forEach((one) => said.push(`leads nowhere: ${one.hash}`));
  all("[tabindex]").filter((one) => one.tabIndex > 0).forEach((one) => said.push(`jumps the queue: ${one.outerHTML}`));
  all("tbody th:not([scope])").forEach((one) => said.push(`no scope: ${one.textContent}`));
  for (const what of ["header", "footer"])
    if (all(what).filter((one) => !one.closest("main")).length !== 1) said.push(`not one ${what}`);
  return said;
}"""

# Glyphs of two lines may touch where lines are close; text over text is more than half of one.
LAYOUT: Final = """() => {
  const said = [], texts = [], page = document.documentElement.clientWidth;
  const hidden = (one) => getComputedStyle(one).clipPath !== "none" || one.classList.contains("skip-link");
  const apart = (one) => ["fixed", "sticky"].includes(getComputedStyle(one).position);
  const up = (one, is) => { for (; one; one = one.parentElement) if (is(one)) return true; return false; };
  const scrolls = (one) => ["auto", "scroll"].includes(getComputedStyle(one).overflowX);
  for (const one of document.body.querySelectorAll("*")) {
    if (one.closest("svg") || !one.checkVisibility() || ["INPUT", "SELECT", "TEXTAREA"].includes(one.tagName)) continue;
    const style = getComputedStyle(one);
    if (["hidden", "clip"].includes(style.overflowX) && style.textOverflow !== "ellipsis" && !up(one, hidden)
      && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1))
      said.push(`cut: ${one.textContent.trim().slice(0, 40)}`);
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange();
  while (walker.nextNode()) {
    const node = walker.currentNode, holder = node.parentElement;
    if (!node.data.trim() || holder.closest("svg, script, style, noscript, option")) continue;
    if (!holder.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })) continue;
    if (up(holder, hidden) || up(holder, apart)) continue;
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 2 || box.height < 2) continue;
      if ((box.right > page + 0.5 || box.left < -0.5) && !up(holder, scrolls))
        said.push(`outside: ${node.data.trim().slice(0, 40)}`);
      texts.push([box, node]);
    }
  }
  texts.sort((one, other) => one[0].top - other[0].top);
  texts.forEach(([box, node], at) => {
    for (let next = at + 1; next < texts.length && texts[next][0].top < box.bottom; next++) {
      const [other, its] = texts[next];
      const across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
      const down = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
      if (its !== node && across > 2 && down > Math.min(box.height, other.height) / 2)
        said.push(`over one another: ${node.data.trim().slice(0, 30)} | ${its.data.trim().slice(0, 30)}`);
    }
  });
  return said;
}"""


class Reader(NamedTuple):
    """Who looks at a page; its letters are its own, its large ones, or those of a browser set to twice the size."""

    width: int
    colours: Literal["light", "dark"]
    letters: Literal["", "large", "double"]
    scripts: bool


Kind = tuple[Literal["light", "dark"], Literal["", "large", "double"], bool]
SETTINGS: Final[tuple[Kind, ...]] = (
    *(("light", "large", True), ("light", "", False), ("dark", "double", True)),
    *(("dark", "large", True), ("dark", "", True), ("light", "double", False)),
    *(("light", "large", True), ("light", "", True), ("dark", "double", False)),
    *(("dark", "large", True), ("dark", "", False), ("light", "double", True)),
)
"""A ring: any four in a row have every size of letters, both colours, and a page with scripts and one without.

The page's large letters need its script, so they stand here twice and no reader without scripts has them.
"""
EVERYONE: Final = tuple(Reader(width, *setting) for width in WIDTHS for setting in dict.fromkeys(SETTINGS))


def readers(place: int) -> tuple[Reader, ...]:
    """Who looks at the page at this place of the walk."""
    if os.environ.get("ANXIN_READERS") == "all":
        return EVERYONE
    return tuple(Reader(width, *SETTINGS[(place + at) % len(SETTINGS)]) for at, width in enumerate(WIDTHS))


def test_four_readers_have_every_setting_and_all_are_sent() -> None:
    asked = [readers(place) for place in range(KINDS)]
    for four in asked:
        assert [sorted(set(setting)) for setting in zip(*four, strict=True)] == [
            list(WIDTHS),
            ["dark", "light"],
            ["", "double", "large"],
            [False, True],
        ]
    assert {one for four in asked for one in four} == set(EVERYONE)
    every = product(WIDTHS, ("light", "dark"), ("", "large", "double"), (True, False))
    assert set(EVERYONE) == {one for one in every if one[2] != "large" or one[3]}


def test_one_of_every_kind_and_whatever_it_lacks() -> None:
    """Of two lists the one with more to show; the other where it has something of its own."""
    few, more = frozenset({("p", "")}), frozenset({("p", ""), ("ul", "")})
    pages = [Built("a", "list", few), Built("b", "list", more), Built("c", "case", few)]
    assert chosen(pages) == ["b", "c"]
    assert chosen([*pages, Built("d", "list", frozenset({("p", "note")}))]) == ["b", "c", "d"]


def test_what_a_page_is_made_of() -> None:
    assert marks('<main><p class="note far">a<br>b</p><p id="x" class="note">') == {
        *(("main", ""), ("br", ""), ("p", "note"), ("p", "far")),
    }


def test_a_file_is_of_the_kind_of_its_type() -> None:
    assert kind(AssetFile("icon.svg", "0"), {}) == "AssetFile"


class Tab:
    """A page that is shown to one reader after another, and everything it complains of or asks others for."""

    def __init__(self, browser: Browser, home: str, *, scripts: bool) -> None:
        self.page: Page = browser.new_context(base_url=f"{home}/", java_script_enabled=scripts).new_page()
        self.said: list[str] = []
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("response", lambda answer: self._heard(answer.status, answer.url))
        self.page.on("request", lambda request: self._asked(request.url, home))

    def _heard(self, status: int, url: str) -> None:
        if status >= 400:
            self.said.append(f"{status} {url}")

    def _asked(self, url: str, home: str) -> None:
        if not url.startswith((f"{home}/", "data:")):
            self.said.append(f"asks {url}")

    def show(self, path: str, reader: Reader) -> list[str]:
        """Whatever is wrong with the page before this reader."""
        self.said.clear()
        self.page.set_viewport_size(ViewportSize(width=reader.width, height=640))
        self.page.emulate_media(color_scheme=reader.colours)
        self.page.goto(path.removesuffix("index.html"))
        if reader.letters == "large":
            self.page.evaluate("document.querySelector('[data-larger]')?.click()")
        found: list[str] = self.page.evaluate(AUDIT) + self.page.evaluate(LAYOUT)
        if reader.letters == "large":
            self.page.evaluate("localStorage.clear()")
        return [*self.said, *found]


Tabs = dict[tuple[bool, bool], Tab]
"""With scripts or without, and with letters twice as large or not."""


@pytest.fixture(scope="module")
def tabs(chromium: BrowserType, browser: Browser, home: str) -> Iterator[Tabs]:
    with launched(chromium, "--blink-settings=defaultFontSize=32,defaultFixedFontSize=26") as double:
        yield {
            (scripts, twice): Tab(double if twice else browser, home, scripts=scripts)
            for scripts in (True, False)
            for twice in (True, False)
        }


def show(tabs: Tabs, path: str, reader: Reader) -> list[str]:
    return tabs[reader.scripts, reader.letters == "double"].show(path, reader)


@pytest.mark.parametrize("width", WIDTHS)
def test_every_kind_of_page_is_sound(tabs: Tabs, walk: list[str], width: int) -> None:
    met = [(path, one) for place, path in enumerate(walk) for one in readers(place) if one.width == width]
    wrong = [(path, one, said) for path, one in met for said in show(tabs, path, one)]
    assert wrong == []
    assert len(met) >= KINDS


def test_the_audit_sees_what_is_wrong(browser: Browser) -> None:
    page = browser.new_page(viewport=ViewportSize(width=320, height=640))
    page.set_content(
        "<!doctype html><h2>一</h2><h4>二</h4><nav></nav><p id=a></p><p id=a></p><a href=x></a><a href='#b'>三</a>"
        "<input><img src='data:,'><div aria-labelledby=c style='width: 900px' tabindex=1>四</div>"
        "<table><tbody><tr><th>五</table>"
    )
    said = page.evaluate(AUDIT)
    page.close()
    assert [one.partition(":")[0] for one in said] == [
        *("588 px too wide", "no language", "no title", "not one h1", "not one main", "heading leaps", "heading leaps"),
        *("twice", "aria-labelledby leads nowhere", "no name", "no label", "no alt", "a nav without a name"),
        *("leads nowhere", "jumps the queue", "no scope", "not one header", "not one footer"),
    ]


def test_it_sees_what_is_cut_and_covered(browser: Browser) -> None:
    """Boxes too small for their text, text beside the page, text over text; not what only a screen reader has."""
    page = browser.new_page(viewport=ViewportSize(width=320, height=640))
    page.set_content(
        "<!doctype html><p style='width: 3em; overflow: hidden; white-space: nowrap'>一二三四五六</p>"
        "<p style='height: 1em; overflow: hidden'>七<br>八</p><p style='margin-left: 310px; width: 99px'>九九九</p>"
        "<div style='position: relative'>甲<span style='position: absolute; left: 4px; top: 0'>乙</span></div>"
        "<p style='clip-path: inset(50%); width: 1px; overflow: hidden'>丙丁</p>"
        "<pre style='overflow: auto'>" + "戊" * 99 + "</pre>"
    )
    said = page.evaluate(LAYOUT)
    page.close()
    assert said == ["cut: 一二三四五六", "cut: 七八", "outside: 九九九", "over one another: 甲 | 乙"]


def test_a_tab_hears_what_a_page_complains_of(tabs: Tabs, home: str) -> None:
    """A style in the page, which the policy forbids; a picture from elsewhere; an error of a script."""
    tab = tabs[True, False]
    tab.show("about/index.html", EVERYONE[0])
    tab.page.evaluate(
        """async () => {
          document.body.append(document.createElement("style").appendChild(document.createTextNode("p {}")).parentNode);
          document.body.append(Object.assign(new Image(), { src: "https://example.org/x.png" }));
          await fetch("missing").then(() => setTimeout(() => { throw new Error("lost"); }));
          await new Promise((done) => setTimeout(done, 200));
        }"""
    )
    heard = "\n".join(tab.said)
    assert "style-src 'self'" in heard
    assert "https://example.org/x.png" in heard
    assert f"404 {home}/about/missing" in heard
    assert "lost" in heard
