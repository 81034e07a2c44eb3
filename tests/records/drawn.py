"""What a file of a model may say, as hypothesis draws it: every kind and every key, with the oddest of texts."""

from __future__ import annotations

from typing import Final, TypeGuard

from hypothesis import strategies as st

from generator.model import catalogue
from generator.model.record import Record
from generator.model.values import FORBIDDEN
from generator.problems import has_unseen
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
]


def is_readable(text: str) -> bool:
    """True where no character is one that the reader refuses."""
    return not FORBIDDEN.search(text) and not has_unseen(text) and "\t" not in text and "\r" not in text


TEXTS: Final = (
    st.lists(st.sampled_from([*_SIGNS, *_ORDINARY]) | st.characters(exclude_categories=["Cs"]), min_size=1, max_size=7)
    .map("".join)
    .filter(lambda text: text == text.strip() and is_readable(text))
)


def plains(model: type[Record], texts: st.SearchStrategy[str] | None = TEXTS) -> st.SearchStrategy[dict[str, Plain]]:
    """A mapping of the model, optional keys there or not, in any order; without `texts` every value is an example."""
    fields = catalogue.fields(model)
    drawn = {key: _value(model, key, texts) for key in fields}
    must = {key: drawn[key] for key, info in fields.items() if info.is_required()}
    whole = st.fixed_dictionaries(must, optional={key: drawn[key] for key in fields if key not in must})
    return whole.flatmap(lambda values: st.permutations(list(values)).map(lambda keys: {k: values[k] for k in keys}))


def records(model: type[Record]) -> list[type[Record]]:
    """The model and every record that may stand within it."""
    found = [model]
    for one in found:
        for key in catalogue.fields(one):
            members = catalogue.members(one, key)
            inner = [item for member in members for item in (member, *catalogue.items(member))]
            found += [item for item in inner if _is_record(item) and item not in found]
    return found


def _is_record(item: object) -> TypeGuard[type[Record]]:
    return isinstance(item, type) and issubclass(item, Record)


def _value(model: type[Record], key: str, texts: st.SearchStrategy[str] | None) -> st.SearchStrategy[Plain]:
    kinds = catalogue.members(model, key)
    words = catalogue.choices(catalogue.fields(model)[key].annotation)
    if words:
        return st.sampled_from(words)
    inner = tuple(found for kind in kinds for found in catalogue.items(kind))
    if inner:
        return st.lists(_one(inner, model, key, texts), min_size=1, max_size=3).map(list)
    return _one(kinds, model, key, texts)


def _one(
    kinds: tuple[object, ...], model: type[Record], key: str, texts: st.SearchStrategy[str] | None
) -> st.SearchStrategy[Plain]:
    inner = [kind for kind in kinds if _is_record(kind)]
    if inner:
        return st.sampled_from(inner).flatmap(lambda kind: plains(kind, texts))
    words = [word for kind in kinds for word in catalogue.choices(kind)]
    if words:
        return st.sampled_from(words)
    entry = catalogue.entry(catalogue.fields(model)[key])
    assert entry, key
    if texts is not None and str in kinds:
        return texts
    # The example of a list is the whole list.
    return st.just("甲" if entry.example.startswith("[") else entry.example)
