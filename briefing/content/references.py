"""The references in a file: every id that names a record defined elsewhere, with its place."""

import functools
import types
import typing
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, NamedTuple

from briefing.content.model import Record
from briefing.content.site import ContentFile, Path, items_of
from briefing.content.texts import Text
from briefing.content.values import Reference


class FoundReference(NamedTuple):
    """An id in a file: where it stands, the kind of record it names, such as `unit`, and the id itself."""

    path: Path
    kind: str
    id: str


def references(file: ContentFile[object]) -> Iterator[FoundReference]:
    """Yield every reference of a file; the languages of its texts are among them."""
    return _references(file.record, None, ())


def _references(value: object, hint: Any, path: Path) -> Iterator[FoundReference]:
    """Yield the references in a value, which its type hint marks."""
    kind = _kind(hint)
    if kind and isinstance(value, str):
        yield FoundReference(path, kind, value)
    elif isinstance(value, Text):
        yield from (FoundReference((*path, code), "language", code) for code in value.words)
    elif isinstance(value, Record):
        hints = _hints(type(value))
        for name, item in items_of(value):
            yield from _references(item, hints[str(name)], (*path, name))
    elif isinstance(value, Mapping | tuple):
        key_hint, item_hint = _inner(hint)
        for step, item in items_of(value):
            if (key_kind := _kind(key_hint)) and isinstance(step, str):
                yield FoundReference((*path, step), key_kind, step)
            yield from _references(item, item_hint, (*path, step))


@functools.cache
def _hints(record: type[Record]) -> Mapping[str, Any]:
    """Return the type of each field with all that marks it."""
    return {
        name: Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
        for name, field in record.model_fields.items()
    }


@functools.cache
def _kind(hint: Any) -> str:
    """Return the kind of record that a value with this hint names; empty if it names none."""
    return next((each.kind for each in getattr(_required(hint), "__metadata__", ()) if isinstance(each, Reference)), "")


@functools.cache
def _inner(hint: Any) -> tuple[Any, Any]:
    """Return the hints of the keys and of the values that a mapping or list with this hint holds."""
    bare = _required(hint)
    while hasattr(bare, "__metadata__"):
        bare = bare.__origin__
    inner = typing.get_args(bare)
    if typing.get_origin(bare) is dict:
        return inner[0], inner[1]
    return None, inner[0] if inner else None


def _required(hint: Any) -> Any:
    """Return a hint without its `| None`."""
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        return next(each for each in typing.get_args(hint) if each is not type(None))
    return hint
