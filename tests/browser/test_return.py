"""Addresses that lead to a place or to an answer, and the way back from it: what was typed or chosen is there again.

Filters and the look-up have theirs in `test_lists.py` and `test_lookup.py`; a calculator keeps nothing in its address,
as what a worker types there is nobody's business.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

pytestmark = pytest.mark.browser

PHONE: Final = ViewportSize(width=360, height=640)
PLACE: Final = """id => {
  const bar = document.querySelector(".top").getBoundingClientRect(), one = document.getElementById(id);
  return [one.getBoundingClientRect().top - Math.max(bar.bottom, 0), one.checkVisibility()];
}"""


@pytest.fixture(scope="module")
def phone(browser: Browser, home: str) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, base_url=f"{home}/")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("address", ["laws/#wages-30", "laws/#contract-85", "tools/overtime/#limits", "#columns"])
def test_a_place_in_a_page_is_in_sight_and_not_under_the_bar(phone: Page, address: str) -> None:
    phone.goto("about:blank")
    phone.goto(address)
    path, _, place = address.partition("#")
    phone.wait_for_function("id => document.getElementById(id).getBoundingClientRect().top < innerHeight", arg=place)
    below, visible = phone.evaluate(PLACE, place)
    assert visible
    assert -1 <= below < PHONE["height"]
    assert phone.url.endswith(f"/{path}#{place}")


def test_back_from_an_article_leads_to_where_it_was_cited(phone: Page) -> None:
    phone.goto("lessons/workers/01-contract/")
    cited = phone.locator("main a[href*='laws/#']:visible").last
    cited.scroll_into_view_if_needed()
    before = phone.evaluate("scrollY")
    cited.click()
    phone.wait_for_url("**/laws/#*")
    phone.go_back()
    phone.wait_for_function("before => Math.abs(scrollY - before) < 50", arg=before)
    expect(cited).to_be_in_viewport()


def test_back_from_a_unit_leads_to_its_query(phone: Page) -> None:
    phone.goto("lookup/?q=虚构")
    phone.locator(".hit").first.wait_for()
    found = phone.locator(".hit").count()
    phone.locator(".hit li a").first.click()
    phone.wait_for_url("**/disclosures/**")
    phone.go_back()
    expect(phone.get_by_role("searchbox")).to_have_value("虚构")
    expect(phone.locator(".hit")).to_have_count(found)


def test_a_calculator_keeps_what_was_typed_out_of_its_address(phone: Page) -> None:
    phone.goto("tools/surcharge/")
    phone.get_by_label("应付没付").fill("12000")
    phone.get_by_role("button", name="算一算").click()
    expect(phone.locator(".calc-first")).to_contain_text("12000.00元")
    assert phone.url.endswith("/tools/surcharge/")
    phone.locator("[data-answer] a[href='#next']").click()
    expect(phone.locator(".calc-first")).to_contain_text("12000.00元")
    phone.go_back()
    expect(phone.get_by_label("应付没付")).to_have_value("12000")
