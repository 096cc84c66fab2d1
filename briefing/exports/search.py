"""The search index of a unit: everything that has a name, in every language, with pinyin for Chinese source names.

It is a script that calls `receiveIndex` of the page, not JSON: a page opened from a disk may load only a script.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pypinyin import lazy_pinyin

from briefing.content.model import Figure, Indicator, Sector, Speech, Theme
from briefing.content.site import Briefing, ContentUnit
from briefing.content.texts import Text
from briefing.i18n.localizer import Localizer
from briefing.i18n.relations import relations
from briefing.markup.prose import Citations, plain
from briefing.pages.figures import FiguresContent
from briefing.pages.names import NamesContent
from briefing.pages.places import PlaceContent
from briefing.pages.site import GlossaryContent
from briefing.pages.topics import SectorsContent, ThemesContent
from briefing.render.page import Page, PageContent
from briefing.urls import DATA, INDEX

Aliases = Mapping[str, Sequence[str]]
"""By language, further names of something."""
Entry = Mapping[str, Any]
"""Something that can be found: its kind, its address below the folder of a language, and, a text for each language,
its name, what it says and where; `also` are further names, `tags` the language of each, `pinyin` a syllable for each
character of the name.
"""


def search_index(unit: ContentUnit, pages: Sequence[Page], localizers: Mapping[str, Localizer]) -> tuple[str, bytes]:
    """Return the search index of a unit, an entry a line, kind by kind in the order of their pages."""
    writer = EntryWriter(unit, tuple(localizers.values()))
    kinds: Mapping[type[PageContent], Callable[[Page, Any], Iterator[Entry]]] = {
        PlaceContent: writer.place,
        NamesContent: writer.entities,
        SectorsContent: writer.sectors,
        ThemesContent: writer.themes,
        FiguresContent: writer.indicators,
        GlossaryContent: writer.terms,
    }
    in_source_language = [page for page in pages if page.language == unit.languages[0]]
    entries = [
        entry
        for kind, write in kinds.items()
        for page in in_source_language
        if isinstance(page.content, kind)
        for entry in write(page, page.content)
    ]
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in entries)
    name = f"search-{unit.id}.js" if isinstance(unit, Briefing) else "search.js"
    return f"{DATA}/{name}", f"receiveIndex([\n{lines}\n]);\n".encode()


@dataclass(frozen=True)
class EntryWriter:
    """Writes the entries of pages, each once for all languages."""

    unit: ContentUnit
    localizers: Sequence[Localizer]
    """One for each language of the site, the source's first."""

    def place(self, page: Page, content: PlaceContent) -> Iterator[Entry]:
        """Yield a place, its figures and its measures."""
        speech, place = content.speech, content.place
        where, also = self.texts(place.short), {code: [words] for code, words in place.short.items()}
        yield self.entry("place", place.name, page, also=also, text=self.prose(speech, speech.headline.text))
        for figure in speech.figures.values():
            name = self.unit.shared.indicators[figure.indicator].name
            yield self.entry("figure", name, page, f"#f-{figure.id}", where=where, text=self.figure(figure))
        for measure in speech.measures:
            text = self.prose(speech, measure.text)
            yield self.entry("measure", measure.title, page, f"#m-{measure.id}", where=where, text=text)

    def entities(self, page: Page, content: NamesContent) -> Iterator[Entry]:
        """Yield the entities, with what the speeches say of each."""
        for entity, mentions in (named for kind in content.kinds.values() for named in kind):
            places = [self.unit.shared.places[each.speech.place] for each in mentions]
            where = [each.join(*(each.text(place.short) for place in places)) for each in self.localizers]
            by_language = zip(*(self.prose(each.speech, each.says) for each in mentions), strict=True)
            text = [" · ".join(each) for each in by_language]
            yield self.entry("entity", entity.name, page, f"#e-{entity.id}", entity.aliases, where=where, text=text)

    def sectors(self, page: Page, content: SectorsContent) -> Iterator[Entry]:
        """Yield the sectors."""
        yield from (self.defined("sector", topic.record, page) for topic in content.topics)

    def themes(self, page: Page, content: ThemesContent) -> Iterator[Entry]:
        """Yield the themes."""
        yield from (self.defined("theme", topic.record, page) for topic in content.topics)

    def indicators(self, page: Page, content: FiguresContent) -> Iterator[Entry]:
        """Yield the indicators."""
        stated = (indicator for theme in content.themes.values() for indicator, _groups in theme)
        yield from (self.defined("indicator", indicator, page) for indicator in stated)

    def defined(self, kind: str, record: Sector | Theme | Indicator, page: Page) -> Entry:
        """Return a record that a page has under a heading of its own, with its definition."""
        return self.entry(kind, record.name, page, f"#i-{record.id}", text=self.texts(record.definition))

    def terms(self, page: Page, content: GlossaryContent) -> Iterator[Entry]:
        """Yield the terms of the glossary."""
        for term in content.glossary.values():
            yield self.entry("term", term.term, page, f"#t-{term.id}", term.aliases, text=self.texts(term.definition))

    def entry(
        self, kind: str, name: Text, page: Page, anchor: str = "", also: Aliases | None = None, **more: list[str]
    ) -> Entry:
        """Return an entry; if the site has several briefings, it names the one that it belongs to."""
        source = self.localizers[0].language
        to = "/".join([*page.parts, INDEX]) + anchor
        entry: dict[str, Any] = {"kind": kind, "to": to, "name": self.texts(name)}
        if source.family == "zh":
            entry["pinyin"] = pinyin(name[source.code])
        entry |= more
        if isinstance(self.unit, Briefing) and len(self.unit.shared.briefing_ids) > 1:
            entry["of"] = self.texts(self.unit.record.short)
        by_code = {each.language.code: each for each in self.localizers}
        if further := [(by_code[code], words) for code, forms in (also or {}).items() for words in forms]:
            entry["also"] = [localizer.typeset(words) for localizer, words in further]
            entry["tags"] = [localizer.language.tag for localizer, _words in further]
        return entry | {
            field: self.typeset(entry[field]) for field in ("name", "text", "where", "of") if field in entry
        }

    def typeset(self, words: Sequence[str]) -> list[str]:
        """Return words, in every language, as pages print them."""
        return [localizer.typeset(each) for localizer, each in zip(self.localizers, words, strict=True)]

    def texts(self, text: Text) -> list[str]:
        """Return a text of the content in every language."""
        return [localizer.text(text) for localizer in self.localizers]

    def prose(self, speech: Speech, text: Text) -> list[str]:
        """Return a text of a speech in every language, its figures written out."""
        return [plain(localizer.text(text), Citations(localizer, speech)) for localizer in self.localizers]

    def figure(self, figure: Figure) -> list[str]:
        """Return a figure in every language, with claim, period and scope; in the source's with its wording too."""
        texts = []
        for localizer in self.localizers:
            amount = localizer.figures.alone(figure)
            parts = [amount, localizer.claim(figure.claim), localizer.when(figure)]
            parts += [relation.words for relation in relations(localizer, figure)]
            if figure.scope:
                parts.append(localizer.text(figure.scope))
            if localizer.language == localizer.source_language and figure.stated != amount:
                parts.append(figure.stated)
            texts.append(localizer.join(*parts))
        return texts


def pinyin(name: str) -> str:
    """Return a syllable without tone for each character of a name, separated by spaces; others stay as they are."""
    syllables = lazy_pinyin(name, errors=list)  # type: ignore[arg-type]  # its stub omits that a list is accepted
    return " ".join(syllable.strip().lower() for syllable in syllables)
