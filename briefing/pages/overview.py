"""The overview of a briefing: what it finds, what that rests on, the ways in, and its places."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.content.model import Figure, Speech
from briefing.content.site import Briefing
from briefing.i18n.catalogs import marked as _
from briefing.queries.comparison import compare
from briefing.queries.due_dates import Calendar, calendar
from briefing.queries.findings import Findings, findings
from briefing.queries.key_facts import key_facts
from briefing.render.page import Page, PageContent
from briefing.urls import overview_parts


@dataclass(frozen=True)
class OverviewContent(PageContent):
    """The values of the overview."""

    found: Findings
    headlines: Sequence[tuple[Speech, Figure | None]]
    """Each speech with its first key figure, if it states any."""
    calendar: Calendar
    questions: Sequence[str]
    """The questions that the comparison answers."""
    supporting: int
    """The number of speeches that speak of support for enterprises, in figures or in words."""


def overview(briefing: Briefing) -> Iterator[Page]:
    """Yield the overview, which is the front page of a site that has one briefing."""
    parts = overview_parts(briefing.id, briefing.shared.briefing_ids)
    headlines = [(speech, next(iter(key_facts(speech)), None)) for speech in briefing.speeches]
    silent = {question.id: len(question.silent) for question in compare(briefing).questions}
    content = OverviewContent(
        findings(briefing),
        headlines,
        calendar(briefing),
        questions=list(silent),
        supporting=len(briefing.speeches) - silent.get("support", len(briefing.speeches)),
    )
    yield Page(briefing, parts, "overview.html", _("Overview"), content, depends_on=briefing.file_names)
