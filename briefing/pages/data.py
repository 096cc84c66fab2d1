"""The page that links the data to download and explains every column."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.content.site import Briefing
from briefing.i18n.catalogs import marked as _
from briefing.render.page import Page, PageContent, briefing_page
from briefing.urls import DATA, DATA_SCHEMA


@dataclass(frozen=True)
class DataContent(PageContent):
    """The files to download. The template has the tables themselves as a global, since pages do not know them."""

    folder: str = DATA
    schema: str = DATA_SCHEMA


def data(briefing: Briefing) -> Iterator[Page]:
    """Yield the data dictionary."""
    yield briefing_page(briefing, "data", template="data.html", title=_("Data"), content=DataContent())
