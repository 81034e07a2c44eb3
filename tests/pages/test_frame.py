"""Frames: what is cut, what is left alone, and where links lead after pouring."""

from __future__ import annotations

import pytest

from generator.pages.frame import Frame, Head, parse

HEAD = Head("标题", "说明", "")


def frame(body: str, address: str = "disclosures/_case/") -> Frame:
    return parse("disclosures/_case.md", address, body, {"assets/portal.css": "0123abcd"})


@pytest.mark.parametrize(
    ("link", "target", "poured"),
    [
        ("../../help/", "disclosures/yk-2026-0001/", "../../help/"),
        ("../../help/", "", "./help/"),
        ("../../help/", "a/b/c/", "../../../help/"),
        ("../", "help/", "../disclosures/"),
        ("../..", "help/", "../"),
        ("../..", "", "./"),
        ("/about/#why", "disclosures/2026/", "../../about/#why"),
        ("../../help/?a=1&amp;b=2#c", "x/", "../help/?a=1&amp;b=2#c"),
        ("../../assets/portal.css", "x/", "../assets/portal.css?v=0123abcd"),
        ("#text", "x/", "#text"),
        ("tel:12345", "x/", "tel:12345"),
        ("https://example.org/", "x/", "https://example.org/"),
        ("//example.org/x", "x/", "//example.org/x"),
        ("", "x/", ""),
    ],
)
def test_a_link_leads_to_the_same_place_from_every_depth(link: str, target: str, poured: str) -> None:
    assert frame(f'<a href="{link}">x</a>').pour(target, HEAD, {}) == f'<a href="{poured}">x</a>'


@pytest.mark.parametrize(
    ("html", "poured"),
    [
        ("<IMG alt='a' SRC='../x.png'>", "<IMG alt='a' SRC=\"../disclosures/x.png\">"),
        ("<a title='href=\"../\"' href=../x/>", '<a title=\'href="../"\' href="../disclosures/x/">'),
        ('<p>href="../" &amp; 3 < 4</p>', '<p>href="../" &amp; 3 < 4</p>'),
        ('<!-- <a href="../">x</a> -->', '<!-- <a href="../">x</a> -->'),
    ],
)
def test_only_links_are_relocated(html: str, poured: str) -> None:
    assert frame(html).pour("help/", HEAD, {}) == poured


def test_a_page_for_missing_addresses_is_poured_below_a_given_root() -> None:
    assert (
        frame('<a href="../../help/">x</a>').pour("404.html", HEAD, {}, root="/anxin/")
        == '<a href="/anxin/help/">x</a>'
    )


def test_views_fill_slots_and_are_never_read_again() -> None:
    poured = frame("<p><!-- view: one --></p><!--view:two-->").pour(
        "x/", HEAD, {"one": "<!-- view: two -->", "two": "2"}
    )
    assert poured == "<p><!-- view: two --></p>2"


@pytest.mark.parametrize(
    "text",
    [
        "<code>&lt;!-- view: one --&gt;</code>",
        '<p title="<!-- view: one -->">x</p>',
        '<script>"<!-- view: one -->"</script>',
        "<!-- view: One -->",
        "<!-- review: one -->",
        "<!-- view: one two -->",
    ],
)
def test_what_is_not_a_marker_stays_text(text: str) -> None:
    assert frame(text).views == ()
    assert frame(text).pour("x/", HEAD, {}) == text


def test_head() -> None:
    built = frame(
        '<head><meta name="description" content="旧"><link rel="canonical" href="old"><title>旧 &amp; 题</title></head>'
    )
    assert (built.title, built.description) == ("旧 & 题", "旧")
    poured = built.pour("x/", Head('新<"题', "新&说明", '<meta name="x" content="1">'), {})
    assert poured == (
        '<head><meta name="description" content="新&amp;说明"><title>新&lt;&quot;题</title>'
        '<meta name="x" content="1"></head>'
    )


def test_views_are_named_once_in_reading_order() -> None:
    assert frame("<!-- view: b --><!-- view: a -->\n<!-- view: b -->").views == ("b", "a")


def test_a_missing_view_is_a_bug_not_an_empty_place() -> None:
    with pytest.raises(KeyError):
        frame("<!-- view: one -->").pour("x/", HEAD, {})


def test_the_digest_tells_frames_apart() -> None:
    assert frame("a").digest == frame("a").digest
    assert frame("a").digest != frame("b").digest
    assert frame('<a href="../">').digest != frame('<a href="../../">').digest


def test_lines_of_every_kind_are_counted() -> None:
    assert (
        frame("一\r\n二\n\n  <a href='../'>三\0</a>").pour("x/", HEAD, {})
        == '一\r\n二\n\n  <a href="../disclosures/">三</a>'
    )
