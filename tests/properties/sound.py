"""Sound records as hypothesis draws them: every kind and every key of the catalogue, each value one that reads."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Annotated, Final

from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.model import catalogue
from generator.model.record import Record
from generator.records import tree, yaml
from generator.records.encode import Plain
from tests.records.drawn import is_readable

_SIGNS: Final = [
    "、",
    "，",
    '"',
    "=",
    "+",
    "-",
    "@",
    "'",
    "\n",
    "_x0041_",
    "#REF!",
    "\u3000",
    "😀",
    "<&>",
]
_ORDINARY: Final = ["甲", "乙公司", "2026", "1E5", "9.1E+17", "是", "true", "示例", "新1", "0010", " "]
TEXTS: Final = (
    st.lists(st.sampled_from([*_SIGNS, *_ORDINARY]) | st.characters(exclude_categories=["Cs"]), min_size=1, max_size=5)
    .map("".join)
    .filter(lambda text: text == text.strip() and is_readable(text))
)
_VALUES: Final = (
    st.dates(date(1990, 1, 1), date(2099, 12, 31)).map(date.isoformat)
    | st.sampled_from(["37.5万元", "100余万元", "1元", "20余名", "3人", "2021-08 至 2022-08", "2021-12", "true", "是"])
    | TEXTS
)


def records(model: type[Record]) -> st.SearchStrategy[dict[str, Plain]]:
    """What the file of a sound record may say, its optional keys there or not."""
    fields = catalogue.fields(model)
    drawn = {key: _behind(model, key) for key in fields}
    must = {key: drawn[key] for key, info in fields.items() if info.is_required()}
    return st.fixed_dictionaries(must, optional={key: drawn[key] for key in fields if key not in must})


def _behind(model: type[Record], key: str) -> st.SearchStrategy[Plain]:
    kinds = catalogue.members(model, key)
    items = tuple(found for kind in kinds for found in catalogue.items(kind))
    if items:
        return st.lists(_one(items, model, key), min_size=1, max_size=4).map(list)
    return _one(kinds, model, key)


def _one(kinds: tuple[object, ...], model: type[Record], key: str) -> st.SearchStrategy[Plain]:
    inner = [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Record)]
    if inner:
        return st.sampled_from(inner).flatmap(records).map(lambda found: found)
    words = [word for kind in kinds for word in catalogue.choices(kind)]
    if words:
        return st.sampled_from(words)
    listed = any(catalogue.items(kind) for kind in catalogue.members(model, key))
    return _VALUES.map(lambda text: text if _reads(model, key, text, listed=listed) else _example(model, key))


def _reads(model: type[Record], key: str, text: str, *, listed: bool) -> bool:
    try:
        _adapter(model, key).validate_python([text] if listed else text)
    except ValidationError:
        return False
    return True


@cache
def _adapter(model: type[Record], key: str) -> TypeAdapter[object]:
    info = catalogue.fields(model)[key]
    return TypeAdapter(Annotated[info.annotation, *info.metadata])  # type: ignore[arg-type] # built at run time


@cache
def _example(model: type[Record], key: str) -> str:
    said = catalogue.entry(catalogue.fields(model)[key])
    assert said, key
    node, problems = yaml.read(said.example.encode(), "example")
    assert node, problems
    return next(scalar.text for _, scalar in tree.scalars(node))
