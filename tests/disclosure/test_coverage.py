"""Which basis shows the revocation of which document: nobody learns of a document by its being taken back."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import TypeAdapter

from generator.disclosure.coverage import covers
from generator.law.windows import Window
from generator.model.case import Disclosure
from generator.model.event import Event

DISCLOSURE: TypeAdapter[Disclosure] = TypeAdapter(Disclosure)
EVENT: TypeAdapter[Event] = TypeAdapter(Event)
DAY = date(2026, 3, 2)
BASES: dict[str, dict[str, object]] = {
    "失信名单": {},
    "重大违法公布": {"类别": "其他重大违法"},
    "行政处罚": {},
    "媒体转载": {"来源": {"名称": "某报", "日期": "2026-12-31"}},
}


@pytest.mark.parametrize(
    ("document", "bases"),
    [
        ("责令改正", ["失信名单", "重大违法公布", "行政处罚"]),
        ("行政处罚", ["重大违法公布", "行政处罚"]),
        ("行政处理", ["重大违法公布"]),
        ("列入失信名单", ["失信名单"]),
        ("移出名单", ["失信名单"]),
    ],
)
def test_a_revocation_is_shown_where_its_document_is(document: str, bases: list[str]) -> None:
    target = {"事项": document, "日期": "2026-03-02"}
    event = EVENT.validate_python({"日期": "2026-04-01", "事项": "文书撤销", "对象": target, "理由": "某"})
    windows = {
        basis: Window(DISCLOSURE.validate_python({"依据": basis, **more}), DAY, date.max, DAY, 12, DAY)
        for basis, more in BASES.items()
    }
    assert [basis for basis, one in windows.items() if covers(one, event)] == bases


def test_what_was_done_before_the_window_may_show_anything_is_not_shown_by_it() -> None:
    """The day after which a basis shows is that of the stay before: neither that day nor an earlier one."""
    target = {"事项": "责令改正", "日期": "2026-03-02"}
    disclosure = DISCLOSURE.validate_python({"依据": "失信名单"})
    shown = []
    for day in ("2026-03-31", "2026-04-01", "2026-04-02"):
        event = EVENT.validate_python({"日期": day, "事项": "文书撤销", "对象": target, "理由": "某"})
        shown.append(covers(Window(disclosure, DAY, date.max, DAY, 12, DAY, date(2026, 4, 1)), event))
        assert covers(Window(disclosure, DAY, date.max, DAY, 12, DAY), event)
    assert shown == [False, False, True]


def test_a_reprint_without_its_report_shows_nothing() -> None:
    event = EVENT.validate_python({"日期": "2026-03-02", "事项": "责令改正", "期限": "2026-03-09"})
    whole = DISCLOSURE.validate_python({"依据": "媒体转载", **BASES["媒体转载"]})
    assert covers(Window(whole, DAY, date.max, DAY, 12, DAY), event)
    disclosure = DISCLOSURE.validate_python({"依据": "媒体转载"})
    assert not covers(Window(disclosure, DAY, date.max, DAY, 12, DAY), event)
