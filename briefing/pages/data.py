"""The page that explains the data to download: what each file is, and what every column says."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.content.site import Site
from briefing.downloads import DOCUMENTED, FOLDER, SCHEMA_FILE
from briefing.downloads.heading import PAGE
from briefing.i18n.catalogs import marked as _
from briefing.render.page import Page, of_briefing


def data(site: Site) -> Iterator[Page]:
    """Yield the data dictionary of each briefing."""
    tables = [(table, table.fields(site.languages)) for table in DOCUMENTED]
    context = {"tables": tables, "folder": FOLDER, "schema": SCHEMA_FILE}
    for briefing in site.briefings:
        yield of_briefing(briefing, PAGE, template="data.html", title=_("Data"), **context)
