"""The file of one speech."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field, PrivateAttr, StrictInt

from briefing.content.model.briefings import SourceParagraph
from briefing.content.model.figures import Figure, FigureId
from briefing.content.records import DistinctRecord, Keyed, Record, SpeechRecord
from briefing.content.texts import Markdown, Prose, Text, Waivers
from briefing.content.validators import OPEN, UNSTATED
from briefing.content.values import (
    ByKey,
    Deadline,
    EntityId,
    Filled,
    Paragraph,
    Paragraphs,
    Period,
    PlaceId,
    PointId,
    Role,
    SectorId,
    Slug,
    Stage,
    ThemeId,
    Unique,
    reference,
)

if TYPE_CHECKING:  # a speech knows its briefing, which knows its speeches
    from briefing.content.site import Briefing, ContentFile


class LeftOut(Record):
    """A number of the source that no figure cites, and why."""

    stated: Filled
    """The number as the source index has it."""
    at: Paragraph
    """The paragraph."""
    reason: Annotated[str, reference("reason")]
    """Why: one of the reasons of `briefing.yaml`."""
    times: Annotated[StrictInt, Field(ge=1)] = 1
    """How many so stated in the paragraph it explains; what figures cite is not among them."""

    @property
    def identity(self) -> tuple[int, str]:
        """The paragraph and the number: it has no id."""
        return self.at, self.stated


class Measure(SpeechRecord):
    """Something the place says it does or will do, in our words."""

    id: Slug
    """Its name in addresses, the same in every language."""
    theme: ThemeId
    """The heading it stands under."""
    title: Text
    """A few words."""
    text: Prose
    """A sentence or two; `{id}` cites a figure."""
    at: Paragraphs
    """The paragraphs of the speech it comes from."""
    period: Period | None = None
    """The period the speech gives it."""
    by: Deadline | None = None
    """The period by whose end it is due."""
    entities: Annotated[tuple[Annotated[str, reference("mention")], ...], Unique] = ()
    """The entities of this speech that it is about."""
    sectors: Annotated[tuple[SectorId, ...], Unique] = ()
    """The sectors it is about, whether or not the speech names them among its own."""
    waive: Waivers = ()
    """Rules that are set aside for this measure, each with its reason."""

    @property
    def due(self) -> str:
        """Its period, if the speech gives one; with a deadline, `../2023-09`."""
        return f"{OPEN}{self.by}" if self.by else self.period or UNSTATED


class SectorRole(SpeechRecord):
    """A sector that a speech names, and how."""

    sector: SectorId
    """The sector."""
    role: Role
    """`lead`: the speech calls it leading; `strength`: a strength; `key`: key, or a cluster to build.

    `emerging`: to be developed, without any of these words; `mentioned`: named otherwise, or only by its projects.
    """
    at: Paragraphs
    """Where the speech says so."""


class Mention(SpeechRecord, Keyed):
    """A named thing in one speech, with all that the speech says of it."""

    at: Paragraphs
    """Where the speech names it."""
    says: Prose
    """What the speech says of it, in our words."""
    stage: Stage | None = None
    """The stage that it has reached, where it is a project and the speech says so."""
    investment: FigureId | None = None
    """The figure of this speech that says how much is invested in it."""


class Highlight(SpeechRecord, Keyed):
    """A qualitative cell of the comparison."""

    text: Prose
    """A few words; `{id}` cites a figure."""
    measure: Annotated[str, reference("measure")]
    """The measure that says it in full."""


class Headline(SpeechRecord):
    """The speech in one sentence."""

    text: Prose
    """The sentence."""
    at: Paragraphs
    """The paragraphs it rests on."""


class Speech(DistinctRecord):
    """The speech of one place in one briefing: one YAML file."""

    place: PlaceId
    """Who spoke; also the name of the file."""
    editor: Filled | None = None
    """Who wrote this file."""
    draft: bool = False
    """Whether it is left out of the site, because it is still being written."""
    headline: Headline
    """One sentence that a reader could repeat."""
    summary: Markdown
    """Markdown in our own words; `{id}` cites a figure, `[2]` a paragraph."""
    figures: Annotated[dict[Slug, Figure], ByKey]
    """Every number that the speech states of itself."""
    measures: Annotated[tuple[Measure, ...], Unique]
    """What it says it does or will do."""
    sectors: Annotated[tuple[SectorRole, ...], Unique]
    """The industries it names."""
    entities: Annotated[dict[EntityId, Mention], ByKey]
    """Everything it names: companies, projects, parks, programmes, policies."""
    points: Annotated[dict[PointId, Highlight], ByKey]
    """Its cells in the qualitative columns of the comparison."""
    left_out: Annotated[tuple[LeftOut, ...], Unique] = ()
    """The numbers of the source that are no figures here, each with its reason."""
    _file: ContentFile[Speech] = PrivateAttr()
    _briefing: Briefing = PrivateAttr()

    def attach(self, file: ContentFile[Speech], briefing: Briefing) -> None:
        """Let the speech know its file and its briefing, and what it holds know the speech."""
        self._file, self._briefing = file, briefing
        keyed = (*self.figures.values(), *self.entities.values(), *self.points.values())
        for record in (self.headline, *self.measures, *self.sectors, *keyed):
            record._speech = self  # noqa: SLF001 - the one place that sets it

    @property
    def file(self) -> ContentFile[Speech]:
        """The file it was read from."""
        return self._file

    @property
    def briefing(self) -> Briefing:
        """The briefing that it belongs to."""
        return self._briefing

    @property
    def standing(self) -> tuple[Figure, ...]:
        """Its figures, without those that it corrects itself."""
        corrected = {each.supersedes for each in self.figures.values()}
        return tuple(each for each in self.figures.values() if each.id not in corrected)

    @property
    def paragraphs(self) -> tuple[SourceParagraph, ...]:
        """Its paragraphs in the source index, its headline first; empty if there is no index of it."""
        source = self.briefing.source
        return source.record.get(self.place, ()) if source else ()
