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
from briefing.queries.entities import mentions
from briefing.reviews.status import review_statuses
from briefing.urls import absolute

R = TypeVar("R")
Value = str | int | Decimal | tuple[str, ...] | tuple[int, ...] | None
"""The value of a cell; None if it is empty."""
Filled = Literal["always", "stated", "sometimes"]
"""When a column has a value: always; in every row that states a figure and in no other; or in some rows."""


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


@dataclass(frozen=True)
class Edition:
    """One briefing as it is published in one language."""

    briefing: Briefing
    localizer: Localizer
    base_url: str

    @property
    def file_names(self) -> frozenset[str]:
        """The names of the content files that the data depends on."""
        return self.briefing.file_names | self.briefing.shared.file_names

    @cached_property
    def review_dates(self) -> Mapping[tuple[str, str], str]:
        """By place and id, the date on which a person compared a figure with the source; only of unchanged figures."""
        places = {speech.file.name: speech.place for speech in self.briefing.speeches}
        return {
            (places[each.file_name], each.key.partition("/")[2]): each.review.date
            for each in review_statuses(self.briefing)
            if each.review and each.review.figure and each.state == "current"
        }

    @cached_property
    def places_by_entity(self) -> Mapping[str, tuple[str, ...]]:
        """By entity, the places whose speeches name it, in the source's order."""
        found = mentions(self.briefing)
        return {entity: tuple(each.speech.place for each in named) for entity, named in found.items()}

    def address(self, part: str, anchor: str = "") -> str:
        """Return the absolute address of a page of the briefing, or of an element of the page."""
        page = absolute(self.base_url, (self.localizer.language.code, self.briefing.id, part))
        return f"{page}#{anchor}" if anchor else page

    def place_name(self, speech: Speech) -> str:
        """Return the name of the place that spoke."""
        return self.localizer.text(self.briefing.shared.places[speech.place].name)

    def plain(self, text: Text, speech: Speech) -> str:
        """Return a text of a speech without markup, its figures written out."""
        return plain(self.localizer.text(text), Citations(self.localizer, speech))


ValueOf = Callable[[R, Edition], Value]
"""Returns the cell of a row in the language of an edition."""


def attribute(path: str) -> ValueOf[object]:
    """Return a function for cells that hold an attribute of the row, such as `speech.place`; None if it has none.

    A text of the content is in the language of the edition.
    """
    names = path.split(".")

    def value(row: object, edition: Edition) -> Value:
        found: Any = row
        for name in names:
            found = getattr(found, name, None)
        return edition.localizer.text(found) if isinstance(found, Text) else found

    return value


@dataclass(frozen=True)
class Column(Generic[R]):
    """A column as declared; a localised one becomes one for each language of the site: `name_zh`, `name_en`."""

    name: str
    kind: Kind
    meaning: str
    """A message."""
    value: ValueOf[R]
    localised: bool = False
    filled: Filled = "always"
    words: tuple[str, ...] = ()
    """Its only values, if they are few and fixed."""


@dataclass(frozen=True)
class Field(Generic[R]):
    """A column in a table, in one language if it is localised."""

    table: str
    name: str
    column: Column[R]
    language: Language

    def meaning(self, localizer: Localizer) -> str:
        """Return the meaning of the column in the language of a page."""
        meaning = str(localizer.catalog.gettext(self.column.meaning))
        if not self.column.localised:
            return meaning
        names = localizer.locale.languages
        name = names.get(self.language.tag.replace("-", "_")) or names.get(self.language.family) or self.language.name
        pattern = str(localizer.catalog.gettext("%(meaning)s (%(language)s)"))
        return pattern % {"meaning": meaning, "language": str(name)}


@dataclass(frozen=True)
class Table(Generic[R]):
    """A table: its name in the files, the meaning of a row (a message), its columns, and its rows in a briefing."""

    id: str
    meaning: str
    columns: tuple[Column[R], ...]
    rows: Callable[[Briefing], Iterable[R]]

    def fields(self, languages: Sequence[Language]) -> tuple[Field[R], ...]:
        """Return the columns as they are in the files of a site with these languages."""
        return tuple(
            Field(self.id, f"{column.name}_{language.code}" if column.localised else column.name, column, language)
            for column in self.columns
            for language in (languages if column.localised else languages[:1])
        )

    def fill(self, editions: Mapping[str, Edition]) -> Sheet:
        """Return the table of one briefing, whose editions are by language code, the source's first."""
        first = next(iter(editions.values()))
        fields = self.fields([edition.localizer.language for edition in editions.values()])
        rows = [
            tuple(field.column.value(row, editions[field.language.code]) for field in fields)
            for row in self.rows(first.briefing)
        ]
        return Sheet(self.id, fields, rows)


@dataclass(frozen=True)
class Sheet:
    """A table of one briefing, filled: a cell for each column of each row."""

    id: str
    fields: tuple[Field[Any], ...]
    rows: Sequence[tuple[Value, ...]]

    @property
    def objects(self) -> list[dict[str, Value]]:
        """The rows, each cell by the name of its column."""
        names = [field.name for field in self.fields]
        return [dict(zip(names, row, strict=True)) for row in self.rows]


def as_text(value: Value) -> str:
    """Return a cell as text: a number with every digit and nothing else, a list in a row, an empty cell as ""."""
    if isinstance(value, tuple):
        return "; ".join(str(item) for item in value)
    return f"{value:f}" if isinstance(value, Decimal) else "" if value is None else str(value)
