"""The portal in a real browser: an old phone at 360 px and an office screen, with and without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.pages.casebook import ENDED, PENALISED, SITE

pytestmark = pytest.mark.browser

PHONE: Final = ViewportSize(width=360, height=640)
DESK: Final = ViewportSize(width=1280, height=800)
CASE: Final = "disclosures/xg-2026-0001/"
ADDRESSES: Final = (
    *("", "help/", "repair/", "about/", "accessibility/", "sitemap/", "404.html", "lookup/"),
    *("data/", "data/winter/", "data/api/", "data/verify/"),
    *("disclosures/", "disclosures/joint-punishment/", "disclosures/removals/", "employers/91000000ma00000825/"),
    *("disclosures/2025/", CASE, "disclosures/xg-2026-0002/", "disclosures/xg-2025-0001/", "disclosures/xg-2022-0001/"),
)


@pytest.fixture(params=[PHONE, DESK], ids=["phone", "desk"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(viewport=request.param)
    yield context.new_page()
    context.close()


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A phone that runs no script."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    yield context.new_page()
    context.close()


def on(browser: Browser, day: datetime) -> Page:
    """A phone whose clock shows that moment."""
    page = browser.new_context(viewport=PHONE).new_page()
    page.clock.set_fixed_time(day)
    return page


def test_the_call_is_in_the_first_screen(page: Page, served: str) -> None:
    page.goto(f"{served}/demo/")
    call = page.locator("a.call")
    box = call.bounding_box()
    assert call.get_attribute("href") == "tel:12345"
    assert box is not None
    assert box["height"] >= 44
    assert box["y"] + box["height"] <= (page.viewport_size or PHONE)["height"]


def test_every_case_is_two_clicks_from_home_without_script(plain: Page, served: str) -> None:
    for case in SITE.cases:
        plain.goto(f"{served}/live/")
        plain.get_by_role("navigation", name="主导航").get_by_role("link", name="曝光台").click()
        plain.get_by_role("table").get_by_role("link", name=case.employer.name, exact=True).click()
        assert plain.url == f"{served}/live/disclosures/{case.number}/"
        assert plain.get_by_role("heading", level=1).inner_text() == case.employer.name


def test_a_late_rebuild_shows_no_expired_row(browser: Browser, served: str) -> None:
    page = on(browser, datetime(2026, 12, 9, 16, 0, tzinfo=UTC))
    page.goto(f"{served}/live/disclosures/")
    assert PENALISED.employer.name not in page.locator("main").inner_text()
    assert page.locator("[data-count]").inner_text() == "3"
    page.goto(f"{served}/live/disclosures/penalties/")
    assert page.locator(".list").inner_text() == "目前没有正在公开的案件。"


def test_the_last_day_is_a_whole_day_in_china(browser: Browser, served: str) -> None:
    page = on(browser, datetime(2026, 12, 9, 15, 59, 59, tzinfo=UTC))
    page.goto(f"{served}/live/disclosures/")
    assert PENALISED.employer.name in page.locator("main").inner_text()


def test_an_expired_page_shows_its_number_and_no_more(browser: Browser, served: str) -> None:
    page = on(browser, datetime(2026, 12, 10, 4, tzinfo=UTC))
    page.goto(f"{served}/live/disclosures/xg-2026-0002/")
    assert page.locator("main").inner_text().split() == [
        "案件编号",
        "xg-2026-0002",
        "已停止公开",
        "公示期满，依法停止公开。",
    ]
    assert PENALISED.employer.name not in page.title()


def test_a_demonstration_stays_as_it_is(browser: Browser, served: str) -> None:
    page = on(browser, datetime(2040, 1, 1, tzinfo=UTC))
    page.goto(f"{served}/demo/disclosures/")
    assert page.locator("tr[data-until]").count() == len(SITE.cases)


def test_a_stub_leads_on(plain: Page, served: str) -> None:
    plain.goto(f"{served}/live/disclosures/{ENDED.number}/")
    plain.locator("main").get_by_role("link", name="曝光台").first.click()
    assert plain.url == f"{served}/live/disclosures/"


def test_the_keyboard_reaches_the_text_first(page: Page, served: str) -> None:
    page.goto(f"{served}/live/{CASE}")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "跳到正文"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "text"


def test_targets_are_large_enough_to_touch(browser: Browser, served: str) -> None:
    page = browser.new_context(viewport=PHONE).new_page()
    page.goto(f"{served}/live/disclosures/")
    heights = page.locator(
        ".menu a, .shelves a, .call-small, .tool, .crumb a, .bottom-links a, .schemes select"
    ).evaluate_all("all => all.filter(a => a.checkVisibility()).map(a => a.offsetHeight)")
    assert min(heights) >= 44
