"""Values written wrongly in the ways that people write them, and the right writing of the very same value."""

from __future__ import annotations

from datetime import date

import pytest

from generator.model.codes import CreditCode
from generator.model.suggest import right_writing
from generator.model.values import Headcount, Money, Months, PayDay, Period

RIGHT: list[tuple[type, str, str | None]] = [
    *((date, text, "2026-03-01") for text in ("2026/3/1", "2026.3.1", "2026年3月1日", "2026年03月01号", "20260301")),
    *((date, text, "2026-03-01") for text in ("２０２６-03-01", " 2026-3-1 ", "2026－03－01", "2026-03-01 00:00:00")),
    *((date, text, None) for text in ("2026-02-30", "2026/13/1", "3月1日", "昨天", "1", "2026", "2026-03-01")),
    *((Money, text, "30000元") for text in ("30,000元", "¥30000", "30000", "￥30,000", "3 0000元", "人民币30000元整")),
    *((Money, text, "30万元") for text in ("30万", "３０万元", "三十万元", "30 万元", "¥30万")),
    (Money, "五万", "5万元"),
    (Money, "一百零五万元", "105万元"),
    (Money, "很多", None),
    (Money, "-5元", None),
    *((Headcount, text, "23名") for text in ("二十三", "２３", "23 名", "二十三名")),
    *((Headcount, text, "23人") for text in ("23个人", "23位", "23 人", "二十三人")),
    (Headcount, "几十名", None),
    *((Period, text, "2026-01 至 2026-03") for text in ("2026年1月到3月", "2026.1-2026.3", "2026-01~2026-03")),
    *((Period, text, "2026-01 至 2026-03") for text in ("2026/1至2026/3", "2026年1月—2026年3月", "202601至202603")),
    (Period, "2026年1月", "2026-01"),
    (Period, "去年", None),
    *((PayDay, text, "每月25日") for text in ("25日", "25号", "每月25号", "每个月25日", "每月 25 日", "每月二十五日")),
    *((PayDay, text, "每月最后一日") for text in ("月底", "每月月底", "每月月末")),
    (PayDay, "下月15日", "次月15日"),
    (PayDay, "发工程款之后", None),
    (Months, "三年", "3年"),
    (Months, "36月", "36个月"),
    (CreditCode, "91000000ma00000157", "91000000MA00000157"),
    (CreditCode, "9100 0000 MA00 0001 57", "91000000MA00000157"),
    (CreditCode, "91000000MAO0000157", "91000000MA00000157"),
    (CreditCode, "11010519491231002x", None),
    (str, "2026/3/1", None),
]


@pytest.mark.parametrize(("kind", "written", "right"), RIGHT)
def test_right_writing(kind: type, written: str, right: str | None) -> None:
    assert right_writing((kind,), written) == right


def test_of_several_kinds_the_first_that_fits() -> None:
    assert right_writing((type(None), Money), "30万") == "30万元"
