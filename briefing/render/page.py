"""A page before it is rendered: its address, its template and the values that the template shows."""

from dataclasses import dataclass

from briefing.content.model import Language
from briefing.content.site import Briefing, ContentUnit
from briefing.content.texts import Text
from briefing.urls import INDEX


@dataclass(frozen=True)
class PageContent:
    """The values that only one page type has; each type with any has its own subclass.

    A template sees the fields by their names.
    """


NO_CONTENT = PageContent()


@dataclass(frozen=True)
class Page:
    """One page. `parts` are the folders of its address below that of its language."""

    unit: ContentUnit
    parts: tuple[str, ...]
    template: str
    title: Text | str = ""
    """A text of the content, or a message of the catalogs."""
    content: PageContent = NO_CONTENT
    depends_on: frozenset[str] = frozenset()
    """The content files, by name, whose review status and version the page shows, besides the shared ones."""
    language: Language | None = None
    """None for a page that all languages share."""
    name: str = INDEX
    """The name of its file."""

    @property
    def briefing(self) -> Briefing | None:
        """The briefing that it is a page of; None for a page that all briefings share."""
        return self.unit if isinstance(self.unit, Briefing) else None

    @property
    def file(self) -> str:
        """The path of its file in the output folder."""
        return "/".join([*self.folder, self.name])

    @property
    def folder(self) -> tuple[str, ...]:
        """The folders of its address, that of the language first."""
        return (self.language.code, *self.parts) if self.language else self.parts


def briefing_page(
    briefing: Briefing, *parts: str, template: str, title: Text | str, content: PageContent = NO_CONTENT
) -> Page:
    """Return a page below the address of a briefing that depends on all of its content except its log."""
    return Page(briefing, (briefing.id, *parts), template, title, content, depends_on=briefing.file_names)
