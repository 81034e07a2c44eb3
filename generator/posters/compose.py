"""Public values → what a template prints, and what a reader must find in it again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from generator import routes
from generator.disclosure.public import PublicPortal, PublicWorksite, Slot
from generator.posters.code import encode, svg
from generator.posters.product import Finish, Layout, Product, Theme, layout
from generator.posters.proof import Expected, Page

SPECIMEN: Final = "https://anxin.example"
"""A domain that is reserved for examples and never anybody's: until the city names its own, all print is a specimen."""

_ARTS: Final = {Product.POSTER: "poster", Product.STICKERS: "sticker", Product.CARDS: "card", Product.BOARD: "board"}
_GROUPS: Final = (("工程与单位", 6), ("工资", 2), ("投诉与援助", 5))
"""The 13 slots of 《保障农民工工资支付条例》 art 34, as the article groups them."""

Data = dict[str, object]


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be printed: one product on one paper, in one look."""

    product: Product
    size: str
    theme: Theme = Theme.TEAL
    finish: Finish = Finish.PLAIN

    @property
    def layout(self) -> Layout:
        """Where the pieces lie."""
        return layout(self.product, self.size, self.finish)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file to be set: its template, its data, and what each of its pages must say."""

    template: str
    data: Data
    pages: tuple[Page, ...]


def sheet(order: Order, portal: PublicPortal, sites: Sequence[PublicWorksite | None]) -> Sheet:
    """A file with a page for each site, or with two sites to a page where posters are imposed; None is the whole city.

    A sheet of small pieces belongs to one site: nobody has to sort them after cutting.
    """
    made = order.layout
    groups = _groups(order, sites)
    data: Data = {
        "layout": _laid(made),
        "theme": order.theme.value,
        "art": _ARTS[order.product],
        "title": f"安薪码{order.product.value}",
        "publisher": portal.publisher,
        "keywords": ["安薪码", order.product.value, *(site.printed for site in sites if site)],
        "day": [portal.as_of.year, portal.as_of.month, portal.as_of.day],
        "pages": [_page(order, [_piece(order, portal, site) for site in group]) for group in groups],
    }
    template = "board" if order.product is Product.BOARD else "sheet"
    return Sheet(template, data, tuple(_expected(portal, group) for group in groups))


def _groups(order: Order, sites: Sequence[PublicWorksite | None]) -> list[tuple[PublicWorksite | None, ...]]:
    count = len(order.layout.cells)
    if order.product is Product.POSTER:
        return [tuple(sites[start : start + count]) for start in range(0, len(sites), count)]
    return [(site,) * count for site in sites]


def _page(order: Order, pieces: list[Data]) -> object:
    return pieces[0] if order.product is Product.BOARD else pieces


def _laid(made: Layout) -> Data:
    return {
        "page": made.page,
        "piece": made.piece,
        "cells": made.cells,
        "bleed": made.bleed,
        "gap": made.gap,
        "mark": made.mark,
    }


def _piece(order: Order, portal: PublicPortal, site: PublicWorksite | None) -> Data:
    return {**facts(order, portal, site), "qr": svg(encode(address_of(portal, site)))}


def facts(order: Order, portal: PublicPortal, site: PublicWorksite | None) -> Data:
    """All that one piece says, as its template receives it; of its code the address, not the drawing."""
    piece = city_facts(portal, site)
    if order.product is Product.BOARD and site:
        piece["groups"] = list(_boarded(site.slots))
    return piece


def city_facts(portal: PublicPortal, site: PublicWorksite | None = None) -> Data:
    """What every printed piece says of the office, and of its site where it has one."""
    return {
        "hotline": portal.hotline.number if portal.hotline else None,
        "publisher": portal.publisher,
        "publisher_short": portal.publisher_short,
        "city": portal.city,
        "site": {"name": site.project} if site else None,
        "code": site.printed if site else None,
        "address": in_words(address_of(portal, site)),
        "specimen": is_specimen(portal, site),
        "promise": portal.promise,
    }


def _boarded(slots: Sequence[Slot]) -> Iterator[Data]:
    rest = iter(slots)
    for title, count in _GROUPS:
        taken = [next(rest) for _ in range(count)]
        yield {"title": title, "slots": [_slot(one) for one in taken]}


def _slot(slot: Slot) -> Data:
    return {"label": slot.label, "values": slot.values, "filled": slot.filled}


def is_specimen(portal: PublicPortal, site: PublicWorksite | None) -> bool:
    """True for all that must not be hung up: no domain yet, a demonstration, an invented site."""
    return portal.base_url is None or portal.pinned or bool(site and site.sample)


def address_of(portal: PublicPortal, site: PublicWorksite | None) -> str:
    """What the code says: the host in capitals, which saves modules; a path of the city's own stays as it is."""
    parts = urlsplit(portal.base_url or SPECIMEN)
    place = routes.landing(site.code) if site else routes.LANDINGS
    return f"{parts.scheme.upper()}://{parts.netloc.upper()}{parts.path}/{place.rstrip('/')}"


def in_words(address: str) -> str:
    """The address as it is printed for reading: scheme and host in small letters, as people know them."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc.lower()}{parts.path}"


def _expected(portal: PublicPortal, group: Sequence[PublicWorksite | None]) -> Page:
    addresses = [address_of(portal, site) for site in group]
    return tuple(
        Expected(address, site.project if site else portal.publisher_short, len(encode(address).rows))
        for address, site in zip(addresses, group, strict=True)
    )
