"""What a scanned code opens, in a browser: narrow, without scripts, with letters twice as large, and silent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from generator.disclosure.public import PublicSite
from generator.pages.landing import Download, landings
from tests.browser.conftest import serving
from tests.browser.test_view import OVERFLOW, PHONE, SMALL
from tests.browser.test_ways import ACTIONS, FARTHEST
from tests.pages.casebook import PORTAL
from tests.pages.test_landing import CITY, REVOKED
from tests.posters.casebook import INVENTED, LONG, PLAIN

pytestmark = pytest.mark.browser

SITES: Final = replace(CITY, worksites=(*CITY.worksites, INVENTED))
PAGES: Final = ("Q/", *(f"Q/{one.code}/" for one in (PLAIN, LONG, INVENTED, REVOKED)))
CUT: Final = """() => [...document.querySelectorAll("body *")].filter(one => one.checkVisibility()
  && !one.closest("svg") && (one.getBoundingClientRect().right > innerWidth + 0.5
  || one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== "visible" && one.tagName !== "INPUT"
  )).map(one => one.outerHTML.slice(0, 80))"""
SMALL_TARGETS: Final = """() => [...document.querySelectorAll(".call, .way a, button, input, .save")]
  .filter(one => one.checkVisibility() && one.offsetHeight < 44).map(one => one.outerHTML.slice(0, 80))"""
WORDS: Final = "document.body.innerText.replace(/\\s/g, '')"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A folder with every landing page and nothing else: whatever else is asked for is missing."""
    folder = tmp_path_factory.mktemp("landing")
    write(folder, SITES)
    with serving(folder) as address:
        yield address


def write(folder: Path, site: PublicSite) -> None:
    for page in landings(site):
        poster = Download(page.path.replace("index.html", "poster-A4.pdf"), "A4", specimen=False)
        offered = page if page.subject == REVOKED else replace(page, poster=poster)
        (folder / page.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / page.path).write_bytes(offered.render())


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport=SMALL, java_script_enabled=request.param)
    yield made
    made.close()


def opened(context: BrowserContext, address: str) -> tuple[Page, list[str], list[str]]:
    """A page, whatever it asks the network for, and whatever it complains of."""
    page, asked, said = context.new_page(), [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return page, asked, said


@pytest.mark.parametrize("place", PAGES)
def test_one_request_and_no_complaint(context: BrowserContext, address: str, place: str) -> None:
    _, asked, said = opened(context, f"{address}/{place}")
    assert [url for url in asked if not url.startswith("data:")] == [f"{address}/{place}"]
    assert said == []


@pytest.mark.parametrize("larger", [False, True], ids=["100%", "200%"])
@pytest.mark.parametrize("place", PAGES)
def test_nothing_is_lost_on_the_narrowest_screen(browser: Browser, address: str, place: str, *, larger: bool) -> None:
    """Twice as large as the reader's own setting makes it, which is not the page's to know."""
    context = browser.new_context(viewport=SMALL)
    page, _, _ = opened(context, f"{address}/{place}")
    before = page.evaluate(WORDS)
    if larger:
        page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
    if page.locator("#clue").is_visible():
        page.get_by_role("button", name="写成一段话").click()
        before = page.evaluate(WORDS)
    assert page.evaluate(OVERFLOW) <= 0
    assert page.evaluate(CUT) == []
    assert page.evaluate(SMALL_TARGETS) == []
    assert page.evaluate(WORDS) == before
    context.close()


def test_large_letters_without_a_script(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=ViewportSize(width=160, height=568), java_script_enabled=False)
    for place in PAGES:
        page = context.new_page()
        page.goto(f"{address}/{place}")
        assert page.locator(".call").is_visible()
        box = page.locator("main").bounding_box()
        assert box is not None
        assert box["width"] <= 160, "half the width at the same size is twice the size at the same width"
    context.close()


def test_without_a_script_everything_stands_there(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/Q/{PLAIN.code}/")
    assert page.locator(".call").get_attribute("href") == "tel:12345"
    assert page.locator("#questions li").count() == 6
    assert not page.locator("#clue").is_visible()
    for words in (
        "与您所在工地不一致",
        "法律保证您五件事",
        "总包代发工资",
        "别的渠道",
        "下载这个工地的海报（A4，PDF）",
    ):
        assert words in page.locator("main").inner_text()
    context.close()


def test_the_call_is_in_sight_at_once(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=SMALL)
    for place in PAGES:
        page, _, _ = opened(context, f"{address}/{place}")
        box = page.locator(".call").bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= SMALL["height"], place
    context.close()


def test_the_clue_becomes_a_text_that_is_copied_and_saved_and_sent_nowhere(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=PHONE, permissions=["clipboard-read", "clipboard-write"])
    page, asked, said = opened(context, f"{address}/Q/{PLAIN.code}/")
    asked.clear()
    assert not page.locator("#questions").is_visible()
    assert page.get_by_label("在哪里干活").input_value() == PLAIN.project
    page.get_by_label("谁欠的").fill("虚构某劳务公司")
    page.get_by_label("欠多少钱").fill("3个月，大约2万元")
    page.get_by_role("button", name="写成一段话").click()
    text = page.locator("#text").input_value()
    assert text.split("\n") == [
        "反映欠薪（安薪码 K7M3-P2Q8，虚构花园二期）",
        "谁欠的：虚构某劳务公司",
        "在哪里干活：虚构花园二期",
        "干什么活，从哪天到哪天：（不清楚）",
        "欠多少钱：3个月，大约2万元",
        "欠几个人：（不清楚）",
        "手里有什么证据：（不清楚）",
    ]
    page.get_by_role("button", name="复制").click()
    page.get_by_text("已复制，可以粘贴到微信里。").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n") == text
    with page.expect_download() as saved:
        page.get_by_role("link", name="存成文件").click()
    assert saved.value.suggested_filename == "线索单.txt"
    assert Path(saved.value.path()).read_text("utf-8-sig").rstrip("\n") == text
    assert [url for url in asked if not url.startswith("data:")] == []
    assert page.url == f"{address}/Q/{PLAIN.code}/"
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    assert said == []
    context.close()


def test_where_nothing_may_be_copied_it_says_what_to_do(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=PHONE)
    context.add_init_script("""
        Object.defineProperty(navigator, "clipboard", {value: undefined});
        document.execCommand = () => false;
    """)
    page, _, said = opened(context, f"{address}/Q/")
    page.get_by_role("button", name="写成一段话").click()
    page.get_by_role("button", name="复制").click()
    page.get_by_text("请长按上面的文字，自己复制。").wait_for()
    assert said == []
    context.close()


def test_a_revoked_code_says_so_first_and_still_gives_the_number(context: BrowserContext, address: str) -> None:
    page, _, _ = opened(context, f"{address}/Q/{REVOKED.code}/")
    shown = page.locator("main").inner_text()
    assert re.sub(r"\s", "", shown).startswith("这个安薪码已停用安薪码R234-5671，2026年9月1日停用。")
    assert page.locator(".call").is_visible()
    assert "先核对：您在这个工地吗" not in shown


def test_the_citys_page_belongs_to_no_site(context: BrowserContext, address: str) -> None:
    page, _, _ = opened(context, f"{address}/Q/")
    shown = page.locator("main").inner_text()
    assert page.get_by_role("heading", name="被欠薪了，先打电话").is_visible()
    assert "下载全市通用的海报" in shown
    assert "这个工地" not in shown
    assert PORTAL.publisher in page.locator("footer").inner_text()


@pytest.mark.parametrize("path", PAGES)
def test_what_to_do_next_is_never_three_screens_away(browser: Browser, address: str, path: str) -> None:
    context = browser.new_context(viewport=PHONE)
    page, _, _ = opened(context, f"{address}/{path}")
    tops, end = page.evaluate(ACTIONS)
    context.close()
    assert max(after - one for one, after in pairwise([0, *tops, end])) <= FARTHEST
