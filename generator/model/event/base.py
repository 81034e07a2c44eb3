"""What every act has: a day, an internal note; and what an act has that a document carries."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.record import Entry, Record
from generator.model.values import Day, Number, Text


class DatedEvent(Record):
    """One act on one day. `note` is for colleagues and never leaves the bureau."""

    on: Annotated[Day, Field(alias="日期"), Entry("这件事发生的日期", "2026-03-01", public=True)]
    note: Annotated[Text | None, Field(alias="备注"), Entry("内部备注，不公开", "已电话核实")] = None
    late: Annotated[
        Text | None, Field(alias="逾期说明"), Entry("这件事确实超过期限的，写明原因，不公开", "单位搬迁，送达困难")
    ] = None


class Documented(DatedEvent):
    """An act that a document carries."""

    document: Annotated[
        Text | None, Field(alias="文书"), Entry("文书名称", "劳动保障监察限期改正指令书", public=True)
    ] = None
    document_number: Annotated[
        Number | None, Field(alias="文号"), Entry("文书编号，照文书抄写", "某人社监令〔2026〕3号", public=True)
    ] = None
    authority: Annotated[
        Text | None, Field(alias="作出机关"), Entry("不是主办单位作出的，写明机关", "甲镇人民政府", public=True)
    ] = None
    served: Annotated[
        Day | None, Field(alias="送达日期"), Entry("送达当事人的日期；不写就按文书日期算", "2026-03-03")
    ] = None
