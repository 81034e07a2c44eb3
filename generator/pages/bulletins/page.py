"""A bulletin as a page that stands alone beside the printed document."""

from __future__ import annotations

from functools import cache

from markupsafe import Markup

from generator.disclosure.public import PublicBulletin, PublicPortal
from generator.pages.views import environment


def bulletin_page(bulletin: PublicBulletin, portal: PublicPortal, pdf: str) -> bytes:
    """The content of a bulletin without the site around it; `pdf` is the document's name in the same folder."""
    made = environment().get_template("bulletin-page.html")
    return made.render(
        subject=bulletin,
        portal=portal,
        root=None,
        pdf=pdf,
        style=Markup(_style()),  # noqa: S704 - our own file
    ).encode()


@cache
def _style() -> str:
    loader = environment().loader
    if loader is None:
        raise LookupError("bulletin.css")
    return loader.get_source(environment(), "bulletin.css")[0]
