"""Columns and tables: declared once, and everything that shows, writes or describes the data derives from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any, Generic, Literal, TypeVar

from briefing.content.model import Language, Speech
from briefing.content.site import Briefing
from briefing.content.texts import Text
from briefing.i18n.catalogs import marked as _
from briefing.i18n.localizer import Localizer
from briefing.markup.prose import Citations, plain
from briefing.reviews.status import review_statuses
from briefing.urls import absolute

R = TypeVar("R")
Value = str | int | Decimal | tuple[str, ...] | tuple[int, ...] | None
"""The value of a cell; None if it is empty."""
Filled = Literal["always", "stated", "sometimes stated", "sometimes"]
"""When a column has a value: always; in every row that states a figure, or in some of them, and in no other row; or in
some rows of any kind.
"""


@dataclass(frozen=True)
class Kind:
    """A kind of value: its name, a message, and its JSON Schema."""

    name: str
    schema: Mapping[str, Any]


TEXT = Kind(_("text"), {"type": "string"})
NUMBER = Kind(_("exact number"), {"type": "number"})
INTEGER = Kind(_("whole number"), {"type": "integer"})
DATE = Kind(_("date"), {"type": "string", "format": "date"})
ADDRESS = Kind(_("web address"), {"type": "string", "format": "uri"})
TEXTS = Kind(_("list of texts"), {"type": "array", "items": TEXT.schema})
INTEGERS = Kind(_("list of whole numbers"), {"type": "array", "items": INTEGER.schema})


BY = {True: "second person", False: "nobody else"}
"""Who has looked: whether it is known to be another person than the one who wrote it."""


@dataclass(frozen=True)
class Edition:
    """One briefing as it is published in one language."""

    briefing: Briefing
    localizer: Localizer
    base_url: str

    @cached_property
    def reviews(self) -> Mapping[tuple[str, str], tuple[str, str]]:
        """By file and path, when a person compared a figure with the source, and who; only of unchanged figures."""
        return {
            (each.file_name, each.key): (each.review.date, BY[each.by_second_person])
            for each in review_statuses(self.briefing)
            if each.review and each.review.figure and each.state == "current"
        }

    def address(self, part: str, anchor: str = "") -> str:
        """Return the absolute address of a page of the briefing, or of an element of the page."""
        page = absolute(self.base_url, (self.localizer.language.code, self.briefing.id, part))
        return f"{page}#{anchor}" if anchor else page

    def plain(self, text: Text, speech: Speech) -> str:
        """Return a text of a speech without markup, its figures written out."""
        return plain(self.localizer.text(text), Citations(self.localizer, speech))


@dataclass(frozen=True)
class Column(Generic[R]):
    """A column as declared; a localised one becomes one for each language of the site: `name_zh`, `name_en`."""

    name: str
    meaning: str
    """A message."""
    value: Callable[[R, Edition], Value] | str = ""
    """Returns the cell of a row; or the path of an attribute of the row, such as `speech.place`, by default the name.

    A row without the attribute has an empty cell.
    """
    kind: Kind = TEXT
    localised: bool = False
    filled: Filled = "always"
    words: tuple[str, ...] = ()
    """Its only values, if they are few and fixed."""

    def cell(self, row: R, edition: Edition) -> Value:
        """Return the cell of a row in the language of an edition."""
        if callable(self.value):
            return self.value(row, edition)
        found: Any = row
        for name in (self.value or self.name).split("."):
            found = getattr(found, name, None)
        return edition.localizer.text(found) if isinstance(found, Text) else found


PLACE_NAME: Column[Any] = Column(
    "place",
    _("Name of the place"),
    lambda row, edition: edition.localizer.text(edition.briefing.shared.places[row.speech.place].name),
    localised=True,
)
"""The column of a table whose rows each belong to a speech."""


@dataclass(frozen=True)
class Field:
    """A column in a table, in one language if it is localised."""

    table: str
    name: str
    column: Column[Any]
    language: Language

    def meaning(self, localizer: Localizer) -> str:
        """Return the meaning of the column in the language of a page."""
        meaning = localizer.catalog.gettext(self.column.meaning)
        if not self.column.localised:
            return meaning
        names = localizer.locale.languages
        name = names.get(self.language.tag.replace("-", "_")) or names.get(self.language.family) or self.language.name
        return localizer.catalog.gettext("%(meaning)s (%(language)s)") % {"meaning": meaning, "language": name}


@dataclass(frozen=True)
class Table(Generic[R]):
    """A table: its name in the files, the meaning of a row (a message), its columns, and its rows in a briefing."""

    id: str
    meaning: str
    columns: tuple[Column[R], ...]
    rows: Callable[[Briefing], Iterable[R]]

    def fields(self, languages: Sequence[Language]) -> tuple[Field, ...]:
        """Return the columns as they are in the files of a site with these languages."""
        return tuple(
            Field(self.id, f"{column.name}_{language.code}" if column.localised else column.name, column, language)
            for column in self.columns
            for language in (languages if column.localised else languages[:1])
        )

    def fill(self, editions: Mapping[str, Edition]) -> Sheet:
        """Return the table of one briefing, whose editions are by language code, the source's first."""
        briefing = next(iter(editions.values())).briefing
        fields = self.fields(briefing.languages)
        rows = [
            {field.name: field.column.cell(row, editions[field.language.code]) for field in fields}
            for row in self.rows(briefing)
        ]
        return Sheet(self.id, fields, rows)


@dataclass(frozen=True)
class Sheet:
    """A table of one briefing, filled: in each row, the cells by the names of their columns."""

    id: str
    fields: tuple[Field, ...]
    rows: Sequence[Mapping[str, Value]]


def as_text(value: Value) -> str:
    """Return a cell as text: a number with every digit and nothing else, a list in a row, an empty cell as ""."""
    if isinstance(value, tuple):
        return "; ".join(str(item) for item in value)
    return f"{value:f}" if isinstance(value, Decimal) else "" if value is None else str(value)
