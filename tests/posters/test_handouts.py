"""Hand-outs: of the very words of the pages, proven page by page, refused where a page does not hold its text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pypdfium2
import pytest
from pypdfium2 import raw

from generator.course.lesson import Said
from generator.course.matter import Matter, matter
from generator.disclosure import pdf
from generator.posters.batch import PrintFile, Rejected, WantedHandout, manifest_table, produce, wanted_handouts
from generator.posters.compose import address_of
from generator.posters.download import HandoutFile, handout_files
from generator.posters.glyphs import MissingGlyph
from generator.posters.handouts.compose import source_of
from generator.posters.handouts.kinds import Handout, Kind, handouts
from generator.posters.handouts.text import paragraphs, runs
from generator.posters.proof import Failure
from generator.problems import Span
from tests.pages.casebook import PORTAL
from tests.posters.lessons import FIRST, SHIPPED, SMALL, TEXTS, small

REAL = replace(PORTAL, base_url="https://portal.example", pinned=False)
LEAFLET = Handout(Kind.LEAFLET, "workers")
DECK = Handout(Kind.DECK, "workers")
RULES = Handout(Kind.RULES, "firms")
PAPER = [one for one in handouts(SHIPPED) if one.kind is not Kind.DECK]
SOURCE = f"content/pages/{FIRST}"


def made(one: Handout, of: Matter = SHIPPED) -> PrintFile:
    found = produce(WantedHandout("x.pdf", one, of), REAL)
    assert isinstance(found, PrintFile), found
    return found


def pages(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as document:
        return ["".join(page.get_textpage().get_text_range().split()) for page in document]


def letters(data: bytes, page: int) -> Iterator[tuple[str, float, float]]:
    """Each letter of a page with its size and where it begins, in points."""
    with pypdfium2.PdfDocument(data) as document:
        text = document[page].get_textpage()
        for at in range(text.count_chars()):
            letter = text.get_text_range(at, 1)
            if letter.strip():
                yield letter, raw.FPDFText_GetFontSize(text.raw, at), text.get_charbox(at)[0]


def test_what_there_is_text_for() -> None:
    assert [(one.name, one.path, one.size) for one in handouts(SHIPPED)] == [
        ("工友折页", "lessons/handouts/leaflet-workers.pdf", "A4"),
        ("六项制度核对单", "lessons/handouts/ticks-systems.pdf", "A4"),
        ("工资支付十条", "lessons/handouts/rules-firms.pdf", "A4"),
        ("工友课件", "lessons/handouts/deck-workers.pdf", "16：9"),
        ("企业课件", "lessons/handouts/deck-firms.pdf", "16：9"),
        ("六项制度课件", "lessons/handouts/deck-systems.pdf", "16：9"),
        ("劳资专管员课件", "lessons/handouts/deck-officers.pdf", "16：9"),
    ]
    assert [one.name for one in handouts(small())] == ["工友折页", "工资支付十条", "工友课件"]
    assert [one.name for one in handouts(small(help="# 我被欠薪了\n", ten="# 工资支付十条\n"))] == ["工友课件"]
    assert handouts(Matter()) == ()


def test_the_leaflet_says_the_three_sentences_of_every_lesson() -> None:
    outside, inside = pages(made(LEAFLET).data)
    for lesson in SHIPPED.of("workers"):
        assert lesson.title in inside
        assert all("".join(said.plain.split()) in inside for said in lesson.sentences)
    for point in SHIPPED.call:
        assert "".join(point.said.plain.split()) in outside
    assert "劳动合同，或者招工信息、入职登记" in outside
    assert "portal.example/lessons/" in outside


@pytest.mark.parametrize("one", PAPER, ids=[one.name for one in PAPER])
def test_paper_is_readable_proven_small_and_tagged(one: Handout) -> None:
    found = made(one)
    assert {reading.address for reading in found.readings} == {address_of(REAL, None)}
    for page in range(found.pages):
        assert min(size for _, size, _ in letters(found.data, page)) >= 10.49
    assert b"/StructTreeRoot" in found.data
    assert len(found.data) <= 150_000
    assert made(one).data == found.data


def test_the_leaflet_s_cover_is_the_right_panel_of_the_outside() -> None:
    """Of 97, 100 and 100 mm: the flap that is folded in, the back, the cover."""
    where = {letter: start * 25.4 / 72 for letter, _, start in letters(made(LEAFLET).data, 0)}
    assert where["扫"] > 197, "the cover"
    assert 97 < where["印"] < 197, "the back"
    assert where["□"] < 97 if "□" in where else where["职"] < 97, "the flap"


def test_the_tick_list_has_every_box_three_systems_a_side() -> None:
    found = pages(made(Handout(Kind.TICKS, "systems")).data)
    lessons = SHIPPED.of("systems")
    for page, some in zip(found, (lessons[:3], lessons[3:]), strict=True):
        assert all("".join(said.plain.split()) in page for lesson in some for said in lesson.ticks)


def test_each_of_the_ten_stands_with_its_articles() -> None:
    (page,) = pages(made(RULES).data)
    for rule in SHIPPED.rules:
        assert all(article.title in page for article in rule.articles)
    assert "用工起一个月内签书面合同；工资多少、哪天发、怎么发，都写明。《劳动合同法》第十条" in page
    (short,) = pages(made(RULES, small()).data)
    assert "2没有依据的一句。" in short


def test_the_slides_of_a_lesson_in_the_order_of_teaching() -> None:
    found = pages(made(DECK, small()).data)
    starts = ["工友课", "今天讲什么", "第1课", "记住三句话", "一个案例", "逐项核对"]
    starts += ["第1题请大家举手", "第1题答案", "第2题请大家举手", "第2题答案", "依据", "被欠薪，先打电话"]
    assert len(found) == len(starts)
    assert all(start in page for start, page in zip(starts, found, strict=True))
    asked = [(question, answer) for question, answer in pairwise(found) if "请大家举手" in question]
    assert [("✓对" in question, "✓对" in answer) for question, answer in asked] == [(False, True)] * 2
    assert ["要签（《劳动合同法》第十条）。" in page for page in asked[0]] == [False, True]


def test_every_deck_is_proven_and_its_first_and_last_slide_hold_the_code() -> None:
    for one in handouts(SHIPPED):
        if one.kind is Kind.DECK:
            found = made(one)
            assert [reading.page for reading in found.readings] == [1, found.pages]
            assert found.pages == 3 + sum(8 + bool(lesson.ticks) for lesson in SHIPPED.of(one.course))
            assert len(found.data) <= 600_000


def test_a_long_case_is_set_smaller_and_too_long_a_one_is_refused_with_its_page() -> None:
    long, endless = (SMALL.replace("厂里补签了。", "厂里补签了。" * count) for count in (60, 200))
    assert made(DECK, small(long)).pages == 12
    refused = produce(WantedHandout("x.pdf", DECK, small(endless)), REAL)
    assert isinstance(refused, Rejected)
    assert refused.failures == (Failure(5, "应有 12 页，实有 14 页"),)
    assert source_of(DECK, small(endless), 5) == SOURCE
    assert source_of(DECK, small(endless), 0) == "content/pages/lessons/workers/index.md"


def test_forty_characters_a_sentence_still_fit_and_more_lessons_than_paper_holds_are_refused() -> None:
    """The longest that the rules let pass (C702), in as many lessons as are shipped; then in three times as many."""
    long = SMALL.replace("合同自己拿一份。", f"{'合同自己拿一份，' * 4}回家收好了。")

    def many(count: int) -> Matter:
        lessons = {f"lessons/workers/{at:02}-contract.md": long for at in range(1, count + 1)}
        return matter({path: text for path, text in TEXTS.items() if "workers/" not in path} | lessons)

    assert made(LEAFLET, many(10)).pages == 2
    refused = produce(WantedHandout("x.pdf", LEAFLET, many(30)), REAL)
    assert isinstance(refused, Rejected)
    assert refused.failures[0].reason.startswith("应有 2 页，实有")


def test_a_character_that_cannot_be_printed_is_named_with_its_page() -> None:
    strange = small(SMALL.replace("合同自己", "合同\U0001f3d7自己"))
    assert produce(WantedHandout("x.pdf", DECK, strange), REAL) == Rejected(
        WantedHandout("x.pdf", DECK, strange), missing=(MissingGlyph(SOURCE, "\U0001f3d7"),)
    )
    assert list(offered(strange)[-1].missing()) == [MissingGlyph(SOURCE, "\U0001f3d7")]


def offered(of: Matter) -> list[HandoutFile]:
    return list(handout_files(REAL, of))


@pytest.mark.parametrize(
    ("old", "new", "stale"),
    [
        ("合同自己拿一份", "合同自己收好", ["工友折页", "工友课件"]),
        ("厂里补签了", "厂里改了", ["工友课件"]),
        ("从干活那天起算", "从上班那天起算", []),
    ],
)
def test_only_what_prints_a_changed_text_is_stale(old: str, new: str, stale: list[str]) -> None:
    before, after = offered(small()), offered(small(SMALL.replace(old, new)))
    assert [one.handout.name for one, other in zip(before, after, strict=True) if one.told != other.told] == stale


def test_a_day_s_passing_changes_neither_digest_nor_bytes() -> None:
    today, later = (list(handout_files(replace(REAL, as_of=date(year, 2, 3)), small())) for year in (2026, 2027))
    assert [one.told for one in today] == [one.told for one in later]
    found, again = today[1].produce(), later[1].produce()
    assert isinstance(found, PrintFile)
    assert isinstance(again, PrintFile)
    assert found.data == again.data


def test_without_a_domain_every_page_is_a_specimen() -> None:
    found = list(handout_files(PORTAL, small()))
    assert [one.specimen for one in found] == [True, True, True]
    assert [one.specimen for one in offered(small())] == [False, False, False]
    printed = found[0].produce()
    assert isinstance(printed, PrintFile)
    assert printed.data != getattr(offered(small())[0].produce(), "data", b"")


def test_without_a_hotline_nothing_speaks_of_one() -> None:
    silent = replace(REAL, hotline=None)
    for one in handouts(small()):
        found = produce(WantedHandout("x.pdf", one, small()), silent)
        assert isinstance(found, PrintFile), found
        assert REAL.hotline
        said = "".join(pages(found.data))
        assert str(REAL.hotline.number) not in said
        assert ("先打" in said, "待填写" in said) == (False, False)


def test_the_sweep_reads_what_stands_in_them() -> None:
    said = "".join("".join(text.split()) for text in pdf.texts(made(DECK, small()).data))
    assert "合同自己拿一份" in said
    assert "工友课件" in said


def test_a_batch_names_them_as_people_do() -> None:
    found = wanted_handouts([Kind.LEAFLET, Kind.RULES], small())
    assert [one.path for one in found] == ["全市/工友折页.pdf", "全市/工资支付十条.pdf"]
    row = manifest_table([made(LEAFLET, small())]).decode("utf-8-sig").split("\r\n")[1].split(",")
    assert row[:5] == ["x.pdf", "折页", "A4", "teal", "2"]


def test_texts_without_marks_and_lists_as_items() -> None:
    assert runs("一，**要签**[合同](x.md)。`码`") == [(False, "一，"), (True, "要签"), (False, "合同。码")]
    said = Said("**例。** 一句，\n接着。\n\n- 甲\n- 乙", Span("x.md"))
    assert [(one["item"], one["words"]) for one in paragraphs(said)] == [
        (False, "例。一句，接着。"),
        (True, "甲"),
        (True, "乙"),
    ]
    assert paragraphs(None) == []
