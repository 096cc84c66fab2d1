"""The pages of the site: one function a page type, in one tuple. Each says which pages there are and what they show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from briefing.comparison import compare, not_stated
from briefing.load import Briefing, Site
from briefing.model import Figure, Language, Measure, Speech


@dataclass(frozen=True)
class Page:
    """One page before it is rendered. `parts` is its address below the language, which shared pages do not have."""

    parts: tuple[str, ...]
    template: str
    context: Mapping[str, Any] = field(default_factory=dict)
    language: Language | None = None
    name: str = "index.html"

    @property
    def file(self) -> str:
        """The file in the output folder."""
        return "/".join([*self.folder, self.name])

    @property
    def folder(self) -> tuple[str, ...]:
        """The folders of the address, the language first."""
        return (self.language.code, *self.parts) if self.language else self.parts


def pages(site: Site) -> Iterator[Page]:
    """Yield every page of the site: those of each language, then those that all languages share."""
    for page_type in LOCALISED:
        for page in page_type(site):
            for language in site.languages:
                yield Page(page.parts, page.template, page.context, language)
    for page_type in SHARED:
        yield from page_type(site)


def home(site: Site) -> Iterator[Page]:
    """Yield the list of briefings, newest first."""
    yield Page((), "home.html", {"briefings": site.briefings})


def comparison(site: Site) -> Iterator[Page]:
    """Yield a comparison index for each briefing."""
    for briefing in site.briefings:
        context = {
            "briefing": briefing,
            "comparison": compare(site, briefing),
            "named_by": named_by(briefing),
        }
        yield Page((briefing.id,), "comparison.html", context)


def place(site: Site) -> Iterator[Page]:
    """Yield a page for each speech."""
    for briefing in site.briefings:
        columns, names = compare(site, briefing), named_by(briefing)
        for loaded in briefing.speeches:
            speech = loaded.record
            context = {
                "briefing": briefing,
                "speech": speech,
                "place": site.places[speech.place],
                "not_stated": not_stated(speech, columns),
                "named_by": names,
                "by_paragraph": by_paragraph(speech),
            }
            yield Page((briefing.id, speech.place), "place.html", context)


def about(site: Site) -> Iterator[Page]:
    """Yield the page on source and method for each briefing."""
    for briefing in site.briefings:
        yield Page((briefing.id, "about"), "about.html", {"briefing": briefing, "examples": examples(briefing)})


def choice(site: Site) -> Iterator[Page]:
    """Yield the choice of language at the root."""
    yield Page((), "choice.html", {"briefings": site.briefings})


def not_found(site: Site) -> Iterator[Page]:
    """Yield the page that hosts show for an address that does not exist."""
    yield Page((), "404.html", {"briefings": site.briefings}, name="404.html")


PageType = Callable[[Site], Iterator[Page]]
LOCALISED: tuple[PageType, ...] = (home, comparison, place, about)
SHARED: tuple[PageType, ...] = (choice, not_found)


def examples(briefing: Briefing) -> list[Figure]:
    """Return the briefing's first figure of each unit and bound: how figures are written, shown on real ones."""
    found: dict[tuple[str, str], Figure] = {}
    for loaded in briefing.speeches:
        for figure in loaded.record.figures.values():
            found.setdefault((figure.unit, figure.bound), figure)
    return list(found.values())


def named_by(briefing: Briefing) -> Mapping[str, tuple[str, ...]]:
    """Return for each entity the places whose speeches name it, in the source's order."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for loaded in briefing.speeches:
        for entity in loaded.record.entities:
            found[entity].append(loaded.record.place)
    return {entity: tuple(places) for entity, places in found.items()}


def by_paragraph(speech: Speech) -> Mapping[int, tuple[list[Figure], list[Measure]]]:
    """Return what comes from each paragraph, the headline's (0) included."""
    found: dict[int, tuple[list[Figure], list[Measure]]] = {number: ([], []) for number in range(speech.paragraphs + 1)}
    for figure in speech.figures.values():
        found[figure.at][0].append(figure)
    for measure in speech.measures:
        for number in measure.at:
            found[number][1].append(measure)
    return found
