"""What a file of a model may say, as hypothesis draws it: every kind and every key, with the oddest of texts."""

from __future__ import annotations

from typing import Final

from hypothesis import strategies as st

from generator.model import catalogue
from generator.model.record import Record
from generator.records import tree, yaml
from generator.records.encode import Plain

_SIGNS: Final = [*list("{}[],'\"\\%@`*&!|>?-:#~.="), ": ", " #", "# ", "- ", "? ", "\n", "\n\n", "null", "true", "<<"]
_ORDINARY: Final = [
    "甲",
    "乙公司",
    "：",
    "，",
    "😀",
    "—",
    "A",
    "1",
    "0x",
    "1e",
    " ",
    "〔2026〕",
    "\u3000",
    "\xa0",
    "\x85",
]
TEXTS: Final = (
    st.lists(st.sampled_from([*_SIGNS, *_ORDINARY]) | st.characters(exclude_categories=["Cs"]), min_size=1, max_size=7)
    .map("".join)
    .filter(lambda text: text == text.strip() and all(ord(char) >= 32 or char == "\n" for char in text))
)


def plains(model: type[Record]) -> st.SearchStrategy[dict[str, Plain]]:
    """A mapping of the model, its optional keys there or not, in any order."""
    fields = catalogue.fields(model)
    drawn = {key: _value(model, key) for key in fields}
    must = {key: drawn[key] for key, info in fields.items() if info.is_required()}
    whole = st.fixed_dictionaries(must, optional={key: drawn[key] for key in fields if key not in must})
    return whole.flatmap(lambda values: st.permutations(list(values)).map(lambda keys: {k: values[k] for k in keys}))


def example(text: str) -> Plain:
    """The example of a catalogue entry as a reader sees it."""
    node, problems = yaml.read(text.encode(), "example")
    assert node is not None, problems
    return texts(tree.plain(node))


def texts(value: object) -> Plain:
    """A bare tree, typed."""
    match value:
        case str():
            return value
        case list():
            return [texts(item) for item in value]
        case dict():
            return {key: texts(item) for key, item in value.items()}
    raise AssertionError(value)


def _value(model: type[Record], key: str) -> st.SearchStrategy[Plain]:
    kinds = catalogue.members(model, key)
    words = catalogue.choices(catalogue.fields(model)[key].annotation)
    if words:
        return st.sampled_from(words)
    inner = tuple(found for kind in kinds for found in catalogue.items(kind))
    if inner:
        return st.lists(_one(inner, model, key), min_size=1, max_size=3).map(list)
    return _one(kinds, model, key)


def _one(kinds: tuple[object, ...], model: type[Record], key: str) -> st.SearchStrategy[Plain]:
    records = [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Record)]
    if records:
        return st.sampled_from(records).flatmap(plains).map(lambda found: found)
    words = [word for kind in kinds for word in catalogue.choices(kind)]
    if words:
        return st.sampled_from(words)
    entry = catalogue.entry(catalogue.fields(model)[key])
    assert entry, key
    return TEXTS if str in kinds else st.just(entry.example)
