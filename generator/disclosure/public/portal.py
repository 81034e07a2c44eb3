"""The city and its publisher, and the figures that it has published, as pages may show them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PublicChannel:
    """One way to complain, in the order in which the portal recommends it."""

    name: str
    kind: str
    """电话, 二维码, 公众号, 小程序, 网址 or 现场."""
    number: str | None
    """What to dial; None where nobody has confirmed a number."""
    address: str | None
    """A URL or a street address, by `kind`."""
    note: str | None


@dataclass(frozen=True, slots=True)
class PublicFigure:
    """One published number, as its source words it (`1万多`), with its unit."""

    label: str
    value: str
    unit: str
    period: str
    """The period the source names for it, e.g. 2023年以来."""
    note: str | None
    topic: str | None = None
    """The part of the site that shows it besides the home page, e.g. 宣讲."""


@dataclass(frozen=True, slots=True)
class PublicFigures:
    """The numbers of one source, in the editors' order."""

    source: str
    published: date
    figures: tuple[PublicFigure, ...]


@dataclass(frozen=True, slots=True)
class PublicPortal:
    """The city and its publisher, as every page shows them."""

    city: str
    title: str
    """The site's own name, e.g. 某市安薪."""
    publisher: str
    publisher_short: str
    hotline: PublicChannel | None
    """The first channel of kind 电话."""
    channels: tuple[PublicChannel, ...]
    promise: str
    """服务承诺 (117) in a sentence: 1天接收，1天联系，一般案件7天办结。"""
    registrations: tuple[tuple[str, str | None], ...]
    """What a government site must show (ICP备案号, 公安备案号, 网站标识码); None where not yet filled in."""
    base_url: str | None
    """Absolute address of the site, without the last slash; None until the city has named a domain."""
    as_of: date
    demonstration: bool
    """True where the date is pinned or a sample is shown: every page then carries a banner."""
    pinned: bool
    """True where `as_of` is set by the portal and not by the calendar: nothing expires in the browser then."""
    contact: tuple[tuple[str, str | None], ...] = ()
    """Who runs the site and how to reach them (承办, 地址, 电话, 邮箱); None where not yet filled in."""
    licence: str | None = None
    """On what terms the open data may be used; None until the bureau has decided."""
