"""Nothing is lost when a record is written: every text, every comment, whatever the file looked like before."""

from __future__ import annotations

import json
from typing import Final

import yaml as pyyaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.model.case import Case
from generator.model.outreach import Outreach
from generator.model.portal import Figures, Portal
from generator.model.record import Record
from generator.model.worksite import Worksite
from generator.records import insertion, layout, yaml
from generator.records.encode import Plain, said
from tests.records.drawn import TEXTS, plains

ALL: Final[list[type[Record]]] = [Case, Worksite, Outreach, Portal, Figures]
MODELS: Final = st.sampled_from(ALL)
BAD_HEALTH: Final = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
REMARKS: Final = st.text("甲 :#{}[]'\"-&*!|>,", max_size=6).map(str.rstrip)


def read(text: str) -> Plain | None:
    node, problems = yaml.read(text.encode(), "f.yml")
    return said(node) if node and not problems else None


@st.composite
def styled(draw: st.DrawFn) -> tuple[type[Record], dict[str, Plain], str]:
    """A record as another program might write it: braces or not, folded, literal or quoted texts, any width."""
    model = draw(MODELS)
    told = draw(plains(model))
    source = pyyaml.safe_dump(
        told,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=draw(st.sampled_from([None, True, False])),
        default_style=draw(st.sampled_from(["", "", '"', "'", "|", ">"])),
        width=draw(st.sampled_from([20, 80, 1000])),
        indent=draw(st.sampled_from([2, 4])),
    )
    return model, told, source.replace("!!str ", "")


@st.composite
def commented(draw: st.DrawFn) -> tuple[type[Record], dict[str, Plain], str, list[str]]:
    """A record with comments at random places. Where the file still says the same, a comment is a comment."""
    model, _, source = draw(styled())
    told = read(source)
    if not isinstance(told, dict):
        return model, {}, "", []
    written: list[str] = []
    for number in range(draw(st.integers(0, 6))):
        lines = source.split("\n")
        remark = f"# 注{number}。{draw(REMARKS)}".rstrip()
        at = draw(st.integers(0, len(lines) - 1))
        if draw(st.booleans()):
            lines[at] += f"  {remark}"
        else:
            blanks = [""] * draw(st.integers(0, 2))
            lines[at:at] = [*blanks, " " * draw(st.sampled_from([0, 2, 4, 6, 9])) + remark, *blanks]
        if read("\n".join(lines)) == told:
            source, written = "\n".join(lines), [*written, remark]
    return model, told, source, written


def _sorted(value: Plain) -> str:
    """A text that does not depend on the order of keys."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


@settings(suppress_health_check=BAD_HEALTH, deadline=None, max_examples=50)
@given(MODELS.flatmap(lambda model: st.tuples(st.just(model), plains(model))))
def test_what_is_written_reads_back(drawn: tuple[type[Record], dict[str, Plain]]) -> None:
    model, told = drawn
    assert read(layout.text(model, told)) == told


@settings(deadline=None)
@given(TEXTS)
def test_any_text_reads_back_anywhere(text: str) -> None:
    told: dict[str, Plain] = {"单位": {"名称": text}, "违法行为": [text, text], "欠薪": {"人数": text, "金额": "1元"}}
    assert read(layout.text(Case, told)) == told


@settings(suppress_health_check=BAD_HEALTH, deadline=None, max_examples=120)
@given(commented())
def test_every_comment_stays_once_and_twice_is_once(
    drawn: tuple[type[Record], dict[str, Plain], str, list[str]],
) -> None:
    model, told, source, written = drawn
    if not told:
        return
    formatted = layout.text(model, told, layout.comments(source))
    assert read(formatted) == told
    assert formatted.count("# 注") == len(written)
    assert [remark for remark in written if formatted.count(remark) != 1] == []
    assert layout.text(model, told, layout.comments(formatted)) == formatted


@settings(suppress_health_check=BAD_HEALTH, deadline=None, max_examples=80)
@given(commented(), st.data())
def test_no_comment_is_lost_when_the_record_changes(
    drawn: tuple[type[Record], dict[str, Plain], str, list[str]], data: st.DataObject
) -> None:
    model, told, source, written = drawn
    if not told:
        return
    now = data.draw(plains(model))
    changed = {**told, **{key: now[key] for key in now if data.draw(st.booleans())}}
    gone = data.draw(st.sampled_from(sorted(changed)))
    changed.pop(gone)
    formatted = layout.text(model, changed, layout.comments(source, told))
    assert read(formatted) == changed
    assert formatted.count("# 注") == len(written)
    assert [remark for remark in written if formatted.count(remark) != 1] == []


@settings(suppress_health_check=BAD_HEALTH, deadline=None, max_examples=80)
@given(commented(), st.sampled_from(["2020-01-01", "2026-03-01", "2030-01-01"]), TEXTS)
def test_an_event_goes_in_and_nothing_else_changes(
    drawn: tuple[type[Record], dict[str, Plain], str, list[str]], day: str, note: str
) -> None:
    model, told, source, written = drawn
    if not told or model is not Case:
        return
    event: dict[str, Plain] = {"日期": day, "事项": "立案", "备注": note}
    text = insertion.inserted(Case, "经过", source, event)
    now = read(text)
    events = told.get("经过", [])
    assert isinstance(now, dict)
    assert isinstance(events, list)
    assert {key: value for key, value in now.items() if key != "经过"} == {k: v for k, v in told.items() if k != "经过"}
    assert isinstance(now["经过"], list)
    assert sorted(map(_sorted, now["经过"])) == sorted(map(_sorted, [*events, event]))
    assert [remark for remark in written if text.count(remark) < 1] == []
