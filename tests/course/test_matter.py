"""What hand-outs are made of is read from the pages themselves, each text with its place."""

from __future__ import annotations

from generator.course.matter import NOTHING, matter
from tests.posters.lessons import FIRST, SHIPPED, TEXTS, small


def test_lessons_and_the_lists_of_other_pages() -> None:
    found = small()
    assert [(one.course, one.number, one.title) for one in found.lessons] == [("workers", 1, "先签合同")]
    assert [(one.said.span.file, one.said.span.line, one.said.plain) for one in found.call] == [
        ("content/pages/help.md", 5, "谁欠的：单位名称。"),
        ("content/pages/help.md", 6, "在哪里干活：镇街。"),
    ]
    assert [[article.anchor for article in one.articles] for one in found.rules] == [["contract-10", "wages-6"], []]
    assert found.evidence == (("劳动合同", "给谁干活"), ("考勤、**记工本**", "干了多久"))


def test_pages_that_are_not_there_leave_nothing() -> None:
    assert matter({"index.md": "# 首页\n"}) == NOTHING
    assert small(help="# 我被欠薪了\n").call == ()
    assert small(evidence="| 证据 |\n|---|\n| 合同 |\n").evidence == ()


def test_who_said_a_word() -> None:
    found = small()
    assert [found.source_of(word) for word in ("自己拿", "在哪里干活", "记工本", "写清工资", "没有这个词")] == [
        f"content/pages/{FIRST}",
        "content/pages/help.md",
        "content/pages/help/evidence.md",
        "content/pages/firms/ten.md",
        "",
    ]


def test_the_shipped_pages_have_all_of_it() -> None:
    assert [len(SHIPPED.of(course)) for course in ("workers", "firms", "systems", "officers")] == [10, 12, 6, 5]
    assert (len(SHIPPED.call), len(SHIPPED.rules), len(SHIPPED.evidence)) == (5, 10, 8)
    assert all(rule.articles for rule in SHIPPED.rules)
    assert all(article.title.startswith("《") for rule in SHIPPED.rules for article in rule.articles)
    assert "firms/ten.md" in TEXTS
