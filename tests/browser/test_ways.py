"""Ways through the site on a phone without scripts: from home to what one came for, and never far to the next step."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

pytestmark = pytest.mark.browser

PHONE: Final = ViewportSize(width=360, height=640)
FARTHEST: Final = 3 * PHONE["height"]
"""Three screens to what can be done next."""
CONTENT: Final = Path(__file__).parents[2] / "content/pages"
WORKERS: Final = (
    *("", "help/", "tools/", "lessons/", "lessons/workers/", "lessons/workers/quiz/", "outreach/", "lookup/"),
    *(f"help/{path.stem}/" for path in sorted((CONTENT / "help").glob("*.md"))),
    *(f"lessons/workers/{path.stem}/" for path in sorted((CONTENT / "lessons/workers").glob("[0-9]*.md"))),
    *(f"tools/{path.stem}/" for path in sorted((CONTENT / "tools").glob("*.md")) if path.stem != "index"),
)
"""What a worker needs."""

# A citation can be tapped and is no step on; what stands above the text and below it is always there.
ACTIONS: Final = """() => {
  const top = (one) => one.getBoundingClientRect().top + scrollY;
  const main = document.querySelector("main");
  const all = [...main.querySelectorAll("a:not([href*='laws/#']):not(.crumb a), button, summary, input, select")];
  const tops = all.filter((one) => one.checkVisibility()).map(top);
  return [tops.sort((a, b) => a - b), main.getBoundingClientRect().bottom];
}"""


@pytest.fixture
def phone(browser: Browser, served: str) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, base_url=f"{served}/live/", java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_what_to_do_next_is_never_three_screens_away(phone: Page) -> None:
    """From the top to the first step, from one to the next, and from the last to the end; `-s` prints the worst."""
    found: dict[str, tuple[int, int]] = {}
    for address in WORKERS:
        phone.goto(address)
        tops, end = phone.evaluate(ACTIONS)
        stops = [0, *tops, end]
        found[address] = round(stops[1]), round(max(after - one for one, after in pairwise(stops)))
        print(f"{address or '首页'}: 第一步 {found[address][0]} px，最远 {found[address][1]} px")  # noqa: T201 - the report
    assert {address: far for address, far in found.items() if max(far) > FARTHEST} == {}
    assert len(found) >= 35


def test_a_worker_knows_whom_to_call_and_what_to_say_in_two_taps(phone: Page) -> None:
    phone.goto("")
    expect(phone.locator("main a[href='tel:12345']").first).to_be_in_viewport()
    phone.get_by_role("link", name="我被欠薪了，一步一步怎么做").click()
    expect(phone.locator("main a[href='tel:12345']").first).to_be_in_viewport()
    expect(phone.get_by_role("heading", name="电话里说五件事")).to_be_in_viewport()
    phone.get_by_role("link", name="电话里的话").first.click()
    expect(phone.locator("main a[href='tel:12345']").first).to_be_in_viewport()
    expect(phone.get_by_text("您好，我要反映欠工资。")).to_be_in_viewport()


def test_the_menu_leads_a_worker_there_too(phone: Page) -> None:
    phone.goto("disclosures/")
    menu = phone.get_by_role("navigation", name="主导航")
    expect(menu.get_by_role("link", name="我被欠薪了")).to_be_in_viewport()
    box = menu.bounding_box()
    assert box is not None
    assert box["height"] <= 110, "two rows"
    menu.get_by_role("link", name="我被欠薪了").click()
    phone.get_by_role("link", name="电话里的话").first.click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("电话里的话")


def test_a_firm_checks_itself_after_two_taps_or_three_by_the_menu(phone: Page) -> None:
    phone.goto("")
    phone.get_by_role("link", name="给企业：先自查一遍").click()
    phone.get_by_role("link", name="合规自查").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("合规自查")
    phone.goto("")
    phone.get_by_role("navigation", name="主导航").get_by_role("link", name="更多").click()
    firms = phone.get_by_role("navigation", name="全部栏目").get_by_role("link", name="给企业")
    expect(firms).to_be_in_viewport()
    firms.click()
    phone.get_by_role("link", name="合规自查").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("合规自查")


@pytest.mark.parametrize(
    ("door", "first"), [("开工第一课：工友课", "先签合同，再干活"), ("工地的六项制度", "实名制管理")]
)
def test_a_trainer_opens_a_lesson_in_two_taps(phone: Page, door: str, first: str) -> None:
    phone.goto("")
    phone.get_by_role("link", name=door).click()
    phone.locator(".lesson-list a").first.click()
    expect(phone.get_by_role("heading", level=1)).to_have_text(first)


def test_every_column_is_listed_once_on_a_desk_and_all_of_them_on_a_phone(browser: Browser, served: str) -> None:
    """The same twelve; on a desk the menu holds them, in one row."""
    for width, shown, rows in ((360, 6, 2), (1280, 12, 1)):
        page = browser.new_page(viewport=ViewportSize(width=width, height=800))
        page.goto(f"{served}/live/")
        links = page.locator(".menu li:not(.menu-more) a").all()
        tops = {box["y"] for one in links if (box := one.bounding_box())}
        assert len(links) == 12
        assert sum(one.is_visible() for one in links) == shown
        assert len(tops) == rows
        assert page.locator(".columns a").count() == 12
        assert page.locator(".columns").is_visible() == (width < 640)
        page.close()
