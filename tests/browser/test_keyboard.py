"""By keyboard alone: every stop can be seen, nothing holds the reader back, and what a finger does keys do, too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

pytestmark = pytest.mark.browser

PHONE: Final = ViewportSize(width=360, height=640)
FARTHEST: Final = 200
"""More stops than any page here has: beyond them the reader is caught."""

# In sight is what lies uppermost where it stands: not below the screen, nor under the bar that stays.
STOP: Final = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const box = one.getClientRects()[0], style = getComputedStyle(one), faults = [];
  const middle = (low, high, most) => (Math.max(low, 0) + Math.min(high, most)) / 2;
  const across = middle(box.left, box.right, innerWidth), down = middle(box.top, box.bottom, innerHeight);
  const top = document.elementFromPoint(across, down);
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) faults.push("no ring");
  if (!top || !one.contains(top) && !top.contains(one)) faults.push("out of sight");
  one.dataset.stop = "";
  return [one.id || one.textContent.trim().slice(0, 20) || one.outerHTML.slice(0, 60), faults];
}"""
IS_AT: Final = """name => {
  const one = document.activeElement;
  return [one.textContent.trim(), one.id, one.name].includes(name);
}"""
LEFT: Final = """() => [...document.querySelectorAll(
  "a[href], button:not(:disabled), input:not([type=hidden]), select, textarea, summary")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.tabIndex >= 0 && !("stop" in one.dataset))
  .filter((one) => !(one.type === "radio" && document.querySelector(`[name="${one.name}"][data-stop]`)))
  .map((one) => one.outerHTML.slice(0, 80))"""


@pytest.fixture(scope="module")
def tab(browser: Browser, home: str) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, base_url=f"{home}/")
    yield context.new_page()
    context.close()


@pytest.fixture
def phone(tab: Page) -> Iterator[Page]:
    yield tab
    tab.evaluate("localStorage.clear()")
    tab.goto("about:blank")


def walk_to(page: Page, name: str) -> None:
    """Tab until the element with these words, id or name has the focus; each stop on the way can be seen."""
    for _ in range(FARTHEST):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        assert stop is None or stop[1] == [], stop
        if page.evaluate(IS_AT, name):
            return
    pytest.fail(f"no way to {name}")


@pytest.mark.parametrize(
    "path",
    [
        *("", "lookup/", "disclosures/2026/", "disclosures/yk-2025-0003/", "tools/overtime/", "Q/BL78A44F/"),
    ],
)
def test_tab_leads_through_a_whole_page_and_back(phone: Page, path: str) -> None:
    """Every control once, each in sight with a ring; then out of the page. Backwards nothing hides under the bar."""
    phone.goto(path)
    faults, stops = [], 0
    for key in ("Tab", "Shift+Tab"):
        for _ in range(FARTHEST):
            phone.keyboard.press(key)
            stop = phone.evaluate(STOP)
            if stop is None:
                break
            stops += 1
            faults += [(key, stop)] if stop[1] else []
        else:
            pytest.fail(f"caught: {key}")
    assert faults == []
    assert phone.evaluate(LEFT) == []
    assert stops > 20


def test_a_unit_is_looked_up(phone: Page) -> None:
    phone.goto("lookup/")
    walk_to(phone, "q")
    phone.keyboard.type("虚构")
    expect(phone.locator(".hit").first).to_be_visible()
    phone.keyboard.press("Enter")
    assert phone.url.endswith("/lookup/?q=%E8%99%9A%E6%9E%84")
    first = phone.locator(".hit a").first
    walk_to(phone, first.inner_text())
    phone.keyboard.press("Enter")
    phone.wait_for_url(lambda url: "/lookup/" not in url)
    phone.go_back()
    expect(phone.locator(".hit").first).to_be_visible()
    walk_to(phone, "q")
    phone.keyboard.press("Escape")
    expect(phone.locator(".hit")).to_have_count(0)


def test_a_list_is_filtered(phone: Page) -> None:
    phone.goto("disclosures/2026/")
    rows = phone.locator("tr[data-row]:visible")
    expect(rows).to_have_count(6)
    walk_to(phone, "筛选和排序")
    phone.keyboard.press("Enter")
    walk_to(phone, "basis")
    phone.keyboard.press("ArrowDown")
    chosen = phone.locator("select[name=basis]").input_value()
    assert phone.url.endswith(f"/disclosures/2026/#basis={chosen}")
    narrowed = rows.count()
    assert 0 < narrowed < 6
    expect(phone.locator(".filter-said")).to_have_text(f"显示 {narrowed} 件，这一页共 6 件。")
    walk_to(phone, "清除")
    phone.keyboard.press("Space")
    expect(rows).to_have_count(6)


def test_a_clue_is_written_and_copied(phone: Page) -> None:
    phone.goto("Q/BL78A44F/")
    walk_to(phone, "q-who")
    for answer in ("虚构某劳务公司", "虚构工地", "木工", "2万元", "3个", "欠条"):
        phone.keyboard.press("ControlOrMeta+a")
        phone.keyboard.type(answer)
        phone.keyboard.press("Tab")
    phone.keyboard.press("Enter")
    text = phone.locator("#text")
    expect(text).to_be_focused()
    assert phone.evaluate(STOP)[1] == []
    assert text.input_value().splitlines()[-1] == "手里有什么证据：欠条"
    walk_to(phone, "存成文件")


def test_the_menu_and_what_is_behind_more(phone: Page) -> None:
    phone.goto("")
    walk_to(phone, "更多")
    phone.keyboard.press("Enter")
    walk_to(phone, "首页")
    assert phone.evaluate("document.activeElement.closest('nav').getAttribute('aria-label')") == "全部栏目"
    walk_to(phone, "六项制度")
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("heading", level=1)).to_have_text("六项制度")


def test_something_is_worked_out(phone: Page) -> None:
    phone.goto("tools/overtime/")
    walk_to(phone, "pay")
    phone.keyboard.type("4350")
    walk_to(phone, "weekday")
    phone.keyboard.type("10")
    phone.keyboard.press("Enter")
    expect(phone.locator(".calc-first")).to_contain_text("375.00元")
    expect(phone.locator("[data-answer]")).to_be_focused()
    phone.keyboard.press("Tab")
    assert phone.evaluate("document.activeElement.closest('[data-answer]') !== null"), "the way on begins at the answer"


def test_letters_and_colours_are_chosen(phone: Page) -> None:
    phone.goto("about/")
    walk_to(phone, "大字")
    phone.keyboard.press("Enter")
    assert phone.evaluate("document.documentElement.dataset.type") == "large"
    expect(phone.get_by_role("button", name="标准字")).to_be_focused()
    phone.get_by_label("颜色").focus()
    phone.keyboard.press("End")
    assert phone.evaluate("document.documentElement.dataset.scheme") == "dark"


def test_the_text_is_one_key_away_and_the_next_stop_lies_in_it(phone: Page) -> None:
    phone.goto("disclosures/")
    phone.keyboard.press("Tab")
    assert phone.evaluate(STOP) == ["跳到正文", []]
    phone.keyboard.press("Enter")
    expect(phone.locator("#text")).to_be_focused()
    phone.keyboard.press("Tab")
    assert phone.evaluate("document.activeElement.closest('#text') !== null")


def test_it_sees_where_no_ring_is(browser: Browser) -> None:
    page = browser.new_page(viewport=PHONE)
    page.set_content(
        "<style>:focus { outline: 0 }</style><a href=x>一</a><a href=y style='position: fixed; top: -99px'>二</a>"
    )
    page.keyboard.press("Tab")
    assert page.evaluate(STOP) == ["一", ["no ring"]]
    page.keyboard.press("Tab")
    assert page.evaluate(STOP) == ["二", ["no ring", "out of sight"]]
    page.evaluate("document.querySelector('[data-stop]').removeAttribute('data-stop')")
    assert page.evaluate(LEFT) == ['<a href="x">一</a>']
    page.close()
