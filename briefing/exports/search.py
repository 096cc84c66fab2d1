"""The search index of each briefing: everything with a name, in every language, with pinyin for the source's names.

It is a script that calls the page's `receiveIndex`, not JSON: a page opened from a disk may load only the former.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from pypinyin import lazy_pinyin

from briefing.content.model import Figure, Speech
from briefing.content.texts import Text
from briefing.markup import prose
from briefing.pages.entities import Named
from briefing.render.page import Page
from briefing.render.renderer import Renderer, Voice
from briefing.urls import INDEX

Entry = Mapping[str, Any]
"""What can be found: its kind, its address below the folder of a language, and, a text for each language, its name,
what it says and where; `also` are further names, `tags` the language of each, `pinyin` a syllable for each character.
"""


def search(renderer: Renderer, pages: Sequence[Page]) -> Iterator[tuple[str, bytes]]:
    """Yield the index of each briefing; an entry a line."""
    for briefing in renderer.site.briefings:
        entries = Index(renderer, briefing.record.short).entries(_in_source(renderer, pages))
        yield f"data/search-{briefing.id}.js", _script(entries)


def shared_search(renderer: Renderer, pages: Sequence[Page]) -> Iterator[tuple[str, bytes]]:
    """Yield the index of what the briefings share."""
    yield "data/search.js", _script(Index(renderer).entries(_in_source(renderer, pages)))


def _in_source(renderer: Renderer, pages: Sequence[Page]) -> Sequence[Page]:
    """Return the pages in the first language: an entry speaks all of them."""
    return [page for page in pages if page.language == renderer.site.languages[0]]


def _script(entries: Iterable[Entry]) -> bytes:
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in entries)
    return f"receiveIndex([\n{lines}\n]);\n".encode()


@dataclass(frozen=True)
class Index:
    """Makes the entries of pages; where there are several briefings, each says which one it belongs to."""

    renderer: Renderer
    briefing: Text | None = None

    def entries(self, pages: Sequence[Page]) -> Iterator[Entry]:
        """Yield an entry for everything on some pages that has a name or a title, kind by kind."""
        for template, entries in ENTRIES.items():
            for page in pages:
                if page.template == template:
                    yield from entries(self, page)

    def place(self, page: Page) -> Iterator[Entry]:
        """Yield a place, its figures and its measures."""
        speech, place = page.context["speech"], page.context["place"]
        where, also = self._all(place.short), {code: [words] for code, words in place.short.items()}
        headline = self._plain(speech, speech.headline.text)
        yield self._entry("place", place.name, _address(page), also=also, text=headline)
        for figure in speech.figures.values():
            name = self.renderer.site.indicators[figure.indicator].name
            yield self._entry("figure", name, _address(page, f"f-{figure.id}"), where=where, text=self._figure(figure))
        for measure in speech.measures:
            text = self._plain(speech, measure.text)
            yield self._entry("measure", measure.title, _address(page, f"m-{measure.id}"), where=where, text=text)

    def topic(self, page: Page) -> Iterator[Entry]:
        """Yield a sector, theme or indicator."""
        record, kind = page.context["topic"].record, page.context["kind"]
        yield self._entry(kind.name, record.name, _address(page), text=self._all(record.definition))

    def entity(self, page: Page) -> Iterator[Entry]:
        """Yield the entities of a kind, with what the speeches say of them."""
        for entity, named in page.context["entities"]:
            said = [" · ".join(each) for each in zip(*(self._says(each) for each in named), strict=True)]
            where = self._each(partial(self._namers, named))
            address = _address(page, f"e-{entity.id}")
            yield self._entry("entity", entity.name, address, also=entity.aliases, where=where, text=said)

    def glossary(self, page: Page) -> Iterator[Entry]:
        """Yield the terms."""
        for term in self.renderer.site.glossary.values():
            text = self._all(term.definition)
            yield self._entry("term", term.term, _address(page, f"t-{term.id}"), also=term.aliases, text=text)

    def _entry(
        self, kind: str, name: Text, to: str, *, also: Mapping[str, Sequence[str]] | None = None, **more: list[str]
    ) -> Entry:
        tags = {language.code: language.tag for language in self.renderer.site.languages}
        further = [(words, tags[code]) for code, forms in (also or {}).items() for words in forms]
        entry = {"kind": kind, "to": to, "name": self._all(name), **self._pinyin(name), **more}
        if self.briefing and self.renderer.site.several:
            entry["of"] = self._all(self.briefing)
        return entry | ({"also": [each for each, _ in further], "tags": [tag for _, tag in further]} if further else {})

    def _pinyin(self, name: Text) -> Entry:
        """Return the pinyin of the first language, where that is Chinese."""
        source = self.renderer.site.languages[0]
        return {"pinyin": pinyin(name[source.code])} if source.family == "zh" else {}

    def _all(self, text: Text) -> list[str]:
        return self._each(lambda voice: voice.text(text))

    def _each(self, write: Callable[[Voice], str]) -> list[str]:
        return [write(self.renderer.voices[code]) for code in self.renderer.site.codes]

    def _figure(self, figure: Figure) -> list[str]:
        """Return a figure as each language writes it, with claim, period and scope; the source's with its wording."""
        return self._each(lambda voice: voice.join(*self._parts(voice, figure)))

    def _parts(self, voice: Voice, figure: Figure) -> Iterator[str]:
        yield voice.writer(figure)
        yield voice.claim(figure.claim)
        yield voice.period(figure.period)
        if figure.scope:
            yield voice.text(figure.scope)
        if voice.language == self.renderer.site.languages[0] and figure.stated != voice.writer(figure):
            yield figure.stated

    def _plain(self, speech: Speech, text: Text) -> list[str]:
        return self._each(lambda voice: prose.plain(voice.text(text), voice.citing(speech)))

    def _says(self, named: Named) -> list[str]:
        return self._plain(named.speech, named.mention.says)

    def _namers(self, named: Sequence[Named], voice: Voice) -> str:
        return voice.join(*(voice.text(self.renderer.site.places[each.speech.place].short) for each in named))


ENTRIES: Mapping[str, Callable[[Index, Page], Iterator[Entry]]] = {
    "place.html": Index.place,
    "entity.html": Index.entity,
    "topic.html": Index.topic,
    "glossary.html": Index.glossary,
}
"""The pages that hold what can be found, by template."""


def pinyin(name: str) -> str:
    """Return a syllable without tone for each character of a name, parted by spaces; others stay as they are."""
    syllables = lazy_pinyin(name, errors=list)  # type: ignore[arg-type]  # its stub forgets that a list is taken
    return " ".join(syllable.strip().lower() for syllable in syllables)


def _address(page: Page, anchor: str = "") -> str:
    return "/".join([*page.parts, INDEX]) + (f"#{anchor}" if anchor else "")
