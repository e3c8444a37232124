"""Leading what was coded in the clean text back to the original."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from typing import Any, TypeVar

from tacitus.model import Article, OffsetMap, Span

T = TypeVar("T")


def restore(value: T, offsets: OffsetMap) -> T:
    """`value` with every span in it led back to the original text; articles already hold original offsets."""
    return _restored(value, offsets)  # type: ignore[no-any-return]


def _restored(value: Any, offsets: OffsetMap) -> Any:
    if isinstance(value, Span):
        return offsets.back_span(value)
    if isinstance(value, tuple):
        return tuple(_restored(v, offsets) for v in value) if value else value
    if isinstance(value, Article) or not is_dataclass(value):
        return value
    record: Any = value
    names = _spanned(record.__class__)
    return replace(record, **{name: _restored(getattr(record, name), offsets) for name in names}) if names else value


@lru_cache(maxsize=64)
def _spanned(kind: type) -> tuple[str, ...]:
    """The fields that may hold a span or a value that does."""
    plain = {"str", "str | None", "float", "float | None", "bool", "Status", "Role", "Bound", "int | None"}
    return tuple(f.name for f in fields(kind) if str(f.type) not in plain and not str(f.type).startswith("Literal"))
