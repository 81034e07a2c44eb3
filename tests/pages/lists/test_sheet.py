"""Pages of a long list: whole together, no longer than a phone bears, still while newer rows come."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from generator.pages.lists.sheet import PAGE, Sheet, months, sheets

DAY = timedelta(days=1)


def days(count: int) -> list[date]:
    """So many rows, newest first; a row is its own date."""
    return [date(2024, 1, 1) + DAY * place for place in reversed(range(count))]


def cut(rows: list[date]) -> tuple[Sheet[date], ...]:
    return sheets("list/", rows, lambda row: row)


def test_a_short_list_is_one_page_without_a_pager() -> None:
    for count in (0, 1, 2 * PAGE - 1):
        (only,) = cut(days(count))
        assert (only.address, only.number, len(only.rows)) == ("list/", None, count)
        assert (only.newer, only.older, only.leaves) == (None, None, ())


def test_one_row_more_and_the_oldest_have_a_page_of_their_own() -> None:
    newest, oldest = cut(days(2 * PAGE))
    assert (newest.address, len(newest.rows), newest.newer, newest.older) == ("list/", PAGE, None, "list/page-1/")
    assert (oldest.address, oldest.number, len(oldest.rows)) == ("list/page-1/", 1, PAGE)
    assert (oldest.newer, oldest.older) == ("list/", None)


def test_the_newest_page_names_every_other_by_its_days() -> None:
    newest = cut(days(4 * PAGE + 7))[0]
    assert [(leaf.number, leaf.address, leaf.months) for leaf in newest.leaves] == [
        (3, "list/page-3/", "2024年4月至5月"),
        (2, "list/page-2/", "2024年2月至4月"),
        (1, "list/page-1/", "2024年1月至2月"),
    ]


def test_months_are_said_in_as_few_words_as_they_need() -> None:
    assert months(date(2026, 3, 1), date(2026, 3, 31)) == "2026年3月"
    assert months(date(2026, 3, 1), date(2026, 5, 2)) == "2026年3月至5月"
    assert months(date(2025, 12, 31), date(2026, 1, 1)) == "2025年12月至2026年1月"


def test_an_older_page_names_its_neighbours_and_the_oldest() -> None:
    pages = cut(days(12 * PAGE))
    named = {page.number: [leaf.number for leaf in page.leaves] for page in pages}
    assert named[11] == [11, 10, 9, 1]
    assert named[6] == [8, 7, 6, 5, 4, 1]
    assert named[3] == [5, 4, 3, 2, 1]
    assert named[1] == [3, 2, 1]


@given(st.integers(min_value=0, max_value=20 * PAGE))
def test_pages_are_whole_together_and_never_long(count: int) -> None:
    pages = cut(days(count))
    assert [row for page in pages for row in page.rows] == days(count)
    assert len(pages[0].rows) < 2 * PAGE
    assert {len(page.rows) for page in pages[1:]} <= {PAGE}
    assert [page.number for page in pages] == [None, *range(len(pages) - 1, 0, -1)]
    assert [page.older for page in pages] == [*(page.address for page in pages[1:]), None]
    assert [page.newer for page in pages] == [None, *(page.address for page in pages[:-1])]


@given(st.integers(min_value=0, max_value=12 * PAGE))
def test_a_new_row_leaves_all_older_pages_but_the_newest_few(count: int) -> None:
    """A page that comes into being is named by its two neighbours, and by none before them."""
    before, after = cut(days(count))[1:], cut(days(count + 1))[1:]
    changed = {page.address for page in set(before) ^ set(after)}
    born = len(after) - len(before)
    newest = len(after)
    assert changed == {f"list/page-{number}/" for number in range(max(1, newest - 2), newest + 1) if born}
