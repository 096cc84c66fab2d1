"""What a page is before it is rendered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from briefing.content.model import Language
from briefing.content.site import Briefing, Loaded
from briefing.content.texts import Text
from briefing.urls import INDEX


@dataclass(frozen=True)
class Page:
    """One page before it is rendered. `parts` is its address below the language, which shared pages do not have."""

    parts: tuple[str, ...]
    template: str
    title: Text | str = ""
    """What the page is about: a text of the content, or a message of the catalogs."""
    context: Mapping[str, Any] = field(default_factory=dict)
    rests_on: frozenset[str] = frozenset()
    """The content files, by name, whose review and version are the page's, besides those that all briefings share."""
    language: Language | None = None
    name: str = INDEX

    @property
    def file(self) -> str:
        """The file in the output folder."""
        return "/".join([*self.folder, self.name])

    @property
    def folder(self) -> tuple[str, ...]:
        """The folders of the address, the language first."""
        return (self.language.code, *self.parts) if self.language else self.parts


def of_briefing(briefing: Briefing, *parts: str, template: str, title: Text | str, **context: Any) -> Page:
    """Return a page that rests on a whole briefing: its own file and every speech."""
    return Page((briefing.id, *parts), template, title, {"briefing": briefing, **context}, briefing.files)


def of_speech(briefing: Briefing, loaded: Loaded[Any], *parts: str, template: str, title: Text, **context: Any) -> Page:
    """Return a page that rests on one speech."""
    return Page((briefing.id, *parts), template, title, {"briefing": briefing, **context}, frozenset({loaded.name}))
