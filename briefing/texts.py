"""Every text of a document, found by its shape: a mapping from language codes to words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from briefing.documents import Document, Step


def texts(document: Document, languages: frozenset[str]) -> Iterator[tuple[tuple[Step, ...], Mapping[str, str]]]:
    """Yield (path, texts by language) for every text of a document, in the file's order."""
    return _texts(document.data, (), languages)


def _texts(
    data: Any, path: tuple[Step, ...], languages: frozenset[str]
) -> Iterator[tuple[tuple[Step, ...], Mapping[str, str]]]:
    if isinstance(data, dict) and data.keys() and data.keys() <= languages:
        yield path, {code: text for code, text in data.items() if isinstance(text, str)}
        return
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, item in items:
        yield from _texts(item, (*path, step), languages)
