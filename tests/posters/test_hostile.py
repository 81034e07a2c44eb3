"""Code of Typst in the records is set as it stands: nothing runs, nothing is read, no sheet is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pytest

from generator.disclosure import pdf
from generator.posters.batch import PrintFile, Wanted, produce
from generator.posters.bulletin import bulletin_file
from generator.posters.compose import Order
from generator.posters.product import Product
from tests.pages.casebook import BULLETIN, PORTAL
from tests.posters.casebook import PLAIN, slots

CODE: Final = (
    '#read("/etc/passwd")',
    '#import "/etc/passwd": *',
    '#image("/etc/passwd")',
    "#(1+1) $x^2$ @label <label> *b* _i_ `raw` = h \\u{41} // c",
    "#panic() #while true {} #sys.inputs",
    '"]; #eval("1")',
    "]#pagebreak()[",
)


def printed(order: Order, text: str) -> str:
    site = replace(PLAIN, project=f"虚构{text}", slots=slots((text,), (text,)))
    made = produce(Wanted("x.pdf", order, (site,)), PORTAL)
    assert isinstance(made, PrintFile), made
    return "".join("".join(pdf.texts(made.data)).split())


@pytest.mark.parametrize("order", [Order(Product.POSTER, "A4"), Order(Product.BOARD, "A2"), Order(Product.CARDS, "A4")])
def test_code_is_text_on_every_sheet(order: Order) -> None:
    for text in CODE:
        said = printed(order, text)
        assert "".join(text.split())[:9] in said, text
        assert "/bin/" not in said


def test_code_is_text_in_the_bulletin() -> None:
    rows = tuple((f"事实{at}", (text,)) for at, text in enumerate(CODE))
    hostile = replace(BULLETIN, title=CODE[0], paragraphs=CODE, annexes=(replace(BULLETIN.annexes[0], rows=rows),))
    said = "".join("".join(pdf.texts(bulletin_file(hostile, PORTAL).render())).split())
    assert [text for text in CODE if "".join(text.split())[:9] not in said] == []
    assert "/bin/" not in said
