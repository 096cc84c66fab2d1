"""The pages of the site: one function a page type, in one tuple. Each says which pages there are and what they show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from briefing.addresses import INDEX
from briefing.comparison import compare, not_stated
from briefing.coverage import Number, numbers
from briefing.model import Figure, Language, Measure, Speech
from briefing.reviews import reviewed
from briefing.site import Briefing, Loaded, Site
from briefing.values import CLAIMS, ENTITY_KINDS, ROLES

T = TypeVar("T")


@dataclass(frozen=True)
class Page:
    """One page before it is rendered. `parts` is its address below the language, which shared pages do not have."""

    parts: tuple[str, ...]
    template: str
    context: Mapping[str, Any] = field(default_factory=dict)
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


def pages(site: Site) -> Iterator[Page]:
    """Yield every page of the site: those of each language, then those that all languages share."""
    for page_type in LOCALISED:
        for page in page_type(site):
            for language in site.languages:
                yield replace(page, language=language)
    for page_type in SHARED:
        yield from page_type(site)


def home(_site: Site) -> Iterator[Page]:
    """Yield the list of briefings, newest first."""
    yield Page((), "home.html")


def comparison(site: Site) -> Iterator[Page]:
    """Yield a comparison index for each briefing."""
    for briefing in site.briefings:
        yield Page((briefing.id,), "comparison.html", {"briefing": briefing, "comparison": compare(site, briefing)})


def place(site: Site) -> Iterator[Page]:
    """Yield a page for each speech."""
    for briefing in site.briefings:
        shared = {"briefing": briefing, "named_by": named_by(briefing)}
        columns = compare(site, briefing)
        for loaded in briefing.speeches:
            speech = loaded.record
            context = {**shared, **grouped(site, loaded), "speech": speech, "place": site.places[speech.place]}
            left_open, review = not_stated(speech, columns), reviewed(site, [loaded.name])
            context |= {"not_stated": left_open, "review": review}
            yield Page((briefing.id, speech.place), "place.html", context)


def about(site: Site) -> Iterator[Page]:
    """Yield the page on source and method for each briefing."""
    for briefing in site.briefings:
        shared = {loaded.name for loaded in site.files if "/" not in loaded.name}
        own = {briefing.file.name, *(loaded.name for loaded in briefing.speeches)}
        context = {"briefing": briefing, "examples": examples(briefing), "review": reviewed(site, shared | own)}
        yield Page((briefing.id, "about"), "about.html", {**context, "coverage": coverage(site, briefing)})


def choice(_site: Site) -> Iterator[Page]:
    """Yield the choice of language at the root."""
    yield Page((), "choice.html")


def not_found(_site: Site) -> Iterator[Page]:
    """Yield the page that hosts show for an address that does not exist."""
    yield Page((), "404.html", name="404.html")


PageType = Callable[[Site], Iterator[Page]]
LOCALISED: tuple[PageType, ...] = (home, comparison, place, about)
SHARED: tuple[PageType, ...] = (choice, not_found)


def examples(briefing: Briefing) -> list[tuple[str, Figure]]:
    """Return the briefing's first figure of each unit and bound, with its place, to show how figures are written."""
    found: dict[tuple[str, str], tuple[str, Figure]] = {}
    for loaded in briefing.speeches:
        for figure in loaded.record.figures.values():
            found.setdefault((figure.unit, figure.bound), (loaded.record.place, figure))
    return list(found.values())


def coverage(site: Site, briefing: Briefing) -> Mapping[str, Sequence[Number]]:
    """Return what became of every number of the source, by place."""
    return {
        loaded.record.place: tuple(numbers(loaded.record, site.paragraphs(loaded) or ()))
        for loaded in briefing.speeches
    }


def named_by(briefing: Briefing) -> Mapping[str, tuple[str, ...]]:
    """Return for each entity the places whose speeches name it, in the source's order."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for loaded in briefing.speeches:
        for entity in loaded.record.entities:
            found[entity].append(loaded.record.place)
    return {entity: tuple(places) for entity, places in found.items()}


def grouped(site: Site, loaded: Loaded[Speech]) -> Mapping[str, Mapping[str | int, Sequence[Any]]]:
    """Return what a speech holds under the headings that its page shows it under, without empty ones."""
    speech = loaded.record
    return {
        "figures_by_claim": _group(speech.figures.values(), CLAIMS, lambda figure: figure.claim),
        "measures_by_theme": _group(speech.measures, site.settings.themes, lambda measure: measure.theme),
        "sectors_by_role": _group(speech.sectors, ROLES, lambda sector: sector.role),
        "mentions_by_kind": _group(speech.entities.values(), ENTITY_KINDS, lambda each: site.entities[each.id].kind),
        "by_paragraph": by_paragraph(speech, len(site.paragraphs(loaded) or ())),
    }


def _group(items: Iterable[T], headings: Iterable[str], heading: Callable[[T], str]) -> Mapping[str | int, Sequence[T]]:
    found = {name: [item for item in items if heading(item) == name] for name in headings}
    return {name: each for name, each in found.items() if each}


def by_paragraph(speech: Speech, count: int) -> Mapping[str | int, Sequence[Figure | Measure]]:
    """Return what comes from each of so many paragraphs, the headline's (0) included; measures first."""
    found: dict[str | int, list[Figure | Measure]] = {number: [] for number in range(count)}
    for measure in speech.measures:
        for number in measure.at:
            found[number].append(measure)
    for figure in speech.figures.values():
        found[figure.at].append(figure)
    return found
