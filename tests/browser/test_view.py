"""What a reader can set: large type and colours. They hold, they break nothing, and nothing needs them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from tests.browser.test_portal import ADDRESSES, CASE

pytestmark = pytest.mark.browser

SMALL: Final = ViewportSize(width=320, height=568)
PHONE: Final = ViewportSize(width=360, height=640)
TABLET: Final = ViewportSize(width=768, height=1024)
DESK: Final = ViewportSize(width=1280, height=800)
PAGES: Final = tuple(address for address in ADDRESSES if address != "404.html")

OVERFLOW: Final = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
GROUND: Final = "getComputedStyle(document.body).backgroundColor"
DARK, LIGHT = "rgb(20, 26, 27)", "rgb(250, 248, 243)"
TEXTS: Final = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const small = [];
  while (walker.nextNode()) {
    const holder = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !holder.checkVisibility() || holder.closest("script")) continue;
    if (parseFloat(getComputedStyle(holder).fontSize) < 18) small.push(walker.currentNode.data.trim());
  }
  return small;
}"""
TARGETS: Final = """() => [...document.querySelectorAll(
  ".menu a, .bar a, .bar button, .crumb a, .shelves a, .bottom-links a, select, .call, .hero-more, .ways a, .doors a,"
  + ".bases h2 a, .records th a, .name-cases a, .more a, .sitemap > ul a, .shelf a, .letters a"
)].filter(one => one.checkVisibility() && one.offsetHeight < 44).map(one => one.textContent)"""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport=PHONE)
    yield made
    made.close()


def enlarged(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    page.get_by_role("button", name="大字").click()
    return page


def test_large_type_is_one_touch_and_holds_on_every_page(context: BrowserContext, served: str) -> None:
    page = enlarged(context, f"{served}/live/")
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "22px"
    page.goto(f"{served}/live/{CASE}")
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "22px"
    page.get_by_role("button", name="标准字").click()
    page.reload()
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "16px"
    assert page.get_by_role("button", name="大字").is_visible()


def test_it_is_there_before_anything_is_drawn(context: BrowserContext, served: str) -> None:
    page = enlarged(context, f"{served}/live/")
    page.add_init_script("""
        new MutationObserver((_, observer) => {
          if (!document.body) return;
          window.atBody = document.documentElement.getAttribute("data-type");
          observer.disconnect();
        }).observe(document, {childList: true, subtree: true});
    """)
    page.goto(f"{served}/live/help/")
    assert page.evaluate("window.atBody") == "large"


def test_large_type_is_large_everywhere_and_breaks_nothing(browser: Browser, served: str) -> None:
    context = browser.new_context(viewport=SMALL)
    page = enlarged(context, f"{served}/demo/")
    for address in PAGES:
        page.goto(f"{served}/demo/{address}")
        for size in (SMALL, PHONE, TABLET, DESK):
            page.set_viewport_size(size)
            assert page.evaluate(TEXTS) == [], (address, size)
            assert page.evaluate(TARGETS) == [], (address, size)
            assert page.evaluate(OVERFLOW) <= 0, (address, size)
    context.close()


@pytest.mark.parametrize("larger", [False, True])
@pytest.mark.parametrize("size", [SMALL, PHONE, DESK], ids=["320", "360", "1280"])
def test_the_hotline_is_always_in_reach(browser: Browser, served: str, size: ViewportSize, *, larger: bool) -> None:
    context = browser.new_context(viewport=size)
    page = enlarged(context, f"{served}/live/help/") if larger else context.new_page()
    page.goto(f"{served}/live/help/")
    for y in (0, 700, 100_000):
        page.evaluate(f"window.scrollTo(0, {y})")
        box = page.locator(".call-small").bounding_box()
        assert box is not None
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= size["height"]
        assert box["height"] >= 44
    context.close()


@pytest.mark.parametrize(
    ("system", "chosen", "ground"),
    [
        ("light", "", LIGHT),
        ("light", "dark", DARK),
        ("dark", "", DARK),
        ("dark", "light", LIGHT),
    ],
)
def test_colours_follow_the_system_until_the_reader_chooses(
    browser: Browser, served: str, system: Literal["light", "dark"], chosen: str, ground: str
) -> None:
    context = browser.new_context(viewport=DESK, color_scheme=system)
    page = context.new_page()
    page.goto(f"{served}/live/")
    page.get_by_label("颜色").select_option(chosen)
    assert page.evaluate(GROUND) == ground
    page.goto(f"{served}/live/about/")
    assert page.evaluate(GROUND) == ground
    assert page.get_by_label("颜色").input_value() == chosen
    context.close()


def test_without_scripts_there_is_no_switch_and_the_system_decides(browser: Browser, served: str) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False, color_scheme="dark")
    page = context.new_page()
    page.goto(f"{served}/live/")
    assert not page.locator("[data-larger]").is_visible()
    assert not page.locator("[data-scheme-choice]").is_visible()
    assert page.locator(".call-small").is_visible()
    context.close()


def test_where_nothing_may_be_kept_it_holds_for_the_page(context: BrowserContext, served: str) -> None:
    said: list[str] = []
    context.add_init_script("""
        for (const name of ["getItem", "setItem"])
          Storage.prototype[name] = () => { throw new DOMException("refused", "SecurityError"); };
    """)
    page = context.new_page()
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{served}/live/")
    page.get_by_role("button", name="大字").click()
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "22px"
    assert said == []


def test_the_way_to_a_page_leads_back(context: BrowserContext, served: str) -> None:
    page = context.new_page()
    page.goto(f"{served}/live/{CASE}")
    way = page.get_by_role("navigation", name="当前位置")
    assert way.get_by_role("link").all_inner_texts() == ["首页", "曝光台"]
    assert way.locator("[itemprop=position]").evaluate_all("all => all.map(one => one.content)") == ["1", "2"]
    way.get_by_role("link", name="曝光台").click()
    assert page.url == f"{served}/live/disclosures/"
