"""The look that saves time never misses what the expressions themselves would find."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import personal
from generator.model.personal import PATTERNS, Finding, find

NUMBERS: Final = (
    *("13800138000", "138 0013-8000", "１３８００１３８０００", "138****8000", "330784199001011234"),
    *("330784 19900101 1234", "3307841990****1234", "6222020200123456785", "6222 0200 1234 5678 903"),
    *("4111 1111 1111 1111", "0579-87654321", "0579 8765 4321", "(0579)8765432", "电话87654321", "尾号1234"),
    *("账号：6222020012345678", "1990年1月1日出生", "生于1990.1.1", "浙G12345", "浙G·A1B2C", "a.b@example.com"),
)
WORDS: Final = (
    *("一三八〇〇一三八〇〇〇", "微信abcde1", "WeChat: abcde1", "QQ号12345678", "加V:abcde", "家住样例村"),
    *("住址是样例路一号楼101室", "张大山等21名", "阿·力等三人", "工人王大山反映", "拖欠李小明工资"),
    *("姓名：王小山", "患有尘肺", "某某怀孕", "身份证号码 12345678"),
)
PIECES: Final = (*NUMBERS, *WORDS, *"-—·， 1２字x", "９１００００", "<a href='x'>", "样例市", "公司")
TEXTS: Final = st.lists(st.sampled_from(PIECES), max_size=6).map("".join) | st.text(max_size=40)


def plainly(text: str) -> Iterator[Finding]:
    """Every expression run on every text."""
    folded = text.translate(personal._FULL_WIDTH)  # noqa: SLF001 - what the look begins with
    for pattern in PATTERNS:
        for match in pattern.expression.finditer(folded):
            group = 1 if pattern.expression.groups else 0
            if pattern.confirm(match[group]):
                yield Finding(*match.span(group), pattern.kind)


@settings(max_examples=1500, deadline=None)
@given(TEXTS)
def test_nothing_is_missed(text: str) -> None:
    """Signs that a pattern needs, and digits in a row, only save the trouble of looking."""
    assert sorted(find(text), key=repr) == sorted(plainly(text), key=repr)


def test_the_pieces_hold_every_kind() -> None:
    """So that the comparison is about something."""
    found = {finding.kind for piece in PIECES for finding in plainly(piece)}
    assert found == {pattern.kind for pattern in PATTERNS}
