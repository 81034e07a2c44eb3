"""Citations read as officials write them."""

from __future__ import annotations

import pickle
from datetime import date

import pytest

from generator.law.articles import (
    CONTRACT,
    CRIMINAL,
    LAWS,
    ORDER36,
    ORDER45,
    WAGES,
    Article,
    Law,
    anchor_of,
    anchors,
    article_of,
    chinese_number,
    listed,
    named,
    summaries,
)
from generator.model.personal import is_private


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (48, "四十八"),
        (100, "一百"),
        (105, "一百零五"),
        (110, "一百一十"),
        (276, "二百七十六"),
        (1000, "一千"),
        (1005, "一千零五"),
        (1029, "一千零二十九"),
        (1110, "一千一百一十"),
    ],
)
def test_numbers(number: int, text: str) -> None:
    assert chinese_number(number) == text


@pytest.mark.parametrize("number", [0, 10_000])
def test_out_of_range_is_our_own_mistake(number: int) -> None:
    with pytest.raises(ValueError, match="no article number"):
        chinese_number(number)


def test_citation() -> None:
    assert str(ORDER45.art(11)) == "《拖欠农民工工资失信联合惩戒对象名单管理暂行办法》第十一条"
    assert str(CRIMINAL.art(276, 1)) == "《刑法》第二百七十六条之一"
    assert CRIMINAL.art(276, 1).anchor == "criminal-276-1"


def test_laws_have_their_own_keys() -> None:
    assert len({law.key for law in LAWS}) == len(LAWS)


def test_an_article_is_written_down_as_its_anchor() -> None:
    for article in (*summaries(), CRIMINAL.art(276, 1), ORDER45.art(999)):
        assert article_of(Article, anchor_of(article)) == article
    assert article_of(Article, "wages-30") is article_of(Article, "wages-30")
    assert article_of(Article, "wages-30").law is WAGES


def test_an_article_that_travels_is_the_one_of_the_catalogue() -> None:
    article = WAGES.art(30)
    assert pickle.loads(pickle.dumps(article)) is article_of(Article, "wages-30")  # noqa: S301 - our own bytes


@pytest.mark.parametrize("anchor", ["wages", "wages-", "wages-x", "wages-30-0", "wages-030", "wages-1-2-3", "old-1", 7])
def test_what_is_no_anchor_of_ours_is_no_article(anchor: object) -> None:
    with pytest.raises(ValueError, match="no article of ours"):
        article_of(Article, anchor)


def test_nothing_but_an_article_has_an_anchor() -> None:
    with pytest.raises(TypeError, match="not an article: str"):
        anchor_of("wages-30")


def test_articles_are_equal_by_what_they_cite() -> None:
    assert WAGES.art(30) == WAGES.art(30)
    assert len({WAGES.art(30), WAGES.art(30), WAGES.art(31), WAGES.art(30, 1), ORDER45.art(30)}) == 4
    assert WAGES.art(30) != "wages-30"
    assert repr(CRIMINAL.art(276, 1)) == "Article(criminal-276-1)"


def test_a_law_holds_from_its_first_day_until_it_is_repealed() -> None:
    old = Law("old", "旧办法", date(2000, 1, 1), repealed=date(2010, 1, 1))
    days = (date(1999, 12, 31), date(2000, 1, 1), date(2009, 12, 31), date(2010, 1, 1))
    assert [old.in_force(day) for day in days] == [False, True, True, False]
    assert WAGES.in_force(date(2100, 1, 1))


def test_listed_articles_stand_by_law_and_number() -> None:
    assert [article.number for article, _ in listed(WAGES)] == list(range(1, 65))
    assert [article.anchor for article, _ in listed(CRIMINAL)] == ["criminal-276-1"]
    assert listed(ORDER36) == ()
    for law in LAWS:
        numbers = [article.number for article, _ in listed(law)]
        assert numbers == sorted(set(numbers)), law.key
    assert list(summaries()) == [article for law in LAWS for article, _ in listed(law)]


def test_an_article_says_something_short_and_ends_in_a_full_stop() -> None:
    odd = [str(one) for one, said in summaries().items() if not 6 <= len(said) <= 90 or said[-1] not in "。）"]
    assert odd == []


def test_anchors_are_one_of_a_kind_and_a_law_has_one_too() -> None:
    assert {"wages-30", "order45-11", "criminal-276-1", "contract", "deposits"} <= anchors()
    assert len(anchors()) == len(summaries()) + len(LAWS)
    assert "order45-19" not in anchors()


@pytest.mark.parametrize(
    ("title", "law"),
    [
        ("劳动合同法", CONTRACT),
        ("中华人民共和国劳动合同法", CONTRACT),
        ("名单办法", ORDER45),
        ("劳动合同法实施条例", None),
    ],
)
def test_a_law_is_known_by_its_title_and_our_short_name(title: str, law: Law | None) -> None:
    assert named(title) is law


def test_no_summary_looks_like_a_private_fact() -> None:
    """The sweep stops a site for it."""
    assert [str(article) for article, said in summaries().items() if is_private(said)] == []
